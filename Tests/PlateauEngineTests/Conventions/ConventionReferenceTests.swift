import PlateauColumns
import PlateauMarket
import Testing

@testable import PlateauEngine

/// The statistics that the packages themselves printed (reference/backtests, reference/metrics).
@Suite(.enabled(if: SharedFiles.present, "needs ../shared"))
struct ConventionReferenceTests {
  /// Whether a value agrees with a number of the reference files.
  private func confirms(_ value: Double, _ reference: Double) -> Bool {
    abs(value - reference) <= 1e-9 * abs(reference) + 1e-12
  }

  /// The column of backtesting.py's statistics and the factor that makes it a fraction.
  private static let columns: [(name: String, column: String, scale: Double)] = [
    ("total_return", "Return [%]", 0.01), ("annual_return", "Return (Ann.) [%]", 0.01),
    ("volatility", "Volatility (Ann.) [%]", 0.01), ("cagr", "CAGR [%]", 0.01),
    ("sharpe_ratio", "Sharpe Ratio", 1), ("sortino_ratio", "Sortino Ratio", 1),
    ("calmar_ratio", "Calmar Ratio", 1), ("max_drawdown", "Max. Drawdown [%]", 0.01),
    ("mean_drawdown", "Avg. Drawdown [%]", 0.01),
    ("longest_drawdown", "Max. Drawdown Duration (days)", 1), ("beta", "Beta", 1),
    ("trade_count", "# Trades", 1), ("win_rate", "Win Rate [%]", 0.01),
    ("best_trade", "Best Trade [%]", 0.01), ("worst_trade", "Worst Trade [%]", 0.01),
    ("mean_trade", "Avg. Trade [%]", 0.01), ("longest_trade", "Max. Trade Duration (days)", 1),
    ("avg_trade_duration", "Avg. Trade Duration (days)", 1), ("profit_factor", "Profit Factor", 1),
    ("expectancy", "Expectancy [%]", 0.01), ("sqn", "SQN", 1), ("kelly", "Kelly Criterion", 1),
    ("exposure", "Exposure Time [%]", 0.01),
  ]

  @Test(arguments: ["GOOG", "BTCUSD"])
  func `backtesting's statistics come out of the same trades`(symbol: String) throws {
    let market = try ReferencePrices.market(symbol)
    var compared = 0
    for row in try SharedFiles.rows("reference/backtests/\(symbol)/stats.csv")
    where row["stop"].isEmpty && row["target"].isEmpty {
      var settings = ExecutionSettings()
      settings.cash = symbol == "GOOG" ? 100_000 : 10_000_000
      settings.commission = row.number("commission")
      settings.lot = 1
      let backtest = try RuleStrategy.meanCrossing.backtest(
        [row.number("fast"), row.number("slow")], settings: settings, market: market)
      let figures = Convention.backtesting.figures(of: EquityCurve(backtest))
      for (name, column, scale) in Self.columns {
        let value = try #require(figures.first { $0.name == name }, "\(name)").value
        let expected = row.number(column) * scale
        #expect(
          confirms(value, expected) || (value.isNaN && expected.isNaN),
          "\(symbol) \(row["case"]) \(name): \(value), not \(expected)")
      }
      compared += 1
    }
    #expect(compared == 22)
  }

  private static let metrics: [(name: String, metric: String)] = [
    ("total_return", "total_return"), ("cagr", "cagr"), ("volatility", "annual_volatility"),
    ("sharpe_ratio", "sharpe"), ("smart_sharpe", "smart_sharpe"), ("sortino_ratio", "sortino"),
    ("calmar_ratio", "calmar"), ("max_drawdown", "max_drawdown"),
    ("longest_drawdown", "longest_dd_days"), ("win_rate", "win_rate"),
    ("profit_factor", "profit_factor"), ("payoff_ratio", "payoff_ratio"), ("kelly", "kelly"),
    ("omega_ratio", "omega_0"), ("gain_to_pain", "gain_to_pain"),
    ("recovery_factor", "recovery_factor"), ("var_95", "var95_normal"),
    ("cvar_95", "cvar95_normal"), ("skew", "skew"), ("kurtosis", "excess_kurtosis"),
    ("tail_ratio", "tail_ratio"), ("ulcer_index", "ulcer_index"),
    ("longest_wins", "consecutive_wins"), ("longest_losses", "consecutive_losses"),
  ]

  @Test(arguments: ["GOOG", "BTCUSD"])
  func `quantstats' statistics come out of the published returns`(symbol: String) throws {
    let market = try ReferencePrices.market(symbol)
    let compressed = symbol == "GOOG" ? "" : ".gz"
    let rows = try SharedFiles.rows("reference/metrics/\(symbol)/returns.csv\(compressed)")
    let reference = try SharedFiles.rows("reference/metrics/\(symbol)/metrics.csv").filter {
      $0["source"] == "quantstats"
    }
    for series in Set(reference.map { $0["series"] }).sorted() {
      let returns = rows.map { $0.number(series) }
      var equity = [1.0]
      for value in returns { equity.append(equity[equity.count - 1] * (1 + value)) }
      let figures = Convention.quantstats.figures(
        of: EquityCurve(
          openingCash: 1, equity: equity, returns: returns, times: market.series.times,
          closes: market.series.close, periodsPerYear: market.periodsPerYear))
      for (name, metric) in Self.metrics {
        let value = try #require(figures.first { $0.name == name }, "\(name)").value
        let row = try #require(
          reference.first { $0["series"] == series && $0["metric"] == metric }, "\(metric)")
        #expect(
          confirms(value, row.number("value")),
          "\(symbol) \(series) \(name): \(value), not \(row["value"])")
      }
    }
  }
}
