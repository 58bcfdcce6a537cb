import PlateauColumns

extension Metric {
  /// Mean over downside deviation.
  static let sortinoRatio = Metric(
    "sortino_ratio", aliases: ["sortino"], .number, .higher, isDefault: true,
    needsEveryClose: true,
    "mean return over its downside deviation, annualised",
    convention: """
      mean(x) / sqrt(mean(min(x, 0)^2)) * sqrt(P) with x = r - risk_free/P; the downside \
      deviation runs over all bars. Some packages take the deviation of negative returns alone, \
      which comes out smaller or larger; empyrical and quantstats agree with this one.
      """
  ) {
    PlateauEngine.sortinoRatio(
      of: $0.returns, periodsPerYear: $0.periodsPerYear, riskFreePerBar: $0.riskFreePerBar)
  } fromSummary: {
    ratio($0.meanReturn - $0.riskFreePerBar, beyondRounding(deviation: $0.downsideDeviation))
      * $0.periodsPerYear.squareRoot()
  }
}

/// Annualised Sortino ratio of a return series.
///
/// - Parameters:
///   - returns: Simple returns, one a bar.
///   - periodsPerYear: Bars in a year.
///   - riskFreePerBar: Return of cash in one bar; it is also the target.
/// - Returns: A dimensionless ratio, `nan` without any return below the target by more than
///   rounding.
/// - Complexity: O(bars).
/// - Note: Source: Sortino and Price (1994), "Performance Measurement in a Downside Risk
///   Framework", Journal of Investing 3(3).
public func sortinoRatio(
  of returns: [Double], periodsPerYear: Double, riskFreePerBar: Double = 0
) -> Double {
  var (sum, squares) = (0.0, 0.0)
  for value in returns {
    let excess = value - riskFreePerBar
    sum += excess
    squares += min(excess, 0) * min(excess, 0)
  }
  let count = Double(returns.count)
  let downside = beyondRounding(deviation: (squares / count).squareRoot())
  return ratio(sum / count, downside) * periodsPerYear.squareRoot()
}
