import PlateauColumns

extension Metric {
  /// Annualised deviation of returns.
  static let volatility = Metric(
    "volatility", .fraction, .lower, isDefault: true,
    "standard deviation of returns, annualised",
    convention: """
      sd(r) * sqrt(P), simple returns of every bar, sd with n-1. backtesting.py compounds it: \
      sqrt((var + (1+g)^2)^P - (1+g)^(2P)).
      """
  ) {
    sampleDeviation(of: $0.returns) * $0.periodsPerYear.squareRoot()
  } fromSummary: {
    $0.returnDeviation * $0.periodsPerYear.squareRoot()
  }
}
