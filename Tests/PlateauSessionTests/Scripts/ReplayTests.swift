import Foundation
import Testing

/// Saved sessions lead back to where they were, and notice when they do not.
@Suite struct ReplayTests {
  static let prices = """
    Date,Open,High,Low,Close,Volume

    """
    + (0..<400).map { day in
      let stamp = Date(timeIntervalSince1970: Double(18_000 + day) * 86_400).ISO8601Format()
      let close = 100 + 10 * sin(Double(day) / 9) + Double(day % 7)
      let text = String(format: "%.2f", close)
      return "\(stamp.prefix(10)),\(text),\(text),\(text),\(text),100\n"
    }.joined()

  /// A folder with prices and a saved session.
  private func saved(_ commands: String) throws -> URL {
    let folder = try Binary.temporaryFolder()
    try FileManager.default.createDirectory(
      at: folder.appending(path: "prices"), withIntermediateDirectories: true)
    try Data(Self.prices.utf8).write(to: folder.appending(path: "prices/P.csv"))
    let outcome = try Binary.commands(commands + "; save s.plateau", in: folder)
    #expect(outcome.status == 0, "\(outcome.errors)")
    return folder
  }

  static let session = """
    load prices/P.csv; window all; strategy sma_cross; set fast 3..9; set slow {10, 20, 40}; \
    require fast * 2 < slow; set commission 0.1%; define score = sharpe - drawdown; \
    objective score; note "a \\"quoted\\" remark"; sweep as first; filter trades > 2; set fast 4
    """

  @Test func `a saved session verifies, also from another folder`() throws {
    let folder = try saved(Self.session)
    defer { try? FileManager.default.removeItem(at: folder) }
    let outcome = try Binary.run(["replay", folder.path + "/s.plateau", "--verify"])
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.errors.contains("4 lines with #= held"), "\(outcome.errors)")
  }

  @Test func `one altered price fails with the line and status 3`() throws {
    let folder = try saved(Self.session)
    defer { try? FileManager.default.removeItem(at: folder) }
    let changed = Self.prices.replacing(
      "2019-08-21,", with: "2019-08-21,1", maxReplacements: 1)
    #expect(changed != Self.prices)
    try Data(changed.utf8).write(to: folder.appending(path: "prices/P.csv"))
    let outcome = try Binary.run(["replay", "s.plateau", "--verify"], in: folder)
    #expect(outcome.status == 3)
    #expect(outcome.errors.contains("s.plateau:4:"), "\(outcome.errors)")
    #expect(outcome.errors.contains("the prices of P differ"))
    let reported = try Binary.run(["replay", "s.plateau"], in: folder)
    #expect(reported.status == 0 && reported.errors.contains("the prices of P differ"))
  }

  @Test func `saving what a saved script leads to gives the same script`() throws {
    let folder = try saved(Self.session)
    defer { try? FileManager.default.removeItem(at: folder) }
    let again = try Binary.commands("run s.plateau; save t.plateau", in: folder)
    #expect(again.status == 0, "\(again.errors)")
    let first = try String(contentsOf: folder.appending(path: "s.plateau"), encoding: .utf8)
    let second = try String(contentsOf: folder.appending(path: "t.plateau"), encoding: .utf8)
    #expect(first == second)
    #expect(first.contains("load prices/P.csv\n"))
  }

  @Test func `a strategy of one's own is saved with its text`() throws {
    let folder = try saved(
      """
      load prices/P.csv; window all; strategy dip { param depth = 3 in 2..5; let base = sma(close, 20);
      buy when close < base - depth
      sell when close > base
      stop 5% }; sweep
      """)
    defer { try? FileManager.default.removeItem(at: folder) }
    let outcome = try Binary.run(["replay", "s.plateau", "--verify"], in: folder)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.errors.contains("3 lines with #= held"))
  }

  @Test func `the best candidate as a script gives the figures of its row`() throws {
    let folder = try saved(Self.session)
    defer { try? FileManager.default.removeItem(at: folder) }
    let best = try Binary.commands(
      "run s.plateau; set mode csv; export best b.plateau; show best", in: folder)
    #expect(best.status == 0, "\(best.errors)")
    let alone = try Binary.commands("run b.plateau; set mode csv; show best", in: folder)
    #expect(alone.status == 0, "\(alone.errors)")
    let figure = { (text: String) in
      text.split(separator: "\n").last { $0.hasPrefix("sharpe_ratio,") }
    }
    #expect(figure(best.output) != nil)
    #expect(figure(best.output) == figure(alone.output))
  }

  @Test func `best row of top, show and every export are the same candidate`() throws {
    let folder = try saved(Self.session)
    defer { try? FileManager.default.removeItem(at: folder) }
    let outcome = try Binary.commands(
      "run s.plateau; set mode csv; top 1; export csv r.csv; export json r.json", in: folder)
    #expect(outcome.status == 0, "\(outcome.errors)")
    let top = TextTable(try outcome.table("rank,"))
    let file = try TextTable(contentsOf: folder.appending(path: "r.csv"))
    let candidate = file.text(file.rows[0], "candidate")
    #expect(top.text(top.rows[0], "candidate") == candidate)
    for metric in ["sharpe_ratio", "total_return", "max_drawdown", "trade_count"] {
      #expect(top.text(top.rows[0], metric) == file.text(file.rows[0], metric))
    }
    let json = try JSONSerialization.jsonObject(
      with: Data(contentsOf: folder.appending(path: "r.json")))
    let rows = try #require(((json as? [[String: Any]])?.first?["rows"]) as? [[String: Any]])
    #expect(rows[0]["candidate"] as? Int == Int(candidate))
    #expect(rows.count == file.rows.count)
    let shown = try Binary.commands("run s.plateau; set mode csv; show best", in: folder)
    #expect(shown.output.contains("sharpe_ratio,\(file.text(file.rows[0], "sharpe_ratio"))"))
  }

  @Test func `a script that runs itself is refused`() throws {
    let folder = try Binary.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data("run s.plateau\n".utf8).write(to: folder.appending(path: "s.plateau"))
    let outcome = try Binary.run(["run", "s.plateau"], in: folder)
    #expect(outcome.status == 1 && outcome.errors.contains("runs itself"))
  }
}
