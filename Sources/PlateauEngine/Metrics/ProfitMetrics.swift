import PlateauColumns

extension Metric {
  /// Money won over money lost.
  static let profitFactor = Metric(
    "profit_factor", .number, .higher, isDefault: true, needsTrades: true,
    "money won over money lost in closed trades",
    convention: """
      sum of profits / |sum of losses|, after costs; undefined without a loss. backtesting.py \
      sums trade returns, quantstats the returns of bars.
      """
  ) { backtest in
    let profits = backtest.trades.map(\.profit)
    return ratio(
      profits.reduce(0) { $0 + max($1, 0) }, -profits.reduce(0) { $0 + min($1, 0) })
  } fromSummary: {
    ratio($0.profits, $0.losses)
  }

  /// Mean win over mean loss.
  static let payoffRatio = Metric(
    "payoff_ratio", aliases: ["payoff"], .number, .higher,
    "mean profit of winning trades over mean loss of losing ones",
    convention: "on money, after costs; undefined without a win or without a loss."
  ) { backtest in
    let profits = backtest.trades.map(\.profit)
    return ratio(mean(of: profits.filter { $0 > 0 }), -mean(of: profits.filter { $0 < 0 }))
  }

  /// Tharp's system quality number.
  static let systemQuality = Metric(
    "sqn", .number, .higher,
    "system quality number: how surely trades win",
    convention: "sqrt(n) * mean(profit) / sd(profit) on money, sd with n-1 (Tharp)."
  ) { backtest in
    let profits = backtest.trades.map(\.profit)
    return ratio(mean(of: profits), sampleDeviation(of: profits))
      * Double(profits.count).squareRoot()
  }
}
