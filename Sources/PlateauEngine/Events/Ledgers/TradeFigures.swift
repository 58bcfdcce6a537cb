import CEngineKernels
import PlateauColumns
import PlateauMarket

/// What trades cost besides their prices.
struct TradeCosts: Hashable {
  let commission: Double
  let slippage: Double
  let fill: ExecutionSettings.FillTime

  init(_ settings: ExecutionSettings) {
    commission = settings.commission
    slippage = settings.slippage
    fill = settings.fill
  }
}

/// What an entry or an exit on each bar of a window contributes to a trade of all equity.
///
/// A trade is the sum of its entry's and its exit's figures. Bars count from the window's first.
///
/// - Complexity: O(bars) to make, 128 bytes a bar.
final class TradeFigures {
  let costs: TradeCosts
  /// The sums the figures were made from.
  let summaries: WindowSummaries
  let entries: UnsafeMutablePointer<trade_side>
  /// One more than there are bars: the last stands for a position that is still open.
  let exits: UnsafeMutablePointer<trade_side>

  /// Works out the figures of every bar.
  init(_ costs: TradeCosts, summaries: WindowSummaries, market: Market) {
    self.costs = costs
    self.summaries = summaries
    let (series, window) = (market.series, market.window)
    let closes = summaries.closes
    entries = Self.sides(window.count)
    exits = Self.sides(window.count + 1)
    let fills = costs.fill == .close ? series.close : series.open
    let (bought, sold) = (1 + costs.slippage, 1 - costs.slippage)
    for bar in 0..<window.count {
      let day = summaries.days[bar]
      let price = fills[window.lowerBound + bar] * bought
      let cost = price * (1 + costs.commission)
      var sums = bar == 0 ? .zero : summaries.contribution(of: closes[bar] / cost - 1)
      sums -= summaries.sums(through: bar)
      sums[3] += closes[bar]
      (entries + bar).initialize(
        to: trade_side(sums, SIMD4(1 / cost, price, 1 / price, day)))
      let exitPrice = fills[window.lowerBound + bar] * sold
      let proceeds = exitPrice * (1 - costs.commission)
      let before =
        bar == 0
        ? .zero
        : summaries.sums(through: bar - 1)
          + summaries.contribution(of: proceeds / closes[bar - 1] - 1)
      (exits + bar).initialize(
        to: trade_side(before, SIMD4(proceeds, exitPrice, 0, day)))
    }
    let last = window.count - 1
    (exits + window.count).initialize(
      to: trade_side(
        summaries.sums(through: last), SIMD4(closes[last], closes[last], 0, 0)))
  }

  /// Room for so many sides, each in one line of the cache.
  private static func sides(_ count: Int) -> UnsafeMutablePointer<trade_side> {
    UnsafeMutableRawPointer.allocate(
      byteCount: count * MemoryLayout<trade_side>.stride, alignment: 64
    ).bindMemory(to: trade_side.self, capacity: count)
  }

  deinit {
    entries.deallocate()
    exits.deallocate()
  }
}

extension trade_side {
  fileprivate init(_ sums: SIMD4<Double>, _ terms: SIMD4<Double>) {
    self.init(
      sums: (sums[0], sums[1], sums[2], sums[3]), terms: (terms[0], terms[1], terms[2], terms[3]))
  }
}

extension PriceSeries {
  /// A bar's day as a number, of which differences are what `days(from:to:)` gives.
  func dayCount(at bar: Int) -> Double {
    if case .intraday = interval { return Double(times[bar].seconds) / 86_400 }
    return Double(times[bar].date.dayNumber)
  }
}
