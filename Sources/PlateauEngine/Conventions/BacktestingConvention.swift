import PlateauColumns

extension Convention {
  /// backtesting.py's `stats`, with trade returns where others take money.
  ///
  /// - Note: Source: backtesting.py 0.6.6, `_stats.py`. Its alpha and buy-and-hold return begin
  ///   after its own warm-up, which a curve does not show, and are left out.
  static let backtesting = Convention("backtesting.py", version: "0.6.6") { curve in
    let days = DailyReturns(curve)
    let annual = Mathematics.power(1 + days.growth, days.perYear) - 1
    // The variance of a product of independent returns (ssrn 3054517).
    let variance = sampleDeviation(of: days.returns) * sampleDeviation(of: days.returns)
    let square = (1 + days.growth) * (1 + days.growth)
    let volatility =
      (Mathematics.power(variance + square, days.perYear)
      - Mathematics.power(square, days.perYear)).squareRoot()
    let downside = mean(of: days.returns.map { min($0, 0) * min($0, 0) }).squareRoot()
    let last = curve.equity.count - 1
    let deepest = curve.drawdowns.max() ?? .nan
    let spells = DrawdownSpells(curve)
    return [
      Figure("total_return", .fraction, curve.equity[last] / curve.equity[0] - 1),
      // Geometric mean a day to the power of the days a year.
      Figure("annual_return", .fraction, annual),
      Figure(
        "cagr", .fraction,
        compoundAnnualGrowth(
          from: curve.equity[0], to: curve.equity[last], days: curve.days(from: 0, to: last))),
      Figure("volatility", .fraction, volatility),
      // Geometric, not arithmetic: annual return over compounded volatility.
      Figure("sharpe_ratio", .number, ratio(annual, volatility)),
      Figure("sortino_ratio", .number, ratio(annual, downside * days.perYear.squareRoot())),
      Figure("calmar_ratio", .number, ratio(annual, deepest)),
      Figure("max_drawdown", .fraction, -deepest),
      Figure("mean_drawdown", .fraction, -mean(of: spells.depths)),
      // Calendar days from the peak to the recovery, or to the last bar.
      Figure("longest_drawdown", .days, spells.days.max() ?? .nan),
      Figure("beta", .number, logBeta(curve)),
    ] + (curve.hasTrades ? tradeFigures(curve) : [])
  }

  private static func tradeFigures(_ curve: EquityCurve) -> [Figure] {
    let returns = curve.trades.map(\.netReturn)
    let profits = curve.trades.map(\.profit)
    let (gains, losses) = returns.gainsAndLosses
    let durations = curve.trades.map { curve.days(from: $0.entryBar, to: $0.exitBar) }
    let wins = ratio(Double(profits.count { $0 > 0 }), Double(profits.count))
    var held = [Bool](repeating: false, count: curve.equity.count)
    for trade in curve.trades {
      for bar in trade.entryBar...trade.exitBar where held.indices.contains(bar) {
        held[bar] = true
      }
    }
    return [
      Figure("trade_count", .length, Double(profits.count)),
      Figure("win_rate", .fraction, wins),
      // On returns of trades, not on money.
      Figure("profit_factor", .number, ratio(gains, losses)),
      Figure("expectancy", .fraction, mean(of: returns)),
      Figure(
        "sqn", .number,
        Double(profits.count).squareRoot()
          * ratio(mean(of: profits), sampleDeviation(of: profits))),
      Figure("kelly", .number, wins - (1 - wins) / profits.meanGainOverMeanLoss),
      // Bars from entry to exit of closed trades, both included; an open position is none.
      Figure("exposure", .fraction, Double(held.count { $0 }) / Double(held.count)),
      Figure("best_trade", .fraction, returns.max() ?? .nan),
      Figure("worst_trade", .fraction, returns.min() ?? .nan),
      // The geometric mean of trade returns.
      Figure("mean_trade", .fraction, geometricMean(of: returns)),
      // Rounded up to whole days.
      Figure("avg_trade_duration", .days, mean(of: durations).rounded(.up)),
      Figure("longest_trade", .days, durations.max() ?? .nan),
    ]
  }

  /// Sensitivity of log returns to those of the price.
  private static func logBeta(_ curve: EquityCurve) -> Double {
    let account = zip(curve.equity.dropFirst(), curve.equity).map { Mathematics.logarithm($0 / $1) }
    let price = zip(curve.closes.dropFirst(), curve.closes).map { Mathematics.logarithm($0 / $1) }
    let (mean, priceMean) = (mean(of: account), PlateauEngine.mean(of: price))
    var (covariance, variance) = (0.0, 0.0)
    for (value, other) in zip(account, price) {
      covariance += (value - mean) * (other - priceMean)
      variance += (other - priceMean) * (other - priceMean)
    }
    return ratio(covariance, variance)
  }

  /// Its geometric mean: zero where a loss takes everything.
  fileprivate static func geometricMean(of returns: [Double]) -> Double {
    guard returns.allSatisfy({ $0 > -1 }) else { return 0 }
    return Mathematics.exponential(mean(of: returns.map { Mathematics.logarithm(1 + $0) })) - 1
  }

  /// Returns by calendar day, as intraday equity is resampled, and the days a year.
  private struct DailyReturns {
    let returns: [Double]
    let growth: Double
    let perYear: Double

    init(_ curve: EquityCurve) {
      var equity: [Double] = []
      for (index, value) in curve.equity.enumerated() {
        if index > 0, curve.times[index].date == curve.times[index - 1].date {
          equity[equity.count - 1] = value
        } else {
          equity.append(value)
        }
      }
      returns = zip(equity.dropFirst(), equity).map { $0 / $1 - 1 }
      growth = geometricMean(of: returns)
      // A market that trades on weekends shows it in at least six in ten of them.
      let weekends = curve.times.count { $0.date.weekday >= 6 }
      let share = Double(weekends) / Double(curve.times.count)
      perYear =
        switch curve.barDays {
        case 7: 52
        case 31: 12
        case 365: 1
        default: share > 2.0 / 7 * 0.6 ? 365 : 252
        }
    }
  }

  /// The times under water, each from its peak to the bar that is back at it or the last.
  private struct DrawdownSpells {
    var days: [Double] = []
    var depths: [Double] = []

    init(_ curve: EquityCurve) {
      let drawdowns = curve.drawdowns
      var peak = 0
      for bar in drawdowns.indices.dropFirst()
      where drawdowns[bar] == 0 || bar == drawdowns.count - 1 {
        if bar > peak + 1 {
          days.append(curve.days(from: peak, to: bar))
          depths.append(drawdowns[peak...bar].max() ?? 0)
        }
        peak = bar
      }
    }
  }
}
