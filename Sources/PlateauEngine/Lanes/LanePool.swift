import Synchronization

/// The lanes of a sweep: one set a market for each thread that is at work.
///
/// A set is lent to one batch at a time, and its memory serves the next batch.
final class LanePool: Sendable {
  private let idle = Mutex<[Lent]>([])
  private let make: @Sendable () -> [LaneActor]

  /// Lanes for each market; the pool sees to it that one thread at a time uses them.
  private struct Lent: @unchecked Sendable {
    let lanes: [LaneActor]
  }

  /// Creates a pool for a strategy.
  init<S: AnchoredStrategy>(_ strategy: S, markets: [Market]) {
    make = { markets.map { LaneBacktest(strategy, market: $0) } }
  }

  /// Lends lanes, one set for each market, for the time of some work.
  func lend<Result>(_ work: ([LaneActor]) -> Result) -> Result {
    let lent = idle.withLock { $0.popLast() } ?? Lent(lanes: make())
    defer { idle.withLock { $0.append(lent) } }
    return work(lent.lanes)
  }
}
