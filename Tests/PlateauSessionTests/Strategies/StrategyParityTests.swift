import Foundation
import Testing

/// Shipped strategies against an independent implementation: the numbers are facts, the rules are
/// those of the scripts.
@Suite struct StrategyParityTests {
  static let shipped: [(name: String, facts: StrategyFacts)] = [
    ("pullback", .shippedPullback), ("turtle", .shippedTurtle),
    ("macd-trend", .shippedMacdTrend), ("band-reversion", .shippedBandReversion),
    ("rsi2", .shippedRsi2), ("dual-momentum", .shippedDualMomentum),
    ("opening-range", .shippedOpeningRange),
    ("volatility-breakout", .shippedVolatilityBreakout),
    ("zscore-reversion", .shippedZscoreReversion),
    ("keltner-breakout", .shippedKeltnerBreakout), ("supertrend", .shippedSupertrend),
  ]

  @Test(arguments: shipped.indices)
  func `a shipped strategy earns on its own prices what an independent one earns`(
    index: Int
  ) throws {
    let (name, facts) = Self.shipped[index]
    try check(facts, after: ShippedStrategy(name).commands, from: ShippedStrategy.folder.path)
  }

  static let markets: [(name: String, prices: String, facts: StrategyFacts)] = [
    ("volatility-breakout", "GOOG_daily", .volatilityBreakout),
    ("keltner-breakout", "GOOG_daily", .keltnerBreakout),
    ("opening-range", "EURUSD_1h", .openingRange),
    ("zscore-reversion", "BTC-USD_daily", .zscoreReversion),
  ]

  @Test(.enabled(if: Binary.hasShared, "needs ../shared"), arguments: markets.indices)
  func `a shipped strategy earns on real prices what an independent one earns`(
    index: Int
  ) throws {
    let (name, prices, facts) = Self.markets[index]
    let load = "load \"\(Binary.shared.path)/data/\(prices).csv\"\nwindow all\n"
    try check(facts, after: load + ShippedStrategy(name).rules)
  }

  private func check(
    _ facts: StrategyFacts, after commands: String, from folder: String? = nil
  ) throws {
    let place = try Binary.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: place) }
    let session = try WatchedSession(in: folder ?? place.path, commands)
    try session.answer(facts.settings)
    let file = place.appending(path: "r.csv")
    try session.answer(
      (facts.space + ["sweep", "export csv \"\(file.path)\""]).joined(separator: "\n"))
    let results = try TextTable(contentsOf: file)
    facts.check(results)
    try facts.checkTrades(of: results) { try session.rows("trades \($0)") }
  }
}
