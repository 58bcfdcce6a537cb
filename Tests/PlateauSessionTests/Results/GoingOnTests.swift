import Foundation
import PlateauLanguage
import PlateauReport
import PlateauWorkbench
import Testing

/// Going on from a result: `extend`, `refine` and `adopt`.
@Suite struct GoingOnTests {
  static let prices = "generate P bars 400 seed 1; window all; strategy sma_cross; "

  private func digest(_ answer: String) -> String? { WatchedSession.field("digest", in: answer) }

  private func note(_ answer: String) -> String? {
    WatchedSession.field("candidates", in: answer)
  }

  @Test func `an extended sweep takes over what it can, and equals a fresh one`() throws {
    let session = try WatchedSession(
      Self.prices + "set fast {5, 10, 390}; set slow {20, 399}; require fast < slow; sweep")
    let extended = try session.answer("extend fast 15..20 step 5")
    let fresh = try WatchedSession(
      Self.prices + "set fast {5, 10, 15, 20, 390}; set slow {20, 399}; require fast < slow")
    let whole = try fresh.answer("sweep")
    #expect(extended.hasPrefix("fast {5, 10, 15, 20, 390}: 5 values\n"), "\(extended)")
    // (5, 20) (5, 399) (10, 20) (10, 399) (390, 399) are known; (15, 20) (15, 399) (20, 399) are not.
    #expect(note(extended)?.hasSuffix("5 taken over from r1, 3 evaluated") == true, "\(extended)")
    #expect(digest(extended) == digest(whole) && digest(whole) != nil)
    #expect(note(whole)?.hasPrefix("8") == true && !whole.contains("taken over"))
  }

