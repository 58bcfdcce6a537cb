import PlateauColumns

extension Metric {
  /// The deepest fall from a peak.
  static let maximumDrawdown = Metric(
    "max_drawdown", aliases: ["drawdown", "dd"], .fraction, .lower, isDefault: true,
    "deepest fall of equity from its running peak",
    convention: """
      max(1 - E / running peak of E), a positive fraction; opening cash is no peak. Other \
      packages state it below zero.
      """
  ) {
    PlateauEngine.maximumDrawdown(of: $0.equity)
  } fromSummary: {
    $0.deepestDrawdown
  }

  /// Growth over drawdown.
  static let calmarRatio = Metric(
    "calmar_ratio", aliases: ["calmar"], .number, .higher, isDefault: true,
    "compound annual growth rate over maximum drawdown",
    convention: """
      cagr / max_drawdown over the whole window, growth by calendar days. empyrical takes growth \
      by bars; Young's original looks at three years.
      """
  ) {
    ratio(
      compoundAnnualGrowth(from: $0.openingCash, to: $0.finalEquity, days: $0.calendarDays),
      PlateauEngine.maximumDrawdown(of: $0.equity))
  } fromSummary: {
    ratio($0.annualGrowth, $0.deepestDrawdown)
  }

  /// Depth and length of drawdowns in one number.
  static let ulcerIndex = Metric(
    "ulcer_index", aliases: ["ulcer"], .fraction, .lower,
    "root mean square of drawdown",
    convention: """
      sqrt(mean(d^2)) over the drawdowns after each return (Martin, 1987). quantstats divides by \
      n-1.
      """
  ) { PlateauEngine.ulcerIndex(of: $0.equity) }

  /// The longest time under water.
  static let longestDrawdown = Metric(
    "longest_drawdown_days", .days, .lower,
    "longest time from a peak until equity is back at it",
    convention: """
      calendar days from a peak's last bar to the first bar at or above it; to the last bar where \
      it is not regained. quantstats counts from the first day in drawdown to the last.
      """
  ) { backtest in
    let series = backtest.market.series
    var (peak, peakBar, longest) = (-Double.infinity, backtest.firstBar, 0.0)
    for (bar, equity) in zip(backtest.bars, backtest.equity) {
      let isUnderWater = equity < peak
      let ends = bar == backtest.bars.upperBound - 1
      if bar > peakBar + 1 || isUnderWater, !isUnderWater || ends {
        longest = max(longest, series.days(from: peakBar, to: bar))
      }
      if !isUnderWater { (peak, peakBar) = (equity, bar) }
    }
    return longest
  }
}

/// The deepest fall from a running peak, as a positive fraction of the peak.
///
/// - Parameter equity: Equity at each close.
/// - Returns: 0 where equity never falls by more than rounding, `nan` for no values.
/// - Complexity: O(bars).
public func maximumDrawdown(of equity: [Double]) -> Double {
  guard var peak = equity.first else { return .nan }
  var deepest = 0.0
  for value in equity {
    if value > peak { peak = value }
    deepest = max(deepest, 1 - value / peak)
  }
  return beyondRounding(drawdown: deepest)
}

/// A drawdown, or zero where it is no more than the rounding of an equity curve.
@inline(__always)
func beyondRounding(drawdown: Double) -> Double { drawdown > 1e-13 ? drawdown : 0 }

/// The root mean square of drawdown over all bars but the first, which has none by definition.
///
/// - Parameter equity: Equity at each close.
/// - Returns: A fraction, `nan` for fewer than two values.
/// - Complexity: O(bars).
/// - Note: Source: Martin and McCann (1989), "The Investor's Guide to Fidelity Funds".
public func ulcerIndex(of equity: [Double]) -> Double {
  guard var peak = equity.first else { return .nan }
  var squares = 0.0
  for value in equity.dropFirst() {
    peak = max(peak, value)
    squares += (1 - value / peak) * (1 - value / peak)
  }
  return (squares / Double(equity.count - 1)).squareRoot()
}
