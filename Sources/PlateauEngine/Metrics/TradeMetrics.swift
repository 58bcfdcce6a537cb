import PlateauColumns

extension Metric {
  /// Share of trades with a profit.
  static let winRate = Metric(
    "win_rate", .fraction, .higher, isDefault: true, needsTrades: true,
    "share of closed trades with a profit after costs",
    convention: "wins / trades, a win is a net profit above 0; an open position is no trade."
  ) {
    ratio(Double($0.trades.count { $0.profit > 0 }), Double($0.trades.count))
  } fromSummary: {
    ratio(Double($0.winCount), Double($0.tradeCount))
  }

  /// Number of closed trades.
  static let tradeCount = Metric(
    "trade_count", aliases: ["trades"], .length, .neutral, isDefault: true,
    "number of closed trades",
    convention: """
      positions entered and left; one open at the end does not count. Account-driven strategies \
      count fills.
      """
  ) {
    Double($0.fills?.count ?? $0.trades.count)
  } fromSummary: {
    Double($0.fillCount ?? $0.tradeCount)
  }

  /// Mean time in a trade.
  static let averageTradeDuration = Metric(
    "avg_trade_duration", .days, .neutral, isDefault: true, needsTrades: true,
    "mean length of a closed trade in calendar days",
    convention: "mean of exit date - entry date; backtesting.py rounds it up to whole days."
  ) { backtest in
    mean(
      of: backtest.trades.map { backtest.market.series.days(from: $0.entryBar, to: $0.exitBar) })
  } fromSummary: {
    ratio($0.tradeDays, Double($0.tradeCount))
  }

  /// Mean trade return.
  static let expectancy = Metric(
    "expectancy", .fraction, .higher, isDefault: true, needsTrades: true,
    "mean return of a closed trade after costs",
    convention: "mean of net profit / (units * entry price)."
  ) {
    mean(of: $0.trades.map(\.netReturn))
  } fromSummary: {
    ratio($0.tradeReturnSum, Double($0.tradeCount))
  }

  /// The best trade.
  static let bestTrade = Metric(
    "best_trade", .fraction, .higher,
    "highest return of a closed trade",
    convention: "max of net profit / (units * entry price)."
  ) { $0.trades.map(\.netReturn).max() ?? .nan }

  /// The worst trade.
  static let worstTrade = Metric(
    "worst_trade", .fraction, .higher,
    "lowest return of a closed trade",
    convention: "min of net profit / (units * entry price)."
  ) { $0.trades.map(\.netReturn).min() ?? .nan }

  /// Share of trades whose exit is a guess.
  static let ambiguousTrades = Metric(
    "ambiguous_trades", .fraction, .lower,
    "share of closed trades whose exit bar touched both stop and target",
    convention: """
      which came first inside the bar is not known; `protective intrabar` assumes the stop, \
      `best` the target.
      """
  ) { ratio(Double($0.trades.count { $0.isAmbiguous }), Double($0.trades.count)) }
}
