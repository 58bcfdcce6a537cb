import CEngineKernels
import PlateauColumns
import PlateauMarket
import Testing

@testable import PlateauEngine

/// The fast path against the reference, on random prices, rules, settings and windows.
@Suite struct EventBacktestTests {
  @Test(arguments: 1...12)
  func `random candidates come out as on the reference`(seed: UInt64) throws {
    var random = RandomStream(seed: seed)
    var compared = 0
    while compared < 8500 {
      let market = RandomCase.market(&random)
      let strategy = RandomCase.strategy(&random)
      let backtester = Backtester(
        strategy: strategy, markets: [market], settings: RandomCase.settings(&random),
        metrics: Metric.defaults)
      try #require(backtester.path == .events)
      let candidates = RandomCase.candidates(of: strategy, count: 12, &random)
      try backtester.requireAgreement(on: candidates)
      compared += candidates.rowCount
    }
  }

  @Test func `the order and grouping of candidates change no bit`() throws {
    var random = RandomStream(seed: 3)
    for _ in 0..<60 {
      let market = RandomCase.market(&random)
      let strategy = RandomCase.strategy(&random)
      let settings = RandomCase.settings(&random)
      let candidates = RandomCase.candidates(of: strategy, count: 24, &random)
      func bits(_ batches: [[Int]], samples: Table) -> [[UInt64]] {
        let backtester = Backtester(
          strategy: strategy, markets: [market], settings: settings, metrics: Metric.defaults,
          samples: samples)
        var values = [[UInt64]](repeating: [], count: 24)
        for rows in batches {
          let result = backtester.evaluate(candidates.selecting(rows: rows))
          for (place, row) in rows.enumerated() {
            values[row] = result.metrics.map { $0[place].bitPattern }
          }
        }
        return values
      }
      let whole = bits([Array(0..<24)], samples: Table())
      let shuffled = (0..<24).sorted { $0 * 7 % 24 < $1 * 7 % 24 }
      #expect(bits([shuffled], samples: candidates) == whole)
      #expect(bits((0..<24).map { [$0] }, samples: Table()) == whole)
    }
  }

  @Test func `the portable kernels give the same bits`() throws {
    var random = RandomStream(seed: 4)
    for _ in 0..<200 {
      let market = RandomCase.market(&random)
      let strategy = RandomCase.strategy(&random)
      let candidates = RandomCase.candidates(of: strategy, count: 12, &random)
      let backtester = Backtester(
        strategy: strategy, markets: [market], settings: RandomCase.settings(&random),
        metrics: Metric.defaults)
      kernels_force_portable(true)
      let portable = backtester.evaluate(candidates)
      kernels_force_portable(false)
      let native = backtester.evaluate(candidates)
      for (a, b) in zip(portable.metrics, native.metrics) {
        #expect(a.map(\.bitPattern) == b.map(\.bitPattern))
      }
    }
  }

  @Test func `more costs than are kept give the same bits in any order`() throws {
    var random = RandomStream(seed: 8)
    // Figures of one cost take a quarter of what is kept.
    let market = Market(
      series: RandomCase.series(count: 100_000, spread: 0.02, decimals: 100, &random),
      periodsPerYear: 252)
    let costs = (0..<12).map { Double($0) / 1000 }
    func bits(_ order: [Int]) -> [[UInt64]] {
      let candidates = Table([
        Column("fast", kind: .length, values: order.map { _ in 7 }),
        Column("slow", kind: .length, values: order.map { _ in 90 }),
        Column("commission", kind: .fraction, values: order.map { costs[$0] }),
      ])
      let result = Backtester(
        strategy: RuleStrategy.meanCrossing, markets: [market], settings: ExecutionSettings(),
        metrics: Metric.defaults
      ).evaluate(candidates)
      var rows = [[UInt64]](repeating: [], count: costs.count)
      for (place, row) in order.enumerated() {
        rows[row] = result.metrics.map { $0[place].bitPattern }
      }
      return rows
    }
    #expect(bits(Array(0..<12)) == bits(Array((0..<12).reversed())))
  }

