import PlateauMarket

/// What candidates with stops and targets of one market have in common, whatever their signals.
///
/// It belongs to one thread.
final class MarketFigures {
  /// Room for the number of a bar for each bar of the window.
  let signals: UnsafeMutablePointer<Int32>
  /// Memory for the ends of trades.
  let records = ExitRecords()
  private let market: Market
  private var kept: KeptFigures
  private var closes: (below: ReachedBars, above: ReachedBars)?
  private var ranges: (below: ReachedBars, above: ReachedBars)?

  init(_ market: Market) {
    self.market = market
    kept = KeptFigures(market)
    signals = .allocate(capacity: market.window.count)
  }

  deinit { signals.deallocate() }

  /// What entries and exits of some costs contribute to trades.
  func figures(_ costs: TradeCosts, _ summaries: WindowSummaries) -> TradeFigures {
    kept.figures(of: costs, summaries)
  }

  /// Where prices reach the levels of stops and of targets.
  func reach(
    _ protection: ExecutionSettings.Protection
  ) -> (below: ReachedBars, above: ReachedBars) {
    if let known = protection == .close ? closes : ranges { return known }
    let made = (
      below: ReachedBars(isBelow: true, protection, market: market),
      above: ReachedBars(isBelow: false, protection, market: market)
    )
    if protection == .close { closes = made } else { ranges = made }
    return made
  }
}
