import PlateauColumns
import PlateauMarket
import Testing

@testable import PlateauEngine

/// Candidates whose rules read the account, side by side, against the reference.
@Suite struct StatefulBacktestTests {
  @Test(arguments: 1...8)
  func `random candidates come out as on the reference`(seed: UInt64) throws {
    var random = RandomStream(seed: seed)
    var compared = 0
    while compared < 3000 {
      let market = RandomCase.market(&random)
      let strategy = RandomCase.statefulStrategy(&random)
      let backtester = Backtester(
        strategy: strategy, markets: [market], settings: RandomCase.settings(&random),
        metrics: Metric.defaults)
      try #require(backtester.path == .stateful)
      // Now and then more than fit side by side.
      let count = compared.isMultiple(of: 7) ? 70 : 12
      let candidates = RandomCase.candidates(of: strategy, count: count, &random)
      try backtester.requireAgreement(on: candidates)
      compared += count
    }
  }

  @Test func `the order and neighbours of candidates change no bit`() throws {
    var random = RandomStream(seed: 30)
    for _ in 0..<40 {
      let market = RandomCase.market(&random)
      let strategy = RandomCase.statefulStrategy(&random)
      let backtester = Backtester(
        strategy: strategy, markets: [market], settings: RandomCase.settings(&random),
        metrics: Metric.defaults)
      let candidates = RandomCase.candidates(of: strategy, count: 90, &random)
      func bits(_ batches: [[Int]]) -> [[UInt64]] {
        var values = [[UInt64]](repeating: [], count: 90)
        for rows in batches {
          let result = backtester.evaluate(candidates.selecting(rows: rows))
          for (place, row) in rows.enumerated() {
            values[row] = result.metrics.map { $0[place].bitPattern }
          }
        }
        return values
      }
      let whole = bits([Array(0..<90)])
      #expect(bits([Array((0..<90).reversed())]) == whole)
      #expect(bits((0..<90).map { [$0] }) == whole)
    }
  }

  @Test func `the way says which state the rules read`() {
    let rules = TradingRules(
      buy: Formula.binary(.equal, .name("position"), .number(0)).program,
      sell: Formula.binary(.greater, .name("close"), .name("entry_price")).program)
    func backtester(_ metrics: [Metric]) -> Backtester {
      Backtester(
        strategy: RuleStrategy(name: "s", parameters: [], rules: rules),
        markets: [TinyMarket([Bar(1, 1), Bar(1, 1)]).market], settings: ExecutionSettings(),
        metrics: metrics)
    }
    let path = backtester([.sharpeRatio]).describedPath()
    #expect(path.name == "side by side, bar by bar")
    #expect(path.reason == "the rules read position, entry_price")
    #expect(backtester([.skew]).path == .reference)
    #expect(backtester([.skew]).describedPath().reason == "skew needs the equity of every bar")
  }

  @Test func `account state has no past`() {
    let rules = TradingRules(
      buy: Formula.binary(.greater, .name("close"), .lag(.name("entry_price"), 1)).program)
    let backtester = Backtester(
      strategy: RuleStrategy(name: "s", parameters: [], rules: rules),
      markets: [TinyMarket([Bar(1, 1), Bar(1, 1)]).market], settings: ExecutionSettings(),
      metrics: Metric.defaults)
    #expect(backtester.path == .reference)
    let evaluation = backtester.evaluate(Table([Column("cash", kind: .money, values: [1000])]))
    #expect(evaluation.failures == [0: .needsPastState])
  }
}
