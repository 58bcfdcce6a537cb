import PlateauColumns
import PlateauMarket
import Testing

@testable import PlateauEngine

/// The "plain" figures of the metric reference, computed from its returns.
@Suite(.enabled(if: SharedFiles.present, "needs ../shared"))
struct MetricReferenceTests {
  private static let compared: [(metric: String, reference: String, sign: Double)] = [
    ("total_return", "total_return", 1), ("cagr", "cagr_calendar", 1),
    ("volatility", "annual_volatility", 1), ("sharpe_ratio", "sharpe", 1),
    ("sortino_ratio", "sortino", 1), ("max_drawdown", "max_drawdown", -1),
    ("calmar_ratio", "calmar_calendar", 1), ("ulcer_index", "ulcer_index", 1),
    ("longest_drawdown_days", "longest_dd_days", 1), ("omega_ratio", "omega_0", 1),
    ("var_95", "var95_historical", 1), ("cvar_95", "cvar95_historical", 1), ("skew", "skew", 1),
    ("kurtosis", "excess_kurtosis", 1), ("tail_ratio", "tail_ratio", 1), ("beta", "beta", 1),
    ("alpha", "alpha_arithmetic_annual", 1), ("information_ratio", "information_ratio", 1),
  ]

  @Test(
    arguments: ["GOOG", "BTCUSD"],
    ["buy_hold", "sma_10_20", "sma_5_20", "sma_20_50", "sma_50_200", "sma_10_20_sl5_tp10"])
  func `metrics of the published returns agree`(symbol: String, series: String) throws {
    let market = try ReferencePrices.market(symbol)
    let compressed = symbol == "GOOG" ? "" : ".gz"
    var settings = ExecutionSettings()
    settings.cash = 1
    var equity = [1.0]
    for row in try SharedFiles.rows("reference/metrics/\(symbol)/returns.csv\(compressed)") {
      equity.append(equity[equity.count - 1] * (1 + row.number(series)))
    }
    let units = equity.map { _ in 0.0 }
    let backtest = Backtest(
      market: market, settings: settings, firstBar: 0, equity: equity, units: units)
    settings.riskFree = 0.02
    let withCashReturn = Backtest(
      market: market, settings: settings, firstBar: 0, equity: equity, units: units)

    let rows = try SharedFiles.rows("reference/metrics/\(symbol)/metrics.csv").filter {
      $0["series"] == series && $0["source"] == "plain"
    }
    var found = 0
    for (metric, reference, sign) in Self.compared {
      guard let row = rows.first(where: { $0["metric"] == reference }) else { continue }
      found += 1
      let value = try #require(Metric.named(metric)).value(of: backtest)
      let expected = row.number("value") * sign
      #expect(agree(value, expected, within: 1e-7), "\(metric) is \(value), not \(expected)")
    }
    // Buy and hold has no figures against itself.
    #expect(found == (series == "buy_hold" ? 15 : 18))
    let row = try #require(rows.first { $0["metric"] == "sharpe_rf2_simple" })
    let sharpe = Metric.sharpeRatio.value(of: withCashReturn)
    #expect(agree(sharpe, row.number("value"), within: 1e-7))
  }

  @Test(arguments: ["GOOG", "BTCUSD"])
  func `statistics of closed trades agree`(symbol: String) throws {
    let market = try ReferencePrices.market(symbol)
    let rows = try SharedFiles.rows("reference/metrics/\(symbol)/trade_stats.csv")
    let names = [
      "trade_count": "trades", "win_rate": "win_rate", "profit_factor": "profit_factor_pnl",
      "expectancy": "expectancy_return", "sqn": "sqn", "payoff_ratio": "payoff",
      "avg_trade_duration": "average_days",
    ]
    var compared = 0
    for row in rows where row["case"].split(separator: "_").count == 3 {
      var settings = ExecutionSettings()
      settings.cash = symbol == "GOOG" ? 100_000 : 10_000_000
      settings.commission = 0.001
      settings.lot = 1
      let backtest = try RuleStrategy.meanCrossing.backtest(
        row["case"].split(separator: "_").compactMap { Double($0) }, settings: settings,
        market: market)
      for (name, reference) in names.sorted(by: <) {
        let value = try #require(Metric.named(name)).value(of: backtest)
        let expected = row.number(reference)
        #expect(
          agree(value, expected, within: 1e-9), "\(row["case"]) \(name): \(value), not \(expected)")
      }
      let closed = backtest.trades.reduce(0) { $0 + $1.fees }
      #expect(agree(closed, row.number("total_fees"), within: 1e-9))
      compared += 1
    }
    #expect(compared == 21)
  }
}
