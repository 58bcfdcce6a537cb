import PlateauColumns

extension Metric {
  /// Gains over losses.
  static let omegaRatio = Metric(
    "omega_ratio", aliases: ["omega"], .number, .higher,
    "sum of gains over sum of losses of the bars",
    convention: "sum of max(r, 0) / |sum of min(r, 0)|: threshold 0 (Keating and Shadwick, 2002)."
  ) { backtest in
    ratio(
      backtest.returns.reduce(0) { $0 + max($1, 0) },
      -backtest.returns.reduce(0) { $0 + min($1, 0) })
  }

  /// Value at risk.
  static let valueAtRisk = Metric(
    "var_95", .fraction, .higher,
    "return of a bar that one in twenty falls below",
    convention: """
      5% quantile of returns, historical, with linear interpolation; below zero for a loss. \
      quantstats assumes a normal distribution.
      """
  ) { quantile(0.05, ofSorted: $0.returns.sorted()) }

  /// Expected shortfall.
  static let conditionalValueAtRisk = Metric(
    "cvar_95", .fraction, .higher,
    "mean return of the worst bars, one in twenty",
    convention: """
      mean of the returns at or below var_95, historical. empyrical takes the \
      int(0.05 (n-1)) + 1 smallest; quantstats assumes a normal distribution.
      """
  ) { backtest in
    let threshold = quantile(0.05, ofSorted: backtest.returns.sorted())
    return mean(of: backtest.returns.filter { $0 <= threshold })
  }

  /// Asymmetry of returns.
  static let skew = Metric(
    "skew", .number, .higher,
    "asymmetry of returns",
    convention: "third central moment / sd^3, population; pandas and quantstats correct the bias."
  ) { backtest in
    let variance = centralMoment(2, of: backtest.returns)
    return ratio(centralMoment(3, of: backtest.returns), variance * variance.squareRoot())
  }

  /// Weight of the tails.
  static let kurtosis = Metric(
    "kurtosis", .number, .lower,
    "weight of the tails of returns beyond a normal distribution's",
    convention: """
      fourth central moment / variance^2 - 3, population; pandas and quantstats correct the bias.
      """
  ) { backtest in
    let variance = centralMoment(2, of: backtest.returns)
    return ratio(centralMoment(4, of: backtest.returns), variance * variance) - 3
  }

  /// Right tail over left tail.
  static let tailRatio = Metric(
    "tail_ratio", .number, .higher,
    "size of good bars over size of bad ones",
    convention: "|95% quantile| / |5% quantile| of returns, with linear interpolation."
  ) { backtest in
    let sorted = backtest.returns.sorted()
    return ratio(abs(quantile(0.95, ofSorted: sorted)), abs(quantile(0.05, ofSorted: sorted)))
  }
}
