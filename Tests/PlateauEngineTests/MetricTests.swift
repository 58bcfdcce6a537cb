import Testing

@testable import PlateauEngine

@Suite struct MetricTests {
  /// A backtest with the given equity on ten-day-apart bars; closes double over the window.
  private func backtest(
    _ equity: [Double], cash: Double = 100, units: [Double]? = nil, trades: [Trade] = [],
    tradedNotional: Double = 0, isRuined: Bool = false
  ) -> Backtest {
    var settings = ExecutionSettings()
    settings.cash = cash
    let last = Double(max(1, equity.count - 1))
    let bars = equity.indices.map { index in Bar(50, 50 + 50 * Double(index) / last) }
    let market = TinyMarket(bars, days: equity.indices.map { $0 * 10 }).market
    return Backtest(
      market: market, settings: settings, firstBar: 0, equity: equity,
      units: units ?? equity.map { _ in 0 }, trades: trades, tradedNotional: tradedNotional,
      isRuined: isRuined)
  }

  private func trade(_ profit: Double, fees: Double = 0) -> Trade {
    Trade(
      isLong: true, units: 10, entryBar: 0, exitBar: 2, entryPrice: 10,
      exitPrice: 10 + (profit + fees) / 10, fees: fees, borrowing: 0, days: 20,
      exitReason: .signal, isAmbiguous: false)
  }

  private func value(_ name: String, _ backtest: Backtest) throws -> Double {
    try #require(Metric.named(name)).value(of: backtest)
  }

  @Test func `return and growth start from opening cash, not from the first equity`() throws {
    // Costs at the first close: 99 of 100. Over 2 * 10 days.
    let backtest = backtest([99, 105, 110])
    #expect(abs(try value("total_return", backtest) - 0.1) < 1e-15)
    // 1.1^(365.25 / 20) - 1 = exp(18.2625 * 0.0953101798) - 1
    #expect(abs(try value("cagr", backtest) - 4.7013) < 1e-3)
    #expect(try value("final_equity", backtest) == 110)
    #expect(try value("buy_hold_return", backtest) == 1)
  }

  @Test func `Sharpe and Sortino follow their formulas`() throws {
    // r = 0.1, -0.1, 0.2: mean 0.2/3, sd sqrt(0.0466667/2) = 0.1527525, sqrt(252) = 15.8745.
    let backtest = backtest([100, 110, 99, 118.8])
    #expect(abs(try value("sharpe_ratio", backtest) - 0.0666667 / 0.1527525 * 15.8745) < 1e-4)
    // Downside deviation sqrt(0.01 / 3) = 0.0577350.
    #expect(abs(try value("sortino_ratio", backtest) - 0.0666667 / 0.0577350 * 15.8745) < 1e-4)
    #expect(abs(try value("volatility", backtest) - 0.1527525 * 15.8745) < 1e-5)
  }

  @Test func `constant returns have no Sharpe ratio, however they were rounded`() throws {
    let flat = backtest([100, 100, 100, 100])
    let steady = backtest([100, 101, 102.01, 103.0301, 104.060401])
    for backtest in [flat, steady] {
      #expect(try value("sharpe_ratio", backtest).isNaN)
      #expect(try value("sortino_ratio", backtest).isNaN)
    }
    #expect(try value("calmar_ratio", flat).isNaN)
    #expect(try value("max_drawdown", flat) == 0)
  }

  @Test func `one bar has no ratios and no growth, and nothing traps`() throws {
    let backtest = backtest([100])
    for metric in Metric.all {
      let value = metric.value(of: backtest)
      #expect(value.isNaN || value.isFinite, "\(metric.name)")
    }
    for name in ["sharpe_ratio", "cagr", "volatility", "var_95", "beta", "turnover"] {
      #expect(try value(name, backtest).isNaN, "\(name)")
    }
  }

  @Test func `drawdown is a positive share of the running peak`() throws {
    // Peaks 120 and 130: 1 - 90/120 = 25%, 1 - 104/130 = 20%.
    let backtest = backtest([100, 120, 90, 130, 104])
    #expect(try value("max_drawdown", backtest) == 0.25)
    // sqrt((0 + 0.0625 + 0 + 0.04) / 4)
    #expect(abs(try value("ulcer_index", backtest) - 0.0256_25.squareRoot()) < 1e-15)
  }

