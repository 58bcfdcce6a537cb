import PlateauColumns

extension Metric {
  /// Mean over deviation of excess returns.
  static let sharpeRatio = Metric(
    "sharpe_ratio", aliases: ["sharpe"], .number, .higher, isDefault: true,
    "mean return over its deviation, annualised",
    convention: """
      mean(r - risk_free/P) / sd(r) * sqrt(P), simple returns of every bar, sd with n-1. \
      backtesting.py divides the geometric annual return by a compounded volatility; empyrical \
      and quantstats agree with this one.
      """
  ) {
    PlateauEngine.sharpeRatio(
      of: $0.returns, periodsPerYear: $0.periodsPerYear, riskFreePerBar: $0.riskFreePerBar)
  } fromSummary: {
    ratio($0.meanReturn - $0.riskFreePerBar, $0.returnDeviation)
      * $0.periodsPerYear.squareRoot()
  }
}

/// Annualised Sharpe ratio of a return series.
///
/// - Parameters:
///   - returns: Simple returns, one a bar (0.01 is one per cent).
///   - periodsPerYear: Bars in a year: 252 for daily bars of a stock exchange.
///   - riskFreePerBar: Return of cash in one bar.
/// - Returns: A dimensionless ratio, `nan` for fewer than two bars or constant returns.
/// - Complexity: O(bars).
/// - Note: Source: Sharpe (1994), "The Sharpe Ratio", Journal of Portfolio Management 21(1).
public func sharpeRatio(
  of returns: [Double], periodsPerYear: Double, riskFreePerBar: Double = 0
) -> Double {
  ratio(mean(of: returns) - riskFreePerBar, sampleDeviation(of: returns))
    * periodsPerYear.squareRoot()
}
