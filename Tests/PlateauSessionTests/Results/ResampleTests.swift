import Foundation
import PlateauLanguage
import PlateauWorkbench
import Testing

/// Bars put together by command.
@Suite struct ResampleTests {
  @Test func `longer bars are prices like any other, and are chosen`() throws {
    let session = try WatchedSession(in: nil, "generate P bars 500 seed 1; window all")
    let answer = try session.answer("resample P to weekly")
    #expect(answer.hasPrefix("P_weekly: "), "\(answer)")
    #expect(answer.contains(", weekly, ") && answer.contains("synthetic"))
    let rows = try session.rows("data")
    #expect(rows.map { $0[0] } == ["P", "P_weekly"])
    #expect(rows.map { $0[7] } == ["false", "true"])
    let page = try session.answer("inspect")
    #expect(WatchedSession.field("source", in: page) == "resample P to weekly", "\(page)")
    try session.answer("resample P to monthly as MONTHS; strategy sma_cross")
    try session.answer("set fast 2; set slow 4; sweep")
    #expect(try session.rows("data").map { $0[0] } == ["P", "P_weekly", "MONTHS"])
  }

  @Test func `weeks agree with the weekly values of rules`() throws {
    let session = try WatchedSession(in: nil, "generate P bars 300 seed 1; window all")
    // On the first bar of a week, weekly(close) is the close of the week before.
    let daily = try session.rows("series weekly(close), dayofweek")
    let seen = daily.indices.dropFirst().filter {
      Double(daily[$0][2]) ?? 0 < Double(daily[$0 - 1][2]) ?? 0
    }.map { daily[$0][1] }
    let weeks = try session.rows("resample P to weekly; series close")
    #expect(weeks.map { $0[1] }.dropLast() == seen[...])
  }

  @Test func `what does not fit is refused with what would do`() throws {
    let session = try WatchedSession(in: nil, "generate P bars 300 seed 1; window all")
    let finer = session.error("resample P to 1h")
    #expect(finer.contains("P: daily bars cannot be taken apart into 1h bars"), "\(finer)")
    #expect(finer.contains("these bars can be put together to weekly and monthly"))
    #expect(session.error("resample Q to weekly").contains("no prices named 'Q'"))
    #expect(session.error("resample P to yearly").contains("weekly"))
    #expect(session.error("resample P").contains("'to'"))
    let months = session.error("resample P to weekly as W; resample W to monthly")
    #expect(months.contains("a week can lie in two months"), "\(months)")
  }

  @Test func `the last week is warned of where the prices end within it`() throws {
    // 2015-01-02 is a Friday; 300 weekdays end on Thursday, 2016-02-25.
    let session = try WatchedSession(in: nil, "generate P bars 300 seed 1; window all")
    let open = try session.answer("resample P to weekly")
    #expect(open.contains("the last week, from 2016-02-22, may not be over: P ends at 2016-02-25"))
    let over = try session.answer("generate Q bars 301 seed 1; resample Q to weekly")
    #expect(over.contains("nothing to remark"), "\(over)")
  }

  @Test func `a saved session makes the longer bars again, whatever became of their source`() throws
  {
    let folder = try Binary.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let session = Session(host: SessionHost(show: { _, _ in }), folder: folder.path)
    try session.execute(
      SourceText(
        "generate P bars 300 seed 1; resample P to weekly; resample P to monthly as M; "
          + "generate P bars 200 seed 2; generate Q bars 300 seed 3 interval 1h; "
          + "resample Q to daily as Q; use P_weekly, M; save s.plateau"))
    let replayed = Session(host: SessionHost(show: { _, _ in }), folder: folder.path)
    let verified = try replayed.execute(
      scriptAt: folder.path + "/s.plateau", shownAs: "s.plateau", expectations: .verified)
    #expect(verified.held == verified.checked && verified.checked >= 4)
    try replayed.execute(SourceText("save t.plateau"))
    let scripts = try ["s", "t"].map {
      try String(contentsOf: folder.appending(path: "\($0).plateau"), encoding: .utf8)
    }
    #expect(scripts[0] == scripts[1])
    #expect(scripts[0].contains("\nresample P to weekly as P_weekly\n"), "\(scripts[0])")
    #expect(scripts[0].contains("\nresample Q to daily as Q\n"))
  }
}
