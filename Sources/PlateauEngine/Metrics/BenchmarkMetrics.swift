import PlateauColumns

extension Metric {
  /// Return beyond what the market's explains.
  static let alpha = Metric(
    "alpha", .fraction, .higher,
    "annual return that holding the stock does not explain",
    convention: """
      (mean(x) - beta * mean(b)) * P, arithmetic, x and b in excess of risk_free/P, b the returns \
      of buy and hold. empyrical compounds it; backtesting.py takes total returns.
      """
  ) { backtest in
    let comparison = Comparison(backtest)
    return (comparison.meanExcess - comparison.beta * comparison.meanMarketExcess)
      * backtest.periodsPerYear
  }

  /// Sensitivity to the market.
  static let beta = Metric(
    "beta", .number, .neutral,
    "how much of the stock's moves the account follows",
    convention: "cov(r, b) / var(b), b the returns of buy and hold."
  ) { Comparison($0).beta }

  /// Active return over its deviation.
  static let informationRatio = Metric(
    "information_ratio", .number, .higher,
    "return beyond buy and hold over its deviation, annualised",
    convention: "mean(r - b) / sd(r - b) * sqrt(P), sd with n-1."
  ) { backtest in
    let active = zip(backtest.returns, backtest.marketReturns).map { $0 - $1 }
    return PlateauEngine.sharpeRatio(of: active, periodsPerYear: backtest.periodsPerYear)
  }
}

/// How the returns of a backtest move with those of holding the stock.
private struct Comparison {
  let meanExcess: Double
  let meanMarketExcess: Double
  let beta: Double

  init(_ backtest: Backtest) {
    let (returns, market) = (backtest.returns, backtest.marketReturns)
    let (mean, marketMean) = (mean(of: returns), PlateauEngine.mean(of: market))
    var (covariance, variance) = (0.0, 0.0)
    for (value, other) in zip(returns, market) {
      covariance += (value - mean) * (other - marketMean)
      variance += (other - marketMean) * (other - marketMean)
    }
    beta = ratio(covariance, variance)
    meanExcess = mean - backtest.riskFreePerBar
    meanMarketExcess = marketMean - backtest.riskFreePerBar
  }
}