  @Test func `only rows that are candidates now count as known, and the estimate tells how many`()
    throws
  {
    let session = try WatchedSession(
      Self.prices + "set fast 5..14; set slow {20, 30}; sweep; set fast {14, 40}")
    // Of the 20 rows of r1, (14, 20) and (14, 30) are among the six.
    let some = try session.answer("extend fast 41")
    #expect(
      session.remarks.contains { $0.hasPrefix("sweeping 6 candidates, 2 of them known, about ") },
      "\(session.remarks)")
    #expect(note(some)?.hasSuffix("2 taken over from r1, 4 evaluated") == true, "\(some)")
    try session.answer("open r1; set fast 42; require slow < 25")
    let none = try session.answer("extend fast 43")
    #expect(
      session.remarks.contains { $0.hasPrefix("sweeping 2 candidates, about ") },
      "\(session.remarks)")
    #expect(note(none)?.hasSuffix("0 taken over from r1, 2 evaluated") == true, "\(none)")
  }

  @Test func `rows of a symbol that is not in use now are left out`() throws {
    let session = try WatchedSession(
      Self.prices + "generate Q bars 400 seed 2; generate R bars 400 seed 3; use P, Q; "
        + "set fast 5..6; sweep; use Q, R")
    let answer = try session.answer("extend fast 7")
    #expect(note(answer)?.hasSuffix("2 taken over from r1, 4 evaluated") == true, "\(answer)")
    let other = try session.answer("use P; sweep; use Q, R; extend fast 8")
    #expect(note(other)?.hasSuffix("0 taken over from r3, 8 evaluated") == true, "\(other)")
    let alone = try session.answer("use P; sweep; use Q; extend fast 9")
    #expect(note(alone)?.hasSuffix("0 taken over from r5, 5 evaluated") == true, "\(alone)")
  }

  @Test func `what was taken over is still told after pause and cancel`() throws {
    let session = try WatchedSession(
      "generate P bars 20000 seed 1; window all; set threads 1; strategy sma_cross; set fast 2..3; set slow 61; "
        + "sweep; set slow 61..100; set commission 0%..1% step 0.001%")
    defer { session.session.cancelBackground() }
    // Its first candidate is the first one of r1; the other one is a hundred thousand further on.
    try session.answer("extend fast 4..60 background force")
    let deadline = ContinuousClock.now + .seconds(60)
    while session.error("show 0") != "no error", ContinuousClock.now < deadline { usleep(10_000) }
    #expect(try session.answer("pause").hasPrefix("r2 paused"))
    let answer = try session.answer("cancel")
    #expect(answer.contains("cancelled early; 1 taken over from r1, "), "\(answer)")
  }

  @Test func `a name that was not set is joined with its default`() throws {
    let session = try WatchedSession(Self.prices + "set fast 5..6; sweep")
    // slow is 50 unless set, so both rows of r1 are among the four.
    let answer = try session.answer("extend slow 60")
    #expect(answer.hasPrefix("slow {50, 60}: 2 values"), "\(answer)")
    #expect(note(answer)?.hasSuffix("2 taken over from r1, 2 evaluated") == true, "\(answer)")
    let costs = try session.answer("extend commission 0.1%..0.3% step 0.1%")
    #expect(costs.hasPrefix("commission 0%..0.3% step 0.1%: 4 values"), "\(costs)")
    #expect(note(costs)?.hasSuffix("4 taken over from r2, 12 evaluated") == true, "\(costs)")
    let fresh = try WatchedSession(
      Self.prices + "set fast 5..6; set slow {50, 60}; set commission 0%..0.3% step 0.1%")
    #expect(digest(try fresh.answer("sweep")) == digest(costs))
  }

  @Test func `failed rows, words, amounts and none are taken over too`() throws {
    let session = try WatchedSession(
      Self.prices + "set fast {5, 5000}; set fill close; set stop {none, 3%}; "
        + "set sizing fraction 25%; sweep")
    let extended = try session.answer(
      "extend fill next_open; extend stop 5%; extend sizing fraction 50%")
    #expect(note(extended)?.hasSuffix("12 taken over from r3, 12 evaluated") == true)
    let fresh = try WatchedSession(
      Self.prices + "set fast {5, 5000}; set fill {next_open, close}; set stop {none, 3%, 5%}; "
        + "set sizing fraction {25%, 50%}; sweep")
    let both = try session.answer("sweep")
    #expect(note(both)?.hasPrefix("24") == true && WatchedSession.field("failed", in: both) == "12")
    #expect(digest(extended) == digest(both))
    #expect(WatchedSession.field("failed", in: extended) == "12")
    #expect(try session.rows("failures").count == fresh.rows("failures").count)
    #expect(
      session.error("extend sizing value 1000").contains("amounts of another meaning"))
  }

  @Test func `symbols may come and go, each with its own rows`() throws {
    let session = try WatchedSession(
      Self.prices + "generate Q bars 400 seed 2; use P; set fast 5..6; sweep; use Q, P")
    let both = try session.answer("extend fast 7")
    #expect(note(both)?.hasSuffix("2 taken over from r1, 4 evaluated") == true, "\(both)")
    let alone = try session.answer("use Q; extend fast 8")
    #expect(note(alone)?.hasSuffix("3 taken over from r2, 1 evaluated") == true, "\(alone)")
    let fresh = try WatchedSession(
      Self.prices + "generate Q bars 400 seed 2; set fast 5..8")
    #expect(digest(try fresh.answer("sweep")) == digest(alone))
  }

  @Test(arguments: [
    ("set commission 0.1%", "commission is 0.1% now and was 0% in r1"),
    ("window last 300 bars", "candidates are scored on other bars of P than in r1"),
    ("generate P bars 400 seed 2", "the prices of P differ from those of r1"),
    ("set metrics +var_95", "'var_95' was not computed in r1"),
    ("set periods_per_year 100", "periods_per_year"),
    ("strategy ema_cross; set fast 5..6", "the strategy is ema_cross now and was sma_cross in r1"),
  ])
  func `what decides a row is unchanged, or nothing is taken over`(
    change: String, reason: String
  ) throws {
    let session = try WatchedSession(Self.prices + "set fast 5..6; sweep; " + change)
    let answer = try session.answer("extend fast 7")
    #expect(session.remarks.contains { $0.contains(reason) }, "\(session.remarks)")
    #expect(note(answer)?.hasPrefix("3") == true && !answer.contains("taken over"), "\(answer)")
  }

  @Test func `a strategy that was written anew shares no rows, and adopt brings its text back`()
    throws
  {
    let text = { (length: Int) in
      "strategy own { param a = 2; buy when close > sma(close, a + \(length)) }"
    }
    let session = try WatchedSession(
      "generate P bars 400 seed 1; window all; \(text(1)); set a 2..3; sweep; \(text(9))")
    try session.answer("extend a 4")
    #expect(session.remarks.contains { $0.contains("strategy own was written anew since r1") })
    #expect(session.error("refine around r1:0 by 2").contains("'adopt r1:0' takes it over first"))
    let answer = try session.answer("adopt r1:1")
    #expect(
      answer.hasPrefix(
        "adopted candidate 1 of r1: a 3\n  strategy own has its text of r1 again"), "\(answer)")
    #expect(try session.answer("help own").contains("a + 1"))
    try session.answer("undo")
    #expect(try session.answer("help own").contains("a + 9"))
  }

  @Test func `refine divides the spacing to both neighbours, in whole steps and clean decimals`()
    throws
  {
    let session = try WatchedSession(
      Self.prices + "set fast 5..15 step 5; set slow {20, 30}; set commission 1%..3% step 1%; "
        + "set stop 4%; sweep")
    // Candidate 10 of 3 * 2 * 3: fast 10, slow 30, commission 2%.
    let answer = try session.answer("refine around 10 by 4")
    #expect(
      answer.hasPrefix(
        """
        fast 5..15: 11 values
        slow 20..30 step 2: 6 values
        commission 1%..3% step 0.25%: 9 values

        """), "\(answer)")
    // 11 * 6 * 9 candidates, all 18 of r1 among them.
    #expect(
      note(answer)?.hasPrefix("594 ") == true
        && note(answer)?.hasSuffix("18 taken over from r1, 576 evaluated") == true, "\(answer)")
    try session.answer("undo")
    #expect(note(try session.answer("sweep"))?.hasPrefix("18") == true)
    // At the edge of the grid there is only the inner side; thirds are rounded.
    let edge = try session.answer("refine around r1:0 by 3")
    #expect(edge.hasPrefix("fast 5..10: 6 values\n"), "\(edge)")
    #expect(edge.contains("commission {1%, 1.333333%, 1.666667%, 2%}: 4 values"), "\(edge)")
    #expect(session.error("refine around 0 by 101").contains("refine divides by 2 to 100"))
    #expect(session.error("adopt 0; sweep; refine around 0 by 2").contains("has no neighbours"))
  }

  @Test(arguments: [
    "extend slow 25 as wide", "refine around best by 3",
    "extend commission 0.0001..0.01 log count 7", "extend stop 1%..7% count 8",
    "adopt rank 2; sweep",
  ])
  func `what was gone on with is saved, and replays to the same`(command: String) throws {
    let folder = try Binary.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let session = try WatchedSession(
      in: folder.path,
      Self.prices + "set fast 5..15 step 5; set slow {20, 30}; set commission {0.1%, 0.25%}; "
        + "sweep; \(command); filter trades >= 0; save s.plateau")
    let replayed = try Binary.run(["replay", "s.plateau", "--verify"], in: folder)
    #expect(replayed.status == 0 && replayed.errors.contains("4 lines with #= held"))
    #expect(
      digest(replayed.output)
        == digest(try session.answer("open r2")), "\(replayed.output)")
  }

  @Test func `adopt 3 makes the row's values the settings, and undo takes them back`() throws {
    let session = try WatchedSession(
      Self.prices + "set fast 5..7; set slow {20, 30}; set sizing fraction {25%, 50%}; sweep")
    // Candidate 3 of 3 * 2 * 2: fast 5, slow 30, the second amount.
    #expect(
      try session.answer("adopt 3")
        == "adopted candidate 3 of r1: fast 5, slow 30, sizing fraction 50%\n")
    let swept = try session.answer("sweep")
    #expect(note(swept) == "1" && swept.contains("sizing fraction") == false)
    let alone = try session.rows("set columns total_return; top")
    let among = try session.rows("open r1; top 12").first { $0[1] == "3" }
    #expect(alone.count == 1 && alone[0][2] == among?[2], "\(alone) \(among ?? [])")
    // open, sweep with its columns, and then adopt are taken back one by one.
    try session.answer("undo; undo; undo; undo")
    #expect(note(try session.answer("sweep"))?.hasPrefix("12") == true)
  }

  @Test func `adopt chooses the symbol and the strategy, and what is adopted scores the same`()
    throws
  {
    let session = try WatchedSession(
      "generate P bars 400 seed 1; generate Q bars 400 seed 2; use P, Q; window all; "
        + "strategy sma_cross; set fast 5..6; set slow 20; set commission 0.1%; sweep; "
        + "strategy rsi_reversion; set commission 0.3%; use P")
    let answer = try session.answer("adopt r1:3")
    #expect(
      answer == """
        adopted candidate 3 of r1: symbol Q, fast 6, slow 20
          strategy sma_cross
          use Q
          commission 0.1%, as in r1

        """, "\(answer)")
    let alone = try session.rows("sweep; set columns sharpe_ratio; top 1")
    let among = try session.rows("open r1; filter fast = 6 and symbol = Q; top 1")
    #expect(alone[0][2] == among[0][2] && !alone[0][2].isEmpty, "\(alone) \(among)")
    try session.answer("undo; undo; undo; undo; undo; reset")
    #expect(session.error("adopt r1:0").contains("ran on P, which is not loaded"))
  }
}
