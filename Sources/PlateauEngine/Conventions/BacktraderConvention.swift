import PlateauColumns

extension Convention {
  /// backtrader's analyzers `Returns`, `SharpeRatio`, `DrawDown`, `TradeAnalyzer` and `SQN`.
  ///
  /// - Note: Source: backtrader 1.9.78, `analyzers/`.
  static let backtrader = Convention("backtrader", version: "1.9.78") { curve in
    let last = curve.equity[curve.equity.count - 1]
    // A logarithm: 0.69 for money that doubles.
    let total = Mathematics.logarithm(last / curve.openingCash)
    let yearly = calendarYears(of: curve)
    let free = yearly.map { $0 - 0.01 }
    return [
      Figure("total_return", .fraction, total),
      Figure(
        "annual_return", .fraction,
        Mathematics.exponential(total / Double(curve.equity.count) * annualBars(curve)) - 1),
      // Of calendar years, less 1%, over their deviation with n; none for a single year.
      Figure("sharpe_ratio", .number, ratio(mean(of: free), populationDeviation(of: free))),
      Figure("max_drawdown", .fraction, curve.drawdowns.max() ?? .nan),
      // In bars.
      Figure("longest_drawdown", .length, longestDrawdown(of: curve)),
    ] + (curve.hasTrades ? tradeFigures(curve) : [])
  }

  private static func tradeFigures(_ curve: EquityCurve) -> [Figure] {
    let profits = curve.trades.map(\.profit)
    let count = Double(profits.count)
    return [
      Figure("trade_count", .length, count),
      // A trade without profit or loss is won.
      Figure("win_rate", .fraction, ratio(Double(profits.count { $0 >= 0 }), count)),
      // In money.
      Figure("expectancy", .money, mean(of: profits)),
      // Deviation with n; zero for fewer than two trades.
      Figure(
        "sqn", .number,
        profits.count < 2
          ? 0
          : count.squareRoot() * ratio(mean(of: profits), populationDeviation(of: profits))),
    ]
  }

  /// Bars in a year by the kind of bar, whatever the market.
  private static func annualBars(_ curve: EquityCurve) -> Double {
    switch curve.barDays {
    case 7: 52
    case 28...31: 12
    case 365...366: 1
    default: 252
    }
  }

  /// Returns by calendar year, the first from opening cash, begun years included.
  private static func calendarYears(of curve: EquityCurve) -> [Double] {
    var returns: [Double] = []
    var start = curve.openingCash
    for (bar, value) in curve.equity.enumerated() {
      let next = bar + 1
      if next < curve.equity.count,
        curve.times[next].date.parts.year == curve.times[bar].date.parts.year
      {
        continue
      }
      returns.append(value / start - 1)
      start = value
    }
    return returns
  }

  /// The standard deviation with n; zero for values that differ by no more than rounding.
  private static func populationDeviation(of values: [Double]) -> Double {
    guard values.count > 1 else { return 0 }
    let count = Double(values.count)
    return sampleDeviation(of: values) * ((count - 1) / count).squareRoot()
  }

  private static func longestDrawdown(of curve: EquityCurve) -> Double {
    var (longest, run) = (0, 0)
    for drawdown in curve.drawdowns {
      run = drawdown > 0 ? run + 1 : 0
      longest = max(longest, run)
    }
    return Double(longest)
  }
}
