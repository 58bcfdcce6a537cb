import Foundation
import PlateauLanguage
import Testing

/// Strategies in files that hold nothing else.
@Suite struct StrategyFileTests {
  private static let text = """
    # Two rules to choose from.
    strategy first {
      # Above its mean.
      param n = 20 in 10..30 step 10
      buy when close > sma(close, n)
      sell when close < sma(close, n)
    }

    strategy second { param m = 5; buy when rsi(close, m) < 30; sell when rsi(close, m) > 60 }

    """

  @Test func `run defines the strategies of a file, the last one is chosen`() throws {
    let folder = try Binary.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let rules = folder.appending(path: "rules")
    try FileManager.default.createDirectory(at: rules, withIntermediateDirectories: true)
    try Data(Self.text.utf8).write(to: rules.appending(path: "mine.plateau"))
    try Data("run mine.plateau\nstrategy first\n".utf8).write(
      to: rules.appending(path: "chosen.plateau"))
    let session = try WatchedSession(in: folder.path)
    try session.answer("run rules/mine.plateau")
    #expect(
      try session.rows("strategy").prefix(2).map { $0.prefix(2) } == [
        ["first", "false"], ["second", "true"],
      ])
    // A path in a file is relative to that file.
    try session.answer("reset; run \"rules/chosen.plateau\"")
    #expect(
      try session.rows("strategy").prefix(2).map { $0.prefix(2) } == [
        ["first", "true"], ["second", "false"],
      ])
    try session.answer("generate P bars 400 seed 1; window all; sweep")
    #expect(try session.answer("help first").contains("  # Above its mean.\n"))
    let answer = try session.answer("runs")
    #expect(answer.contains("first") && answer.contains("3"), "\(answer)")
    // The same from a shell.
    let outcome = try Binary.run(["run", "rules/chosen.plateau"], in: folder)
    #expect(outcome.status == 0 && outcome.output.contains("strategy second: m 5"))
  }
}
