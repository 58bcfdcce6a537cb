import Synchronization

/// The event backtests of a sweep: one a market for each thread that is at work.
///
/// A backtest is lent to one batch at a time; what it remembers serves the next batch.
final class EventBacktestPool: Sendable {
  /// Event backtests, one for each market, in the hands of one thread at a time.
  private final class Lent: @unchecked Sendable {
    var backtests: [EventBacktest]

    init(_ backtests: [EventBacktest]) {
      self.backtests = backtests
    }
  }

  private let idle = Mutex<[Lent]>([])
  private let strategy: RuleStrategy
  private let markets: [Market]
  private let samples: [[Double]]
  private let countsTrades: Bool

  /// Creates a pool, or answers `nil` for a strategy whose rules need to look at every bar.
  ///
  /// - Parameters:
  ///   - strategy: The strategy.
  ///   - markets: The markets.
  ///   - samples: Parameters that are likely to come.
  ///   - countsTrades: Whether anyone wants more of trades than their number.
  init?(
    _ strategy: RuleStrategy, markets: [Market], samples: [[Double]], countsTrades: Bool
  ) {
    self.strategy = strategy
    self.markets = markets
    self.samples = samples
    self.countsTrades = countsTrades
    guard let first = Self.make(strategy, markets, samples, countsTrades) else { return nil }
    idle.withLock { $0.append(first) }
  }

  /// Whether candidates with some settings go a way that costs little for each bar.
  func passesOverBars(_ settings: ExecutionSettings) -> Bool {
    let rules = strategy.rules
    let settings = rules.applied(to: settings)
    return rules.short == nil && rules.buy != nil && rules.trail == nil && settings.trail.isNaN
      && settings.compounds
  }

  /// Lends backtests for the time of some work.
  func lend<Result>(_ work: (inout [EventBacktest]) -> Result) -> Result {
    let lent =
      idle.withLock { $0.popLast() } ?? Self.make(strategy, markets, samples, countsTrades)
      ?? Lent([])
    defer { idle.withLock { $0.append(lent) } }
    return work(&lent.backtests)
  }

  private static func make(
    _ strategy: RuleStrategy, _ markets: [Market], _ samples: [[Double]], _ countsTrades: Bool
  ) -> Lent? {
    var made: [EventBacktest] = []
    for market in markets {
      guard
        let backtest = EventBacktest(
          strategy, samples: samples, countsTrades: countsTrades, market: market)
      else { return nil }
      made.append(backtest)
    }
    return Lent(made)
  }
}
