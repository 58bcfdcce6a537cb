import CEngineKernels
import PlateauMarket

/// The figures of trades at the costs that came last, kept because they come again.
struct KeptFigures {
  private let market: Market
  private var kept: [TradeFigures] = []

  /// The most figures of different costs that are kept, in bytes.
  private static let byteLimit = 64 << 20

  init(_ market: Market) {
    self.market = market
  }

  /// The figures of some costs.
  ///
  /// The oldest make room for new ones. Which are at hand differs from thread to thread, so it must
  /// not decide which way a candidate goes: its last bits would depend on it.
  mutating func figures(of costs: TradeCosts, _ summaries: WindowSummaries) -> TradeFigures {
    for known in kept where known.costs == costs && known.summaries === summaries {
      return known
    }
    kept.removeAll { $0.summaries !== summaries }
    let most = max(1, Self.byteLimit / (market.window.count * MemoryLayout<trade_side>.stride * 2))
    if kept.count >= most { kept.removeFirst() }
    let made = TradeFigures(costs, summaries: summaries, market: market)
    kept.append(made)
    return made
  }
}
