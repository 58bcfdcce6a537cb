import PlateauColumns

extension Convention {
  /// quantstats' statistics, which know returns of bars and no trades.
  ///
  /// - Note: Source: quantstats 0.0.86, `stats.py`, with the curve's periods a year.
  static let quantstats = Convention("quantstats", version: "0.0.86") { curve in
    let (returns, periods) = (curve.returns, curve.periodsPerYear)
    let count = Double(returns.count)
    let total = curve.equity[returns.count] / curve.equity[0] - 1
    let cagr = Mathematics.power(1 + total, periods / count) - 1
    let (average, deviation) = (mean(of: returns), sampleDeviation(of: returns))
    let deepest = -(curve.drawdowns.max() ?? .nan)
    let (gains, losses) = returns.gainsAndLosses
    let sorted = returns.sorted()
    let wins = ratio(
      Double(returns.count { $0 > 0 }), Double(returns.count { $0 != 0 }))
    let payoff = returns.meanGainOverMeanLoss
    let sharpe = ratio(average, deviation)
    let (skew, kurtosis) = correctedMoments(of: returns)
    let tail = NormalDistribution.quantile(0.05)
    return [
      Figure("total_return", .fraction, total),
      // Years counted in bars.
      Figure("cagr", .fraction, cagr),
      Figure("volatility", .fraction, deviation * periods.squareRoot()),
      Figure("sharpe_ratio", .number, sharpe * periods.squareRoot()),
      // Divided by a penalty for returns that resemble the ones before.
      Figure(
        "smart_sharpe", .number, sharpe * periods.squareRoot() / likenessPenalty(of: returns)),
      Figure(
        "sortino_ratio", .number, PlateauEngine.sortinoRatio(of: returns, periodsPerYear: periods)),
      Figure("calmar_ratio", .number, ratio(cagr, abs(deepest))),
      Figure("max_drawdown", .fraction, deepest),
      // From the first day in drawdown to the last, both included.
      Figure("longest_drawdown", .days, longestDrawdown(of: curve)),
      // Bars won over bars that moved, not trades.
      Figure("win_rate", .fraction, wins),
      Figure("profit_factor", .number, ratio(gains, losses)),
      Figure("payoff_ratio", .number, payoff),
      Figure("kelly", .number, ratio(payoff * wins - (1 - wins), payoff)),
      Figure("omega_ratio", .number, ratio(gains, losses)),
      Figure("gain_to_pain", .number, ratio(gains - losses, losses)),
      // The plain sum of returns over the drawdown.
      Figure("recovery_factor", .number, ratio(abs(returns.reduce(0, +)), abs(deepest))),
      // Normal, not historical.
      Figure("var_95", .fraction, average + deviation * tail),
      Figure("cvar_95", .fraction, average - deviation * density(tail) / 0.05),
      // Bias-corrected.
      Figure("skew", .number, skew),
      Figure("kurtosis", .number, kurtosis),
      Figure(
        "tail_ratio", .number,
        abs(ratio(quantile(0.95, ofSorted: sorted), quantile(0.05, ofSorted: sorted)))),
      // Divided by n-1.
      Figure(
        "ulcer_index", .fraction,
        ratio(curve.drawdowns.reduce(0) { $0 + $1 * $1 }, count - 1).squareRoot()),
      Figure("longest_wins", .length, longestRun(of: returns) { $0 > 0 }),
      Figure("longest_losses", .length, longestRun(of: returns) { $0 < 0 }),
    ]
  }

  /// Skew and excess kurtosis, corrected for the bias of a sample.
  private static func correctedMoments(of returns: [Double]) -> (skew: Double, kurtosis: Double) {
    let n = Double(returns.count)
    let variance = centralMoment(2, of: returns)
    let skew = ratio(centralMoment(3, of: returns), variance * variance.squareRoot())
    let kurtosis = ratio(centralMoment(4, of: returns), variance * variance) - 3
    return (
      skew * ratio((n * (n - 1)).squareRoot(), n - 2),
      ratio(n - 1, (n - 2) * (n - 3)) * ((n + 1) * kurtosis + 6)
    )
  }

  /// sqrt(1 + 2 · Σ (1 - k/n)·|ρ|^k), ρ the correlation of neighbouring returns.
  private static func likenessPenalty(of returns: [Double]) -> Double {
    let (before, after) = (Array(returns.dropLast()), Array(returns.dropFirst()))
    let (mean, otherMean) = (mean(of: before), PlateauEngine.mean(of: after))
    var (covariance, variance, otherVariance) = (0.0, 0.0, 0.0)
    for (value, other) in zip(before, after) {
      covariance += (value - mean) * (other - otherMean)
      variance += (value - mean) * (value - mean)
      otherVariance += (other - otherMean) * (other - otherMean)
    }
    let correlation = abs(ratio(covariance, (variance * otherVariance).squareRoot()))
    var (sum, power) = (0.0, 1.0)
    for lag in 1..<max(2, returns.count) {
      power *= correlation
      sum += (1 - Double(lag) / Double(returns.count)) * power
    }
    return (1 + 2 * sum).squareRoot()
  }

  private static func density(_ value: Double) -> Double {
    Mathematics.exponential(-value * value / 2) / (2 * Double.pi).squareRoot()
  }

  private static func longestDrawdown(of curve: EquityCurve) -> Double {
    var (longest, start) = (0.0, -1)
    for (bar, drawdown) in curve.drawdowns.enumerated() {
      if drawdown > 0 {
        if start < 0 { start = bar }
        longest = max(longest, curve.days(from: start, to: bar) + 1)
      } else {
        start = -1
      }
    }
    return longest
  }

  private static func longestRun(of returns: [Double], _ belongs: (Double) -> Bool) -> Double {
    var (longest, run) = (0, 0)
    for value in returns {
      run = belongs(value) ? run + 1 : 0
      longest = max(longest, run)
    }
    return Double(longest)
  }
}
