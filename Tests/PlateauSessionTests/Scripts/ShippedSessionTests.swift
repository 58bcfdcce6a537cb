import Foundation
import Testing

/// The sessions that ship with Plateau: tutorial, acceptance test and documentation in one.
@Suite struct ShippedSessionTests {
  static let names =
    ["quickstart", "volatility-balancing", "swing-grid"] + strategies.map { "strategies/\($0)" }

  /// Strategies that ship as text, each with a sweep of its own.
  static let strategies = [
    "band-reversion", "dual-momentum", "keltner-breakout", "macd-trend", "opening-range",
    "pullback", "rsi2", "supertrend", "turtle", "volatility-balancing", "volatility-breakout",
    "zscore-reversion",
  ]

  @Test(arguments: names)
  func `a shipped session prints what it is expected to print`(name: String) throws {
    let script = Binary.root.appending(path: "sessions/\(name).plateau")
    let expected = Binary.root.appending(path: "sessions/\(name).expected")
    let outcome = try Binary.run(["run", script.path])
    #expect(outcome.status == 0, "\(outcome.errors)")
    if ProcessInfo.processInfo.environment["PLATEAU_RECORD"] != nil {
      try Data(outcome.output.utf8).write(to: expected)
      Issue.record("recorded \(expected.path): look at the difference, and commit it")
    }
    #expect(outcome.output == (try String(contentsOf: expected, encoding: .utf8)))
  }

  @Test(arguments: names)
  func `a shipped session replays and verifies from any folder`(name: String) throws {
    let script = Binary.root.appending(path: "sessions/\(name).plateau")
    let outcome = try Binary.run(["replay", script.path, "--verify"])
    #expect(outcome.status == 0, "\(outcome.errors)")
    let text = try String(contentsOf: script, encoding: .utf8)
    let lines = text.split(separator: "\n").count { $0.hasPrefix("#=") }
    #expect(lines >= 3)
    #expect(outcome.errors.contains("\(lines) lines with #= held"))
  }

  @Test(arguments: strategies)
  func `a shipped strategy has five candidates to show, which trade`(name: String) throws {
    let script = Binary.root.appending(path: "sessions/strategies/\(name).plateau")
    let outcome = try Binary.run(["-c", "set mode csv; run \"\(script.path)\""])
    #expect(outcome.status == 0, "\(outcome.errors)")
    let top = TextTable(try outcome.table("rank,"))
    #expect(top.rows.count == 5)
    for row in top.rows { #expect(top.number(row, "trade_count") >= 2, "\(row)") }
  }

  @Test func `every shipped session is tested`() throws {
    var scripts: Set<String> = []
    for folder in ["", "strategies/"] {
      let files = try FileManager.default.contentsOfDirectory(
        atPath: Binary.root.appending(path: "sessions/\(folder)").path)
      for file in files where file.hasSuffix(".plateau") {
        scripts.insert(folder + file.dropLast(8))
      }
    }
    #expect(scripts == Set(Self.names))
  }
}
