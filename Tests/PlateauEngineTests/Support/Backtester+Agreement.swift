import PlateauColumns
import Testing

@testable import PlateauEngine

extension Backtester {
  /// Requires that every metric of every candidate comes out as on the reference: counts exactly,
  /// others to a part in a billion.
  func requireAgreement(on candidates: Table) throws {
    let fast = evaluate(candidates)
    let reference = evaluateOnReference(candidates)
    try #require(fast.failures == reference.failures)
    try #require(fast.ruined == reference.ruined)
    for (index, metric) in metrics.enumerated() {
      for (row, (a, b)) in zip(fast.metrics[index], reference.metrics[index]).enumerated() {
        let isCount = metric.name == "trade_count"
        let isSame =
          a.isNaN || b.isNaN
          ? a.isNaN && b.isNaN : isCount ? a == b : abs(a - b) <= 1e-12 + 1e-9 * abs(b)
        try #require(
          isSame,
          """
          \(metric.name) of row \(row): \(a), not \(b); \(settings) \
          window \(markets[0].window) \
          \(candidates.columns.map { "\($0.name) \($0.values[row])" })
          """)
      }
    }
  }
}
