import Foundation
import PlateauColumns
import PlateauEngine
import PlateauMarket

/// A sweep as published comparisons of backtesting tools state it: prices, rules, candidates.
struct Workload {
  let name: String
  let series: PriceSeries
  let strategy: any Strategy
  let settings: ExecutionSettings
  let candidates: Table
  /// What a candidate earns, by a loop over every bar; the total return as a fraction.
  let plain: @Sendable (_ row: Int) -> Double

  /// The metrics that the comparisons ask for.
  static let fewMetrics = [
    "total_return", "sharpe_ratio", "max_drawdown", "trade_count",
  ].compactMap { Metric.named($0) }

  /// Runs all candidates on one thread, preparation included.
  ///
  /// - Returns: The total return of each.
  func run(_ metrics: [Metric]) -> [Double] {
    let rows = candidates.rowCount
    let backtester = Backtester(
      strategy: strategy, markets: [Market(series: series, periodsPerYear: 252)],
      settings: settings, metrics: metrics,
      samples: candidates.selecting(rows: [0, rows / 4, rows / 2, rows * 3 / 4, rows - 1]))
    var returns: [Double] = []
    for start in stride(from: 0, to: rows, by: 8192) {
      let part = start..<min(start + 8192, rows)
      let batch = Table(candidates.columns.map { $0.with(Array($0.values[part])) })
      returns += backtester.evaluate(batch).metrics[0]
    }
    return returns
  }

  /// Runs some candidates bar by bar on the reference.
  func runReference(rows: [Int]) throws -> [Double] {
    let backtester = Backtester(
      strategy: strategy, markets: [Market(series: series, periodsPerYear: 252)],
      settings: settings)
    return try rows.map { row in
      let backtest = try backtester.replay(row: row, of: candidates)
      return backtest.finalEquity / backtest.openingCash - 1
    }
  }
}

extension Benchmark {
  /// Measures a workload beside the same work by a plain loop and by the reference, on fewer
  /// candidates, and checks that all three agree.
  mutating func measure(_ workload: Workload) throws {
    let (count, bars) = (workload.candidates.rowCount, workload.series.count)
    let runs = count * bars > 1_000_000_000 ? 2 : 20
    var returns: [Double] = []
    for (metrics, what) in [
      (Workload.fewMetrics, "four metrics"), (Metric.defaults, "all metrics"),
    ] {
      measure(
        "\(workload.name), \(what)", amount: count, unit: "candidate", bars: bars, runs: runs
      ) {
        returns = workload.run(metrics)
        return returns.count == count
      }
    }
    func agrees(_ others: [Double], _ rows: [Int]) -> Bool {
      zip(others, rows).allSatisfy { other, row in
        abs(other - returns[row]) <= 1e-12 + 1e-9 * abs(other)
      }
    }
    let some = (0..<min(200, count)).map { $0 * count / min(200, count) }
    measure(
      "\(workload.name), a plain loop over all bars", amount: some.count, unit: "candidate",
      bars: bars, runs: 2
    ) {
      agrees(some.map(workload.plain), some)
    }
    let few = some.enumerated().filter { $0.offset % 8 == 0 }.map(\.element)
    try measure(
      "\(workload.name), the reference", amount: few.count, unit: "candidate", bars: bars, runs: 1
    ) {
      agrees(try workload.runReference(rows: few), few)
    }
  }
}
