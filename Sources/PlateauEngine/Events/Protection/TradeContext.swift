import PlateauMarket

/// What trades of one market and one way of execution have in common, as plain numbers and places
/// in memory: nothing is counted or checked in the innermost loops.
///
/// Bars count from the window's first. Valid only while the price view and the summaries are.
struct TradeContext {
  let open: UnsafePointer<Double>
  let high: UnsafePointer<Double>
  let low: UnsafePointer<Double>
  let close: UnsafePointer<Double>
  let inverseClose: UnsafePointer<Double>
  let day: UnsafePointer<Double>
  let summaries: Unmanaged<WindowSummaries>
  let barCount: Int
  /// The window's first bar, an index into the series.
  let firstBar: Int
  let commission: Double
  /// What a price is times when bought, and when sold.
  let slip: (bought: Double, sold: Double)
  let fillsAtClose: Bool
  let countsFromFill: Bool
  let protection: ExecutionSettings.Protection

  init(
    _ prices: PriceView, _ summaries: WindowSummaries, _ settings: ExecutionSettings,
    window: Range<Int>
  ) {
    open = prices.open + window.lowerBound
    high = prices.high + window.lowerBound
    low = prices.low + window.lowerBound
    close = prices.close + window.lowerBound
    inverseClose = summaries.inverseCloses
    day = summaries.days
    self.summaries = Unmanaged.passUnretained(summaries)
    barCount = window.count
    firstBar = window.lowerBound
    commission = settings.commission
    slip = (1 + settings.slippage, 1 - settings.slippage)
    fillsAtClose = settings.fill == .close
    countsFromFill = settings.stopBasis == .fill
    protection = settings.protective
  }

  /// The sums up to a bar, it included.
  @inline(__always)
  func sums(through bar: Int) -> SIMD4<Double> {
    summaries._withUnsafeGuaranteedRef { $0.sums(through: bar) }
  }

  /// What one return adds to the sums.
  @inline(__always)
  func contribution(of value: Double) -> SIMD4<Double> {
    summaries._withUnsafeGuaranteedRef { $0.contribution(of: value) }
  }

  /// What drawdown needs to know of the closes from one bar through another.
  @inline(__always)
  func held(_ first: Int, through last: Int) -> HeldCloses {
    summaries._withUnsafeGuaranteedRef { summaries in
      let range = summaries.ranges.figures(first, through: last)
      return HeldCloses(low: range.low, ratio: range.ratio, inverseHigh: range.inverseHigh)
    }
  }
}

/// What drawdown needs to know of closes at which a position was held.
struct HeldCloses {
  var low = Double.infinity
  var ratio = 1.0
  var inverseHigh = Double.infinity

  @inline(__always)
  mutating func add(_ close: Double, inverse: Double) {
    low = min(low, close)
    inverseHigh = min(inverseHigh, inverse)
    ratio = min(ratio, close * inverseHigh)
  }
}
