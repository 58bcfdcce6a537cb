import Foundation
import PlateauLanguage
@testable import PlateauWorkbench
import Testing

/// What `help NAME` finds out about a strategy.
@Suite struct StrategyHelpTests {
  private let written = """
    strategy mine {
      param n = 20 in 10..30 step 10
      param stop_pct = 4%
      let base = sma(close, n)
      buy  when close > base and rsi(base, 5) < 30
      sell when close < lowest(low, n)[1]
      stop stop_pct
    }

    """

  private func page(_ commands: String) throws -> [String] {
    try WatchedSession().answer(commands).split(
      separator: "\n", omittingEmptySubsequences: false
    ).map(String.init)
  }

  @Test func `help prints the text, the parameters and what they propose`() throws {
    let lines = try page(written + "help mine")
    #expect(lines.contains("  buy  when close > base and rsi(base, 5) < 30"))
    #expect(lines.contains("  n = 20, proposes 10..30 step 10"))
    #expect(lines.contains("  stop_pct = 4%"))
  }

  @Test func `help counts the warm-up with the defaults`() throws {
    // The 20th value is the first mean; the RSI of means needs 5 changes more: bar 24, counted
    // from 0. The lowest low of 20 bars, one bar ago, is there on bar 20.
    #expect(try page(written + "help mine").contains("Warm-up: 24 bars with the defaults."))
    // A crossing looks at the bar before: 50 means are there from bar 49, their crossing from 50.
    #expect(try page("help sma_cross").contains("Warm-up: 50 bars with the defaults."))
    #expect(try page("help buy_and_hold").contains("Warm-up: none."))
    // Prices that are too short for it do not make it unknown.
    #expect(
      try page("generate P bars 30 seed 1; help sma_cross").contains(
        "Warm-up: 50 bars with the defaults."))
    #expect(
      try page("strategy far { buy when close > sma(close, 60000) }; help far").contains(
        "Warm-up: not over after 50,000 bars with the defaults."))
  }

  @Test func `help counts the columns that the present values give`() throws {
    let lines = try page(written + "help mine")
    let start = try #require(lines.firstIndex(of: "Computed once for all candidates:"))
    #expect(
      lines[(start + 1)...].prefix(3) == [
        "  sma(close, n): 3 columns", "  rsi(sma(close, n), 5): 3 columns",
        "  lowest(low, n): 3 columns",
      ])
    #expect(try page(written + "strategy sma_cross; help mine").contains("  sma(close, n)"))
  }

  @Test func `help names the path of a sweep`() throws {
    #expect(
      try page("help sma_cross").joined(separator: " ").contains(
        "Path of a sweep: from trade to trade; the rules are comparisons, and trades compound."))
    #expect(
      try page("help volatility_balancing").joined(separator: " ").contains(
        "Path of a sweep: side by side, from fill to fill;"))
  }

  @Test func `help of a strategy changes nothing`() throws {
    let session = try WatchedSession(written + "generate P bars 100 seed 1")
    let before = session.session.state
    try session.answer("help mine; help volatility_balancing; help swing")
    #expect(session.session.state == before)
  }
}
