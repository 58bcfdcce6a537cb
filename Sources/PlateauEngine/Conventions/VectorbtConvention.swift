import PlateauColumns

extension Convention {
  /// vectorbt's portfolio and returns statistics.
  ///
  /// The first return is that of the first close on opening cash, and a year has 365 days of bars
  /// (`year_freq`) even on an exchange that is closed at weekends.
  ///
  /// - Note: Source: vectorbt 0.23, `returns/nb.py`, `generic/nb.py`,
  ///   `portfolio/trades.py`.
  static let vectorbt = Convention("vectorbt", version: "0.23") { curve in
    let returns = [curve.equity[0] / curve.openingCash - 1] + curve.returns
    let periods = 365 / curve.barDays
    let total = curve.equity[curve.equity.count - 1] / curve.openingCash - 1
    let annual = Mathematics.power(1 + total, periods / Double(returns.count)) - 1
    let deepest = curve.drawdowns.max() ?? .nan
    let (gains, losses) = returns.gainsAndLosses
    let sorted = returns.sorted()
    return [
      Figure("total_return", .fraction, total),
      Figure("annual_return", .fraction, annual),
      Figure("volatility", .fraction, sampleDeviation(of: returns) * periods.squareRoot()),
      Figure(
        "sharpe_ratio", .number, PlateauEngine.sharpeRatio(of: returns, periodsPerYear: periods)),
      Figure(
        "sortino_ratio", .number, PlateauEngine.sortinoRatio(of: returns, periodsPerYear: periods)),
      Figure("calmar_ratio", .number, ratio(annual, deepest)),
      Figure("max_drawdown", .fraction, deepest),
      // Bars from the one after the peak, as days.
      Figure("longest_drawdown", .days, longestDrawdown(of: curve) * curve.barDays),
      Figure("omega_ratio", .number, ratio(gains, losses)),
      Figure(
        "tail_ratio", .number,
        ratio(abs(quantile(0.95, ofSorted: sorted)), abs(quantile(0.05, ofSorted: sorted)))),
    ] + (curve.hasTrades ? tradeFigures(curve) : [])
  }

  private static func tradeFigures(_ curve: EquityCurve) -> [Figure] {
    let profits = curve.trades.map(\.profit)
    let returns = curve.trades.map(\.netReturn)
    let (gains, losses) = profits.gainsAndLosses
    return [
      Figure("trade_count", .length, Double(profits.count)),
      Figure(
        "win_rate", .fraction,
        ratio(Double(profits.count { $0 > 0 }), Double(profits.count))),
      Figure("profit_factor", .number, ratio(gains, losses)),
      // In money: share won times mean win less share lost times mean loss.
      Figure("expectancy", .money, mean(of: profits)),
      Figure(
        "sqn", .number,
        Double(profits.count).squareRoot()
          * ratio(mean(of: profits), sampleDeviation(of: profits))),
      Figure("best_trade", .fraction, returns.max() ?? .nan),
      Figure("worst_trade", .fraction, returns.min() ?? .nan),
    ]
  }

  /// Bars of the longest drawdown: to the recovery, or through the last bar.
  private static func longestDrawdown(of curve: EquityCurve) -> Double {
    var (peak, peakBar, longest) = (-Double.infinity, 0, 0)
    for (bar, value) in curve.equity.enumerated() {
      if value >= peak {
        if bar > peakBar + 1 { longest = max(longest, bar - peakBar - 1) }
        (peak, peakBar) = (value, bar)
      } else if bar == curve.equity.count - 1 {
        longest = max(longest, bar - peakBar)
      }
    }
    return Double(longest)
  }
}
