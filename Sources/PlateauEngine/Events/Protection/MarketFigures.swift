import CEngineKernels
import PlateauMarket

/// What candidates with stops and targets of one market have in common, whatever their signals.
///
/// It belongs to one thread.
final class MarketFigures {
  /// Where the levels of entries are reached.
  typealias Reach = (below: ReachedLevels, above: ReachedLevels)

  /// What levels depend on besides fractions and prices.
  private struct LevelBasis: Hashable {
    let fill: ExecutionSettings.FillTime
    /// How much more than the price the basis is; undefined for the deciding close.
    let slippage: Double?
    let isByCloses: Bool
  }

  /// Memory for the ends of trades that do not depend on stops and targets.
  let records = ExitRecords()
  /// Memory for trades that do.
  let trades: UnsafeMutablePointer<protected_trade>
  private let bars: UnsafeMutablePointer<Int32>
  private let market: Market
  private var kept: KeptFigures
  private var prices: [Bool: (below: ReachedBars, above: ReachedBars)] = [:]
  private var levels: [LevelBasis: Reach] = [:]

  init(_ market: Market) {
    self.market = market
    kept = KeptFigures(market)
    bars = .allocate(capacity: market.window.count * 2)
    trades = .allocate(capacity: market.window.count)
  }

  deinit {
    bars.deallocate()
    trades.deallocate()
  }

  /// Room for two bars for each bar.
  func memos() -> (BarMemo, BarMemo) {
    let count = market.window.count
    return (BarMemo(bars, count: count), BarMemo(bars + count, count: count))
  }

  /// What entries and exits of some costs contribute to trades.
  func figures(_ costs: TradeCosts, _ summaries: WindowSummaries) -> TradeFigures {
    kept.figures(of: costs, summaries)
  }

  /// Where prices reach the levels of stops and of targets.
  func reach(_ settings: ExecutionSettings) -> Reach {
    let basis = LevelBasis(
      fill: settings.fill, slippage: settings.stopBasis == .fill ? settings.slippage : nil,
      isByCloses: settings.protective == .close)
    if let known = levels[basis] { return known }
    // Few sweeps vary these.
    if levels.count >= 4 { levels = [:] }
    let prices =
      prices[basis.isByCloses]
      ?? (
        below: ReachedBars(isBelow: true, settings.protective, market: market),
        above: ReachedBars(isBelow: false, settings.protective, market: market)
      )
    self.prices[basis.isByCloses] = prices
    let made = (
      below: ReachedLevels(prices.below, barCount: market.window.count),
      above: ReachedLevels(prices.above, barCount: market.window.count)
    )
    levels[basis] = made
    return made
  }
}