  @Test func `long series with many lengths come out as on the reference`() throws {
    var random = RandomStream(seed: 6)
    // Long enough for blocks to be passed over and for rows to be taken in tiles.
    let market = Market(
      series: RandomCase.series(count: 9000, spread: 0.02, decimals: 100, &random),
      window: 100..<8950, periodsPerYear: 252)
    let lengths = (0..<400).map { _ in
      (1 + (random.uniform() * 60).rounded(), 2 + (random.uniform() * 900).rounded())
    }
    let candidates = Table([
      Column("fast", kind: .length, values: lengths.map(\.0)),
      Column("slow", kind: .length, values: lengths.map(\.1)),
    ])
    try Backtester(
      strategy: RuleStrategy.meanCrossing, markets: [market], settings: ExecutionSettings(),
      metrics: Metric.defaults, samples: candidates.selecting(rows: [0, 1, 2, 3])
    ).requireAgreement(on: candidates)
  }

  @Test func `a crossing on the bar of an exit does not enter without reversal`() throws {
    // Above on bar 2, bought at 12 on bar 3; below on bar 4, sold at 15 on bar 5, which closes above.
    let closes = [10.0, 10, 12, 12, 9, 15, 16, 17]
    let series = PriceSeries(
      name: "P", times: closes.indices.map { Timestamp(CivilDate(dayNumber: 19_723 + $0)) },
      open: closes, high: closes, low: closes, close: closes, volume: closes, interval: .daily)
    let candidate = Table([
      Column("fast", kind: .length, values: [1]), Column("slow", kind: .length, values: [2]),
    ])
    for (reversal, equity) in [(false, 125_000.0), (true, 132_812.5)] {
      var rules = RuleStrategy.meanCrossing.rules
      rules.reversal = reversal
      let backtester = Backtester(
        strategy: RuleStrategy(
          name: "crossing", parameters: RuleStrategy.meanCrossing.parameters, rules: rules),
        markets: [Market(series: series, periodsPerYear: 252)], settings: ExecutionSettings(),
        metrics: Metric.defaults)
      let index = try #require(backtester.metrics.firstIndex { $0.name == "final_equity" })
      let found = backtester.evaluate(candidate).metrics[index][0]
      #expect(abs(found - equity) < 1e-6, "\(found)")
    }
  }

  @Test func `tiny returns on a large drift keep their Sharpe ratio`() throws {
    var random = RandomStream(seed: 9)
    // A drift of a tenth of a percent a bar, with moves a thousand times smaller.
    var (price, closes): (Double, [Double]) = (1e-30, [])
    for _ in 0..<100_000 {
      price *= 1.001 + 1e-6 * random.normal()
      closes.append(price)
    }
    let series = PriceSeries(
      name: "drift", times: closes.indices.map { Timestamp(CivilDate(dayNumber: 1000 + $0)) },
      open: closes, high: closes, low: closes, close: closes, volume: closes, interval: .daily)
    let market = Market(series: series, periodsPerYear: 252)
    let (fast, slow) = (Formula.closeMean("fast"), Formula.closeMean("slow"))
    let always = RuleStrategy(
      name: "above", parameters: RuleStrategy.meanCrossing.parameters,
      rules: TradingRules(
        buy: Formula.binary(.greater, fast, slow).program,
        sell: Formula.binary(.lessOrEqual, fast, slow).program))
    let backtester = Backtester(
      strategy: always, markets: [market], settings: ExecutionSettings(),
      metrics: Metric.defaults)
    let candidate = Table([
      Column("fast", kind: .length, values: [1]), Column("slow", kind: .length, values: [2]),
    ])
    let equity = try backtester.replay(row: 0, of: candidate).equity
    let returns = zip(equity.dropFirst(), equity).map { $0 / $1 - 1 }
    let exact = Self.compensatedSharpe(returns)
    let index = try #require(backtester.metrics.firstIndex { $0.name == "sharpe_ratio" })
    let result = backtester.evaluate(candidate).metrics[index][0]
    #expect(abs(result - exact) <= 1e-9 * abs(exact), "\(result) \(exact)")
  }

  private static func compensatedSharpe(_ returns: [Double]) -> Double {
    func sum(_ values: [Double]) -> Double {
      var (total, lost) = (0.0, 0.0)
      for value in values {
        let next = total + value
        lost += abs(total) >= abs(value) ? (total - next) + value : (value - next) + total
        total = next
      }
      return total + lost
    }
    let mean = sum(returns) / Double(returns.count)
    let squares = sum(returns.map { ($0 - mean) * ($0 - mean) })
    return mean / (squares / Double(returns.count - 1)).squareRoot() * (252.0).squareRoot()
  }
}
