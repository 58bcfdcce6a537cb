import Synchronization

/// The lanes of a sweep: one set a market for each thread that is at work.
///
/// A set is lent to one batch at a time, and its memory serves the next batch.
final class LanePool: Sendable {
  private let idle = Mutex<[Lent]>([])
  private let make: @Sendable () -> [any CandidateLanes]

  /// Lanes for each market; the pool sees to it that one thread at a time uses them.
  private struct Lent: @unchecked Sendable {
    let lanes: [any CandidateLanes]
  }

  /// Creates a pool for a strategy, or `nil` for one that does not run in lanes.
  convenience init?(_ strategy: any Strategy, markets: [Market]) {
    if let anchored = strategy as? any AnchoredStrategy {
      self.init(anchored: anchored, markets: markets)
    } else if let plan = (strategy as? OrderStrategy).flatMap({ OrderPlan($0) }) {
      self.init(plan, markets: markets)
    } else {
      return nil
    }
  }

  /// Creates a pool for a strategy that trades around an anchor.
  init<S: AnchoredStrategy>(anchored strategy: S, markets: [Market]) {
    make = { markets.map { LaneBacktest(strategy, market: $0) } }
  }

  /// Creates a pool for order rules.
  init(_ plan: OrderPlan, markets: [Market]) {
    make = { markets.map { OrderLanes(plan, market: $0) } }
  }

  /// Lends lanes, one set for each market, for the time of some work.
  func lend<Result>(_ work: ([any CandidateLanes]) -> Result) -> Result {
    let lent = idle.withLock { $0.popLast() } ?? Lent(lanes: make())
    defer { idle.withLock { $0.append(lent) } }
    return work(lent.lanes)
  }
}
