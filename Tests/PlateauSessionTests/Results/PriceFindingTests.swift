import Foundation
import PlateauColumns
import PlateauWorkbench
import Testing

/// What the session says of the prices it holds.
@Suite struct PriceFindingTests {
  /// Forty weekdays from 2020-01-06; from bar 20 on at half the price, without three days.
  static let text =
    "Date,Open,High,Low,Close,Volume\n"
    + (0..<40).map { bar in
      let day = bar / 5 * 7 + bar % 5
      let stamp = CivilDate(dayNumber: 18_267 + day)
      let price = (bar < 20 ? 100.0 : 50) + Double(bar * 7 % 5) / 10
      guard !(10..<13).contains(bar) else { return "" }
      return
        "\(stamp),\(price),\(price + 0.5),\(price - 0.5),\(price + 0.1),\(bar * 13 % 7 + 101)\n"
    }.joined()

  private func session() throws -> (WatchedSession, URL) {
    let folder = try Binary.temporaryFolder()
    try Data(Self.text.utf8).write(to: folder.appending(path: "S.csv"))
    return (try WatchedSession(in: folder.path, "load S.csv; window all"), folder)
  }

  @Test func `findings are numbered, and each has its kind, line and date`() throws {
    let (session, folder) = try session()
    defer { try? FileManager.default.removeItem(at: folder) }
    let answer = try session.answer("inspect S")
    // Two warnings, each of one of 37 bars: 2 · (1 + 100/37) points of 100.
    #expect(WatchedSession.field("quality", in: answer) == "92", "\(answer)")
    #expect(WatchedSession.field("market days", in: answer) == "Mon-Fri")
    let gap = try session.answer("inspect S 1")
    #expect(WatchedSession.field("kind", in: gap) == "gap", "\(gap)")
    #expect(WatchedSession.field("line", in: gap) == "12")
    #expect(WatchedSession.field("time", in: gap) == "2020-01-23")
    let split = try session.answer("inspect S 2")
    #expect(WatchedSession.field("kind", in: split) == "split", "\(split)")
    #expect(WatchedSession.field("rows", in: split) == "1")
    #expect(WatchedSession.field("time", in: split) == "2020-02-03")
    #expect(split.contains("2:1 on 2020-02-03"))
    #expect(session.error("inspect S 9").contains("S has "))
  }

  @Test func `a finding in full lists the first twenty places`() throws {
    let folder = try Binary.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let rows = (1...28).map { "2020-01-\($0 < 10 ? "0" : "")\($0),10,11,9,12,100\n" }.joined()
    try Data(("Date,Open,High,Low,Close,Volume\n" + rows).utf8).write(
      to: folder.appending(path: "S.csv"))
    let session = try WatchedSession(in: folder.path, "load S.csv; window all")
    let answer = try session.answer("inspect S 1")
    #expect(answer.contains("28 bars with the open or close outside low to high"), "\(answer)")
    #expect(answer.contains("  21  2020-01-20") && !answer.contains("2020-01-21"), "\(answer)")
    #expect(answer.contains("showing 20 of 28"), "\(answer)")
  }

  @Test func `data has the figures of each symbol, and series a column of time`() throws {
    let (session, folder) = try session()
    defer { try? FileManager.default.removeItem(at: folder) }
    let rows = try session.rows("data")
    #expect(
      rows.first?.prefix(7) == ["S", "37", "2020-01-06", "2020-02-28", "daily", "Mon-Fri", "2"],
      "\(rows)")
    let json = try Binary.commands("load S.csv; set mode json; data", in: folder)
    #expect(
      json.output.contains(
        "{\"symbol\":\"S\",\"bars\":37,\"first\":\"2020-01-06\",\"last\":\"2020-02-28\","
          + "\"interval\":\"daily\",\"days\":\"Mon-Fri\",\"findings\":2,"), "\(json.output)")
    let csv = try Binary.commands("load S.csv; set mode csv; series close last 1", in: folder)
    #expect(csv.output.hasSuffix("time,close\n2020-02-28,50.4\n"), "\(csv.output)")
  }

  @Test func `the manual has the table of what is refused, repaired and warned of`() throws {
    let page = try WatchedSession().answer("help findings")
    for word in ["refused", "repair", "warning", "note", "split", "unfinished", "volume", "gap"] {
      #expect(page.contains(word), "\(word)")
    }
  }
}
