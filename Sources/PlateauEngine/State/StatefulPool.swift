import Synchronization

/// The backtests of a sweep whose rules read the account: one a market for each thread at work.
///
/// They are lent to one batch at a time, and what they remember serves the next batch.
final class StatefulPool: Sendable {
  private let idle = Mutex<[Lent]>([])
  private let strategy: RuleStrategy
  private let markets: [Market]

  /// Backtests for each market; the pool sees to it that one thread at a time uses them.
  private struct Lent: @unchecked Sendable {
    let backtests: [StatefulBacktest]
  }

  /// Creates a pool, or answers `nil` for a strategy whose rules do not read the account, or ask
  /// for its past.
  init?(_ strategy: RuleStrategy, markets: [Market]) {
    self.strategy = strategy
    self.markets = markets
    guard !strategy.rules.readState.isEmpty else { return nil }
    let made = markets.compactMap { StatefulBacktest(strategy, market: $0) }
    guard made.count == markets.count else { return nil }
    idle.withLock { $0.append(Lent(backtests: made)) }
  }

  /// Lends backtests, one for each market, for the time of some work.
  func lend<Result>(_ work: ([StatefulBacktest]) -> Result) -> Result {
    let lent =
      idle.withLock { $0.popLast() }
      ?? Lent(backtests: markets.compactMap { StatefulBacktest(strategy, market: $0) })
    defer { idle.withLock { $0.append(lent) } }
    return work(lent.backtests)
  }
}
