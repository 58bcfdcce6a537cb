import Foundation
import Testing

/// The strategy block of DESIGN, typed at the prompt as it is printed there, against an independent
/// implementation.
@Suite(.enabled(if: Binary.hasShared, "needs ../shared"))
struct PullbackParityTests {
  static let block = """
    strategy pullback {
      param trend = 100
      param dip = 5
      param stop_pct = 4%
      let base = sma(close, trend)
      buy  when close > base and rsi(close, dip) < 30
      sell when rsi(close, dip) > 55
      stop stop_pct
    }
    """

  @Test func `typed at the prompt, it sweeps and trades as an independent one does`() throws {
    let facts = StrategyFacts.pullback
    try PseudoTerminal.prompt { terminal, home in
      try terminal.enter(
        "load \"\(Binary.shared.path)/data/GOOG_daily.csv\"", waitingFor: "2148 bars")
      try terminal.enter("window all", waitingFor: "window all: 2,148 bars")
      for line in Self.block.split(separator: "\n") { terminal.type(line + "\r") }
      try terminal.wait(for: "trend 100, dip 5, stop_pct 4%")
      for line in facts.space { try terminal.enter(line, waitingFor: "combinations in all") }
      try terminal.enter("sweep", waitingFor: "verified      16/16")
      let file = home.appending(path: "r.csv")
      try terminal.enter("export csv \"\(file.path)\"", waitingFor: "wrote ")
      try terminal.enter("save \"\(home.path)/s.plateau\"", waitingFor: "wrote ")
      #expect(try terminal.quit() == 0)
      let results = try TextTable(contentsOf: file)
      facts.check(results)
      let session = try WatchedSession(in: home.path, "run s.plateau")
      try facts.checkTrades(of: results) { try session.rows("trades \($0)") }
    }
  }
}
