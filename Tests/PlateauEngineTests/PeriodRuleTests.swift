import PlateauColumns
import PlateauMarket
import Testing

@testable import PlateauEngine

/// Rules on weeks, months and the calendar on the fast path, against the reference.
@Suite struct PeriodRuleTests {
  private func condition(
    _ build: (inout ColumnProgram) -> ColumnProgram.Register
  ) -> ColumnProgram {
    var program = ColumnProgram()
    let register = build(&program)
    return program.ending(at: register)
  }

  /// `close > sma(close, LENGTH)`.
  private func isAbove(_ length: String) -> ColumnProgram {
    Formula.binary(.greater, .name("close"), .closeMean(length)).program
  }

  /// Rules whose conditions are compared, negated, joined, crossed and looked back on.
  private func rules(_ shape: Int, _ period: BarPeriod) -> TradingRules {
    let (fast, slow) = (isAbove("fast"), isAbove("slow"))
    let week = ColumnProgram.Instruction.completed(period, slow)
    let mean = ColumnProgram.Instruction.completed(period, Formula.closeMean("fast").program)
    switch shape {
    case 0:
      return TradingRules(
        buy: condition { $0.append(week) },
        sell: condition { $0.append(.unary(.not, $0.append(week))) })
    case 1:
      let friday = condition {
        let day = $0.append(.input("dayofweek"))
        let isFriday = $0.append(.binary(.equal, day, $0.append(.constant(5))))
        return $0.append(.binary(.or, isFriday, $0.append(.unary(.not, $0.append(week)))))
      }
      return TradingRules(buy: fast, sell: friday)
    case 2:
      let close = ColumnProgram.Instruction.input("close")
      return TradingRules(
        buy: condition { $0.append(.crossesAbove($0.append(close), $0.append(mean))) },
        short: condition { $0.append(.crossesBelow($0.append(close), $0.append(mean))) })
    default:
      let before = condition {
        let now = $0.append(week)
        let lag = $0.append(.lag(series: now, rows: $0.append(.constant(1))))
        return $0.append(.binary(.and, now, $0.append(.unary(.not, lag))))
      }
      return TradingRules(
        buy: before, sell: condition { $0.append(.completed(.monthly, fast)) })
    }
  }

  @Test(arguments: 0...3)
  func `rules on weeks and months come out as on the reference`(shape: Int) throws {
    var random = RandomStream(seed: UInt64(shape) + 40)
    var trades = 0.0
    for period in [BarPeriod.weekly, .monthly] + [.weekly, .weekly] {
      let series = RandomCase.series(count: 400, spread: 0.03, decimals: 100, &random)
      let parameters = ["fast", "slow"].map {
        StrategyParameter($0, kind: .length, default: 3, allowed: 1...1000)
      }
      let strategy = RuleStrategy(
        name: "period", parameters: parameters, rules: rules(shape, period))
      let backtester = Backtester(
        strategy: strategy, markets: [Market(series: series, periodsPerYear: 252)],
        settings: ExecutionSettings(), metrics: Metric.defaults)
      #expect(backtester.path == .events)
      let lengths = { (0..<40).map { _ in 1 + (random.uniform() * 12).rounded() } }
      let candidates = Table([
        Column("fast", kind: .length, values: lengths()),
        Column("slow", kind: .length, values: lengths()),
      ])
      let fast = backtester.evaluate(candidates)
      let reference = backtester.evaluateOnReference(candidates)
      #expect(fast.failures == reference.failures)
      for (index, metric) in backtester.metrics.enumerated() {
        for (a, b) in zip(fast.metrics[index], reference.metrics[index]) {
          #expect(agree(a, b, within: 1e-9) || abs(a - b) < 1e-12, "\(metric.name): \(a), \(b)")
        }
        if metric.name == "trade_count" { trades += fast.metrics[index].reduce(0, +) }
      }
    }
    #expect(trades > 100)
  }

  @Test func `what a strategy does not read is not computed`() throws {
    var random = RandomStream(seed: 1)
    let series = RandomCase.series(count: 50, spread: 0.02, decimals: 100, &random)
    let market = Market(series: series, periodsPerYear: 252)
    #expect(market.environment.inputs.keys.sorted() == ["close", "high", "low", "open", "volume"])
    #expect(market.environment.store?.count == 0)
    let bars = ["open", "high", "low", "close", "volume"]
    let derived = ["hl2", "hlc3", "ohlc4", "dayofweek", "hour", "minute", "month"]
    for name in bars + derived {
      let value = try ColumnProgram(input: name).evaluate(in: market.environment)
      #expect(value.column(rowCount: 50).count == 50)
    }
    // What follows from the bars is kept now.
    #expect(market.environment.store?.count == 7)
  }

  @Test func `account state is nothing that a week could have`() {
    let week = ColumnProgram.Instruction.completed(.weekly, ColumnProgram(input: "position"))
    #expect(StateProgram(condition { $0.append(week) }) == nil)
  }
}
