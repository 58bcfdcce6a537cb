import PlateauColumns
import PlateauEngine
import PlateauMarket
import Testing

/// Fills, equity and statistics of an independent run of the rule on real prices.
@Suite(.enabled(if: SharedFiles.present, "needs ../shared"))
struct VolatilityBalancingReferenceTests {
  @Test(arguments: ["GOOG", "BTCUSD"])
  func `sixty candidates agree with the reference grid`(symbol: String) throws {
    let rows = try SharedFiles.rows("reference/volbal_full/\(symbol)/grid_60.csv")
    #expect(rows.count == 60)
    let strategy = VolatilityBalancing()
    var settings = ExecutionSettings(defaultsFor: strategy)
    settings.cash = 10_000
    settings.periodsPerYear = 252
    let backtester = Backtester(
      strategy: strategy, markets: [try ReferencePrices.market(symbol)], settings: settings,
      metrics: try Self.compared.map { try #require(Metric.named($0.metric)) })
    let result = backtester.evaluate(
      Table([
        Column("trigger_threshold_pct", kind: .fraction, values: rows.map { $0.number("tau") }),
        Column("rebalance_ratio", values: rows.map { $0.number("ratio") }),
      ]))
    #expect(result.failures.isEmpty)
    for (index, row) in rows.enumerated() {
      for (metric, compared) in Self.compared.enumerated() {
        let value = result.metrics[metric][index]
        let expected = row.number(compared.column) * compared.sign
        #expect(
          agree(value, expected, within: 1e-9),
          "\(symbol) \(row["tau"])/\(row["ratio"]) \(compared.metric): \(value), not \(expected)")
      }
    }
  }

  @Test(arguments: ["GOOG", "BTCUSD"])
  func `every case of the summary agrees`(symbol: String) throws {
    let rows = try SharedFiles.rows("reference/volbal_full/\(symbol)/summary.csv")
    #expect(rows.count == 15)
    for row in rows {
      let backtest = try backtest(row, symbol)
      for compared in Self.compared {
        let value = try #require(Metric.named(compared.metric)).value(of: backtest)
        let expected = row.number(compared.column) * compared.sign
        #expect(
          agree(value, expected, within: 1e-9),
          "\(symbol) \(row["case"]) \(compared.metric): \(value), not \(expected)")
      }
      let fills = try #require(backtest.fills)
      #expect(fills.count { $0.kind == .drift } == row.whole("drift_fills"), "\(row["case"])")
      #expect(agree(backtest.openUnits, row.number("final_shares"), within: 1e-9))
      #expect(agree(try #require(fills.last).cashAfter, row.number("final_cash"), within: 1e-2))
      let dividends = backtest.dividends.reduce(0) { $0 + $1.net }
      #expect(agree(dividends, row.number("total_dividends"), within: 1e-9), "\(row["case"])")
    }
  }

  @Test func `every published fill on GOOG comes out again`() throws {
    let summary = try SharedFiles.rows("reference/volbal_full/GOOG/summary.csv")
    let fills = try SharedFiles.rows("reference/volbal_full/GOOG/fills.csv")
    var compared = 0
    for row in summary {
      let expected = fills.filter { $0["case"] == row["case"] }
      guard !expected.isEmpty else { continue }
      let actual = try #require(try backtest(row, "GOOG").fills)
      #expect(actual.count == expected.count, "\(row["case"])")
      for (fill, reference) in zip(actual, expected) {
        let place = "\(row["case"]) fill \(reference["fill"])"
        #expect(fill.bar == reference.whole("bar"), "\(place)")
        #expect(fill.kind.rawValue == reference["kind"], "\(place)")
        #expect((fill.units < 0) == (reference["side"] == "SELL"), "\(place)")
        #expect(fill.price == reference.number("price"), "\(place)")
        #expect(
          agree(fill.anchorBefore, reference.number("anchor_before"), within: 1e-9), "\(place)")
        #expect(
          agree(fill.unitsBeforeLimits, reference.number("raw_size"), within: 1e-8), "\(place)")
        #expect(agree(fill.units, reference.number("size"), within: 1e-8), "\(place)")
        #expect(agree(fill.fee, reference.number("fee"), within: 1e-8), "\(place)")
        #expect(agree(fill.cashAfter, reference.number("cash_after"), within: 1e-8), "\(place)")
        #expect(agree(fill.unitsAfter, reference.number("shares_after"), within: 1e-8), "\(place)")
        #expect(agree(fill.weightAfter, reference.number("share_after"), within: 1e-8), "\(place)")
        compared += 1
      }
    }
    #expect(compared == fills.count)
  }

  @Test func `every close of the equity file comes out again`() throws {
    let summary = try SharedFiles.rows("reference/volbal_full/GOOG/summary.csv")
    let equity = try SharedFiles.rows("reference/volbal_full/GOOG/equity.csv")
    for row in summary {
      let backtest = try backtest(row, "GOOG")
      #expect(backtest.equity.count == equity.count)
      let wrong = zip(backtest.equity, equity).first { value, reference in
        !agree(value, reference.number(row["case"]), within: 1e-9)
      }
      #expect(wrong?.1["Date"] == nil, "\(row["case"])")
    }
  }

  /// The metrics whose definitions agree, with the reference's column and sign.
  private static let compared: [(metric: String, column: String, sign: Double)] = [
    ("total_return", "total_return", 1), ("sharpe_ratio", "sharpe_ratio", 1),
    ("max_drawdown", "max_drawdown", -1), ("volatility", "volatility", 1),
    ("trade_count", "trade_count", 1), ("fees", "total_commissions", 1),
    ("final_equity", "final_value", 1), ("buy_hold_return", "buy_hold_return", 1),
  ]

  private func backtest(_ row: CSVRow, _ symbol: String) throws -> Backtest {
    let strategy = VolatilityBalancing()
    var settings = ExecutionSettings(defaultsFor: strategy)
    settings.cash = row.number("cash")
    settings.commission = row.number("fee")
    settings.lot = row.number("lot")
    settings.periodsPerYear = 252
    let values: [String: Double] = [
      "trigger_threshold_pct": row.number("tau"), "rebalance_ratio": row.number("ratio"),
      "min_stock_alloc_pct": row.number("g_low"), "max_stock_alloc_pct": row.number("g_high"),
      "max_trade_pct": row.number("max_trade"), "min_notional": row.number("min_notional"),
      "min_qty": row.number("min_qty"), "qty_step": row.number("qty_step"),
      "start_share": row.number("start_share"), "withholding_tax": row.number("withholding"),
      "drift": row["drift"] == "True" ? 1 : 0,
    ]
    let parameters = strategy.parameters.map { values[$0.name] ?? $0.defaultValue }
    var market = try ReferencePrices.market(symbol)
    if row["case"].hasPrefix("dividend") {
      var dividends = [Double](repeating: 0, count: market.series.count)
      for payment in try SharedFiles.rows("reference/volbal_full/\(symbol)/dividends.csv") {
        dividends[payment.whole("bar")] = payment.number("per_share")
      }
      market = Market(series: market.series.paying(dividends), periodsPerYear: 252)
    }
    return try strategy.backtest(parameters, settings: settings, market: market)
  }
}
