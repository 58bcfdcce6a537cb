import Foundation
import PlateauLanguage
import PlateauWorkbench
import Testing

/// Which run a command is about, what views show, and what is said once.
@Suite struct RunStateTests {
  static let base = "generate P bars 400 seed 1; window all; strategy sma_cross; "
  /// More than two million candidates over 20,000 bars: nobody waits for the end of such a sweep.
  static let endless =
    "generate P bars 20000 seed 1; window all; set threads 1; strategy sma_cross; set fast 2..60; "
    + "set slow 61..100; set commission 0%..1% step 0.001%; "

  @Test func `the last result is the default of every view, and a row is named by its number`()
    throws
  {
    let session = try WatchedSession(Self.base + "set fast 5..6; sweep; set slow {20, 30}; sweep")
    for view in ["top", "describe", "failures"] {
      #expect(try session.answer(view).contains(" 4 "), "\(view)")
    }
    for view in ["show", "trades", "why"] {
      #expect(try session.answer("\(view) 3").contains("candidate 3 of r2"), "\(view)")
    }
    #expect(try session.answer("show").contains("of r2"))
    #expect(try session.answer("equity") == session.answer("equity best"))
    #expect(try session.answer("adopt 3") == "adopted candidate 3 of r2: fast 6, slow 30\n")
    #expect(try session.answer("open r1; show 1").contains("candidate 1 of r1"))
  }

  @Test func `warnings are numbered, shown once, and listed`() throws {
    let session = try WatchedSession(Self.base + "set fast 5..6")
    try session.answer("sweep; sweep")
    let shown = session.remarks.filter { $0.hasPrefix("warning ") }
    #expect(
      shown == [
        "warning 1: no trading costs set; 'set commission 0.1%' sets some",
        "warning 2: the best candidate closed 4 trades; fewer than 30 say little",
      ])
    try session.answer("set fast {5, 200}; sweep; swee")
    let later = session.remarks.filter { $0.hasPrefix("warning ") }.dropFirst(2)
    #expect(later.count == 3 && later.allSatisfy { !$0.hasPrefix("warning 1:") })
    #expect(later.last == "warning 5: 'swee' was read as 'sweep'", "\(later)")
    let rows = try session.rows("warnings")
    #expect(rows.map { $0[0] } == ["1", "2", "3", "4", "5"])
  }

  @Test func `pause, resume and cancel act on the open run first`() throws {
    let session = try WatchedSession(
      Self.endless + "sweep background force; sweep background force")
    defer { session.session.cancelBackground() }
    #expect(try session.answer("open r1; pause").hasPrefix("r1 paused"))
    #expect(try session.answer("resume").hasPrefix("r1 runs in the background"))
    #expect(try session.answer("cancel").contains("r1"))
    // r1 is at its end, so the next one is the latest that fits.
    #expect(try session.answer("cancel").contains("r2"))
    #expect(session.error("cancel").contains("no sweep is running or paused"))
  }

  @Test func `undo of a background sweep says that it goes on, and quit names all that run`() throws
  {
    let session = try WatchedSession(Self.endless + "sweep background force")
    defer { session.session.cancelBackground() }
    #expect(
      try session.answer("undo")
        == "undid: sweep background force\nr1 goes on running; 'cancel r1' ends it\n")
    try session.answer("redo; sweep background force")
    var asked: [String] = []
    let host = SessionHost(
      show: { _, _ in },
      confirm: { question in
        asked.append(question)
        return false
      })
    let other = Session(host: host)
    defer { other.cancelBackground() }
    try other.execute(SourceText(Self.endless + "sweep background force; sweep background force"))
    #expect(throws: SessionError.self) { try other.execute(SourceText("quit")) }
    #expect(asked == ["r1 and r2 are still running. Quit and end them?"])
  }

  @Test func `a sweep that was undone and made again keeps its rows and its filters`() throws {
    let session = try WatchedSession(Self.base + "set fast 5..8; sweep; filter fast > 6")
    let top = try session.answer("top")
    try session.answer("undo; undo; redo; redo")
    #expect(try session.answer("top") == top)
    let swept = try session.answer("undo; undo; sweep")
    #expect(WatchedSession.field("run", in: swept) == "r2")
  }

  @Test func `defined metrics can be columns, and stay defined while they are`() throws {
    let session = try WatchedSession(
      Self.base + "set fast 5..6; define score = sharpe - drawdown; sweep")
    let rows = try session.rows("set columns score, sharpe_ratio, max_drawdown; top 2")
    for row in rows {
      let numbers = row.dropFirst(2).map { Double($0) ?? .nan }
      #expect(numbers[0] == numbers[1] - numbers[2], "\(row)")
    }
    #expect(session.error("unset score").contains("'score' is one of the columns that are shown"))
    #expect(try session.answer("strategy ema_cross").contains("dropped") == false)
  }

  @Test func `automatic periods can stand beside others`() throws {
    let session = try WatchedSession(
      Self.base + "set fast 5; set slow 20; set periods_per_year {auto, 63}; sweep")
    let rows = try session.rows("set columns periods_per_year, sharpe_ratio; top 2 by fast")
    let sharpe = rows.map { Double($0[3]) ?? .nan }
    // The data has 252 periods a year, four times as many: twice the ratio.
    #expect(rows[0][2].isEmpty && rows[1][2] == "63" && agrees(sharpe[0], 2 * sharpe[1]))
    #expect(try session.answer("adopt 0").contains("periods_per_year auto"))
  }

  @Test func `amounts are shown with their word`() throws {
    let session = try WatchedSession(
      Self.base + "set fast 5; set slow 20; set sizing fraction {25%, 50%}; sweep")
    #expect(try session.answer("show 1").contains("sizing    fraction 50%"))
    #expect(try session.answer("trades 1").contains("sizing fraction 50%"))
    #expect(try session.answer("open r1").contains("sizing fraction "))
    #expect(try session.answer("adopt 1; set").contains("fraction 50%"))
  }

  @Test func `describe leaves failed rows out, and takes rounding for none`() throws {
    let session = try WatchedSession(
      Self.base + "set fast {5, 6, 7, 5000}; set slow 20; sweep")
    let answer = try session.answer("describe")
    #expect(answer.contains("1 failed row left out of these statistics"), "\(answer)")
    // Every candidate sees the same prices: mean and extremes are one number, without spread.
    let row = try #require(try session.rows("describe").first { $0[0] == "buy_hold_return" })
    #expect(row[1] == "3" && row[3] == "0" && row[4] == row[8], "\(row)")
  }
}
