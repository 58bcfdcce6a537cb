import CEngineKernels
import PlateauColumns
import PlateauMarket
import Testing

@testable import PlateauEngine

/// Candidates that run side by side against the same candidates bar by bar.
@Suite(.serialized) struct LaneTests {
  /// Figures that count things; nothing may be lost in them.
  private static let counts: Set<String> = ["trade_count", "exposure"]

  private func evaluations(_ seed: UInt64) -> (
    backtester: Backtester, candidates: Table, lanes: BatchEvaluation, plain: BatchEvaluation
  ) {
    var random = RandomStream(seed: seed)
    let market = AnchoredCase.market(&random)
    let (strategy, candidates) = AnchoredCase.candidates(&random)
    let backtester = Backtester(
      strategy: strategy, markets: [market], settings: AnchoredCase.settings(&random),
      metrics: Metric.defaults)
    return (
      backtester, candidates, backtester.evaluate(candidates),
      backtester.evaluateOnReference(candidates)
    )
  }

  @Test func `lanes give what every bar by itself gives`() {
    for seed in 0..<120 as Range<UInt64> {
      let (backtester, candidates, lanes, plain) = evaluations(seed)
      #expect(backtester.path == .lanes)
      #expect(lanes.failures == plain.failures)
      #expect(lanes.ruined == plain.ruined)
      for (index, metric) in Metric.defaults.enumerated() {
        for row in 0..<candidates.rowCount {
          let (found, expected) = (lanes.metrics[index][row], plain.metrics[index][row])
          if expected.isNaN {
            #expect(found.isNaN, "\(metric.name), seed \(seed), row \(row)")
          } else if Self.counts.contains(metric.name) {
            #expect(found == expected, "\(metric.name), seed \(seed), row \(row)")
          } else {
            #expect(
              abs(found - expected) <= 1e-12 + 1e-9 * abs(expected),
              "\(metric.name), seed \(seed), row \(row)")
          }
        }
      }
    }
  }

  @Test func `a candidate alone has the bits it has among others`() {
    for seed in 200..<240 as Range<UInt64> {
      let (backtester, candidates, lanes, _) = evaluations(seed)
      for row in stride(from: 0, to: candidates.rowCount, by: 17) {
        let alone = Table(
          candidates.columns.map { Column($0.name, kind: $0.kind, values: [$0.values[row]]) })
        let single = backtester.evaluate(alone)
        for index in Metric.defaults.indices {
          #expect(
            single.metrics[index][0].bitPattern == lanes.metrics[index][row].bitPattern,
            "\(Metric.defaults[index].name), seed \(seed), row \(row)")
        }
      }
    }
  }

  @Test func `the portable kernel gives the bits of the fast one`() {
    for seed in 300..<340 as Range<UInt64> {
      let (backtester, candidates, lanes, _) = evaluations(seed)
      kernels_force_portable(true)
      defer { kernels_force_portable(false) }
      let portable = backtester.evaluate(candidates)
      for index in Metric.defaults.indices {
        #expect(
          portable.metrics[index].map(\.bitPattern) == lanes.metrics[index].map(\.bitPattern),
          "\(Metric.defaults[index].name), seed \(seed)")
      }
    }
  }

  @Test func `a steady drift with hardly any spread keeps its Sharpe ratio`() {
    var closes = [100.0]
    for bar in 1..<9000 {
      closes.append(closes[bar - 1] * (1.001 + (bar.isMultiple(of: 2) ? 1e-8 : -1e-8)))
    }
    let market = Market(series: AnchoredCase.series(closes), periodsPerYear: 252)
    let candidates = Table([
      Column("trigger_threshold_pct", kind: .fraction, values: [1, 0.5, 0.02])
    ])
    let backtester = Backtester(
      strategy: VolatilityBalancing(), markets: [market], settings: ExecutionSettings(),
      metrics: [.sharpeRatio, .volatility])
    let (lanes, plain) = (
      backtester.evaluate(candidates), backtester.evaluateOnReference(candidates)
    )
    for row in 0..<3 {
      for index in 0..<2 {
        let expected = plain.metrics[index][row]
        #expect(abs(lanes.metrics[index][row] - expected) <= 1e-9 * abs(expected))
      }
    }
  }

  @Test func `metrics that need every bar take the plain path`() {
    let market = Market(series: AnchoredCase.series([100, 103, 99]), periodsPerYear: 252)
    let backtester = Backtester(
      strategy: VolatilityBalancing(), markets: [market], settings: ExecutionSettings(),
      metrics: [.skew])
    #expect(backtester.path == .reference)
  }
}