  @Test func `the longest drawdown ends where the peak is regained, or with the data`() throws {
    // Peak on bar 1, regained on bar 4: 30 days; peak on bar 5, never regained: 10 days.
    #expect(try value("longest_drawdown_days", backtest([100, 120, 90, 110, 120, 130, 129])) == 30)
    // Peak on bar 0, never regained: 40 days.
    #expect(try value("longest_drawdown_days", backtest([100, 90, 95, 80, 99])) == 40)
    #expect(try value("longest_drawdown_days", backtest([100, 101, 101, 102])) == 0)
  }

  @Test func `trade metrics are on money or on returns as their names say`() throws {
    // Profits 20, -5, 10 after costs on 100 each: returns 20%, -5%, 10%.
    let backtest = backtest([100, 110], trades: [trade(20, fees: 1), trade(-5), trade(10)])
    #expect(abs(try value("win_rate", backtest) - 2.0 / 3) < 1e-15)
    #expect(abs(try value("profit_factor", backtest) - 6) < 1e-12)
    #expect(abs(try value("payoff_ratio", backtest) - 3) < 1e-12)
    #expect(abs(try value("expectancy", backtest) - 0.25 / 3) < 1e-12)
    #expect(abs(try value("best_trade", backtest) - 0.2) < 1e-12)
    #expect(abs(try value("worst_trade", backtest) + 0.05) < 1e-12)
    #expect(try value("trade_count", backtest) == 3)
    #expect(try value("avg_trade_duration", self.backtest([1, 1, 1], trades: [trade(1)])) == 20)
    // mean 25/3, sd 12.5830574, times sqrt(3)
    #expect(abs(try value("sqn", backtest) - 8.3333333 / 12.5830574 * 1.7320508) < 1e-6)
  }

  @Test func `a profit of exactly nothing is not a win`() throws {
    #expect(try value("win_rate", backtest([100, 100], trades: [trade(0), trade(1)])) == 0.5)
  }

  @Test func `without trades or without losses there is no ratio of them`() throws {
    let none = backtest([100, 110])
    for name in ["win_rate", "profit_factor", "expectancy", "avg_trade_duration", "sqn"] {
      #expect(try value(name, none).isNaN, "\(name)")
    }
    #expect(try value("trade_count", none) == 0)
    #expect(try value("profit_factor", backtest([100, 110], trades: [trade(20)])).isNaN)
    #expect(try value("payoff_ratio", backtest([100, 110], trades: [trade(20)])).isNaN)
  }

  @Test func `exposure counts closes and turnover counts years`() throws {
    // Units at two of four closes; 300 traded on mean equity 100 over 30 days.
    let backtest = backtest(
      [100, 100, 100, 100], units: [0, 5, 5, 0], tradedNotional: 300)
    #expect(try value("exposure", backtest) == 0.5)
    #expect(abs(try value("turnover", backtest) - 3 / (30 / 365.25)) < 1e-12)
  }

  @Test func `ruin is a loss of everything`() throws {
    let backtest = backtest([100, 40, 0], isRuined: true)
    #expect(try value("total_return", backtest) == -1)
    #expect(try value("cagr", backtest) == -1)
    #expect(try value("max_drawdown", backtest) == 1)
  }

  @Test func `quantiles interpolate between neighbours`() {
    // Position 0.05 * 20 = 1 is the second smallest; 0.05 * 10 = 0.5 lies between the first two.
    #expect(quantile(0.05, ofSorted: (0...20).map(Double.init)) == 1)
    #expect(quantile(0.05, ofSorted: (0...10).map(Double.init)) == 0.5)
    #expect(quantile(1, ofSorted: [1, 2]) == 2)
    #expect(quantile(0.5, ofSorted: []).isNaN)
  }

  @Test func `metrics are found by name and alias in any case, and no name is taken twice`() {
    #expect(Metric.named("Sharpe")?.name == "sharpe_ratio")
    #expect(Metric.named("dd")?.name == "max_drawdown")
    #expect(Metric.named("nothing") == nil)
    let names = Metric.all.flatMap { [$0.name] + $0.aliases }
    #expect(Set(names).count == names.count)
    #expect(
      Metric.defaults.map(\.name) == [
        "total_return", "cagr", "sharpe_ratio", "sortino_ratio", "calmar_ratio", "max_drawdown",
        "volatility", "win_rate", "profit_factor", "trade_count", "avg_trade_duration",
        "expectancy", "exposure", "turnover", "fees", "final_equity", "buy_hold_return",
      ])
  }
}
