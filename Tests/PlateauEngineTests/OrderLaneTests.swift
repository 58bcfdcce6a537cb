import CEngineKernels
import PlateauColumns
import PlateauMarket
import Testing

@testable import PlateauEngine

/// Order rules that run side by side against the same rules bar by bar.
@Suite(.serialized) struct OrderLaneTests {
  /// Figures that count things; nothing may be lost in them.
  private static let counts: Set<String> = ["trade_count", "exposure"]

  private struct Case {
    let backtester: Backtester
    let candidates: Table
    let lanes: BatchEvaluation

    init(_ seed: UInt64) {
      var random = RandomStream(seed: seed)
      let market = RandomCase.market(&random)
      backtester = Backtester(
        strategy: RandomOrders.strategy(&random), markets: [market],
        settings: RandomOrders.settings(&random), metrics: Metric.defaults)
      candidates = RandomOrders.candidates(&random)
      lanes = backtester.evaluate(candidates)
    }
  }

  private func expect(
    _ found: BatchEvaluation, equals plain: BatchEvaluation, _ rows: Int, _ place: String
  ) {
    #expect(found.failures == plain.failures, "\(place)")
    #expect(found.ruined == plain.ruined, "\(place)")
    for (index, metric) in Metric.defaults.enumerated() {
      for row in 0..<rows {
        let (found, expected) = (found.metrics[index][row], plain.metrics[index][row])
        if expected.isNaN {
          #expect(found.isNaN, "\(metric.name), \(place), row \(row)")
        } else if Self.counts.contains(metric.name) {
          #expect(found == expected, "\(metric.name), \(place), row \(row)")
        } else {
          #expect(
            abs(found - expected) <= 1e-12 + 1e-9 * abs(expected),
            "\(metric.name), \(place), row \(row): \(found), not \(expected)")
        }
      }
    }
  }

  @Test func `lanes give what every bar by itself gives`() {
    for seed in 0..<600 as Range<UInt64> {
      let tried = Case(seed)
      #expect(tried.backtester.path == .lanes)
      expect(
        tried.lanes, equals: tried.backtester.evaluateOnReference(tried.candidates),
        tried.candidates.rowCount, "seed \(seed)")
    }
  }

  @Test func `an amount too small to trade is idle only while it is`() {
    for seed in 4000..<4100 as Range<UInt64> {
      var random = RandomStream(seed: seed)
      let backtester = Backtester(
        strategy: RandomOrders.reweighting(&random), markets: [RandomCase.market(&random)],
        settings: RandomOrders.settings(&random), metrics: Metric.defaults)
      let candidates = RandomOrders.candidates(&random)
      #expect(backtester.path == .lanes)
      expect(
        backtester.evaluate(candidates), equals: backtester.evaluateOnReference(candidates),
        candidates.rowCount, "seed \(seed)")
    }
  }

  @Test func `what a fill did comes out of lanes in the same bits`() throws {
    for seed in 1000..<1100 as Range<UInt64> {
      let tried = Case(seed)
      let plain = tried.backtester.evaluateOnReference(tried.candidates)
      for name in ["final_equity", "fees"] {
        let index = try #require(Metric.defaults.firstIndex { $0.name == name })
        #expect(
          tried.lanes.metrics[index].map(\.bitPattern) == plain.metrics[index].map(\.bitPattern),
          "\(name), seed \(seed)")
      }
    }
  }

  @Test func `a candidate alone or in another order has the bits it has among others`() {
    for seed in 2000..<2060 as Range<UInt64> {
      let tried = Case(seed)
      let rows = Array((0..<tried.candidates.rowCount).reversed())
      let turned = tried.backtester.evaluate(tried.candidates.selecting(rows: rows))
      for row in stride(from: 0, to: rows.count, by: 7) {
        let alone = tried.backtester.evaluate(tried.candidates.selecting(rows: [row]))
        for index in Metric.defaults.indices {
          let bits = tried.lanes.metrics[index][row].bitPattern
          #expect(alone.metrics[index][0].bitPattern == bits, "seed \(seed), row \(row)")
          #expect(
            turned.metrics[index][rows.count - 1 - row].bitPattern == bits,
            "seed \(seed), row \(row)")
        }
      }
    }
  }

  @Test func `the portable kernel gives the bits of the fast one`() {
    for seed in 3000..<3060 as Range<UInt64> {
      let tried = Case(seed)
      kernels_force_portable(true)
      defer { kernels_force_portable(false) }
      let portable = tried.backtester.evaluate(tried.candidates)
      for index in Metric.defaults.indices {
        #expect(
          portable.metrics[index].map(\.bitPattern) == tried.lanes.metrics[index].map(\.bitPattern),
          "\(Metric.defaults[index].name), seed \(seed)")
      }
    }
  }

  @Test func `levels that follow from what is held are a band, moving ones are asked every bar`() {
    func path(_ condition: Formula) -> String {
      let strategy = OrderStrategy(
        name: "s", parameters: [],
        rules: OrderRules(
          orders: [OrderRule(units: ColumnProgram(constant: 1), condition: condition.program)]))
      let backtester = Backtester(
        strategy: strategy,
        markets: [Market(series: AnchoredCase.series([1]), periodsPerYear: 252)],
        settings: ExecutionSettings(), metrics: Metric.defaults)
      return backtester.describedPath().name
    }
    let (fills, bars) = ("side by side, from fill to fill", "side by side, bar by bar")
    #expect(path("close" > "last_fill" * 1.03) == fills)
    #expect(path("weight" < 0.3 || "pnl" > 0.2) == fills)
    #expect(path("close" > "last_fill" && "open" > "close") == fills)
    #expect(path("close" > "last_fill" || "open" > "close") == bars)
    #expect(path("bars_held" >= 5) == bars)
  }
}
