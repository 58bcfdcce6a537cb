public import PlateauColumns

/// The results of a batch of candidates.
public struct BatchEvaluation: Sendable {
  /// One array a metric, in the order they were asked for; in each a value a candidate, `nan`
  /// where undefined.
  public var metrics: [[Double]]
  /// Why candidates failed, by row; their metrics are undefined.
  public var failures: [Int: CandidateFailure]
  /// The rows whose equity fell to zero, ascending; they keep their metrics.
  public var ruined: [Int]
}

/// Turns a batch of candidates into rows of metrics.
///
/// The columns of a batch are parameters of the strategy and execution settings, by name; a
/// column `symbol` picks the market by its index. What has no column has its default or the
/// setting given here. The strategy's own parameter wins over a setting of the same name, which
/// `execution.NAME` then reaches.
public struct Backtester: Sendable {
  /// The strategy.
  public let strategy: any Strategy
  /// The markets, in the order of the labels of `symbol`.
  public let markets: [Market]
  /// The settings that no column changes.
  public let settings: ExecutionSettings
  /// What is computed for each candidate.
  public let metrics: [Metric]
  /// The fast path, where strategy and metrics allow it.
  private let events: EventBacktestPool?
  /// The fast path of strategies that trade one account, where the metrics allow it.
  private let lanes: LanePool?
  /// The fast path of rules that read the account, where the metrics allow it.
  private let stateful: StatefulPool?

  /// Creates a backtester.
  ///
  /// - Parameters:
  ///   - strategy: The strategy.
  ///   - markets: The markets; at least one.
  ///   - settings: The settings that no column changes.
  ///   - metrics: What to compute for each candidate.
  ///   - commonStart: The bar from which all candidates are scored, for `set start common` on a
  ///     single market; with several markets, narrow each by `Market.starting(at:)`.
  ///   - samples: A few candidates from all over those that will come. They make it faster, and
  ///     change no result.
  public init(
    strategy: any Strategy, markets: [Market], settings: ExecutionSettings,
    metrics: [Metric] = [], commonStart: Int? = nil, samples: Table = Table()
  ) {
    precondition(!markets.isEmpty, "there is at least one market")
    self.strategy = strategy
    let markets = commonStart.map { start in markets.map { $0.starting(at: start) } } ?? markets
    self.markets = markets
    self.settings = settings
    self.metrics = metrics
    var binding = CandidateBinding(samples, strategy: strategy, settings: settings)
    let sampled = (0..<samples.rowCount).compactMap { row in
      (try? binding.read(row)).map { binding.candidate.parameters }
    }
    events =
      metrics.allSatisfy(\.followsFromSummary)
      ? (strategy as? RuleStrategy).flatMap {
        EventBacktestPool(
          $0, markets: markets, samples: sampled,
          countsTrades: metrics.contains(where: \.needsTrades))
      } : nil
    lanes = metrics.allSatisfy(\.followsFromSummary) ? LanePool(strategy, markets: markets) : nil
    stateful =
      metrics.allSatisfy(\.followsFromSummary)
      ? (strategy as? RuleStrategy).flatMap { StatefulPool($0, markets: markets) } : nil
  }

  /// How candidates are run.
  public enum Path: String, Sendable {
    /// From trade to trade.
    case events
    /// Side by side, from fill to fill.
    case lanes
    /// Side by side, bar by bar.
    case stateful
    /// Bar by bar on the reference.
    case reference
  }

  /// A guess of what a bar of a candidate costs, by which batches are measured out: from the shape
  /// of the strategy alone, so that batches do not depend on the machine.
  public var nanosecondsPerBar: Double {
    switch path {
    case .events: events?.passesOverBars(settings) == true ? 0.2 : 2
    case .lanes: 5
    case .stateful: 40
    case .reference: 100
    }
  }

  /// How candidates are run.
  public var path: Path {
    if events != nil { return .events }
    if lanes != nil { return .lanes }
    return stateful != nil ? .stateful : .reference
  }

  /// Runs every candidate; what happens to one does not stop the others.
  ///
  /// - Complexity: O(candidates · bars).
  public func evaluate(_ candidates: Table) -> BatchEvaluation {
    if let events { return events.lend { evaluate(candidates, on: &$0) } }
    if let lanes { return lanes.lend { evaluate(candidates, on: $0) } }
    if let stateful { return stateful.lend { evaluate(candidates, on: $0) } }
    return evaluateOnReference(candidates)
  }

  private func evaluate(
    _ candidates: Table, on backtests: [StatefulBacktest]
  ) -> BatchEvaluation {
    var results = BatchResults(metrics, rowCount: candidates.rowCount)
    var binding = CandidateBinding(candidates, strategy: strategy, settings: settings)
    for row in 0..<candidates.rowCount {
      do throws(CandidateFailure) {
        try binding.read(row)
        let market = binding.candidate.market
        guard backtests.indices.contains(market) else { throw .noMarket(market) }
        try backtests[market].add(
          binding.candidate.parameters, settings: binding.candidate.settings, row: row,
          into: &results)
      } catch {
        results.fail(error, row: row)
      }
    }
    for backtest in backtests { backtest.run(into: &results) }
    return results.evaluation(metricCount: metrics.count)
  }

  private func evaluate(
    _ candidates: Table, on events: inout [EventBacktest]
  ) -> BatchEvaluation {
    var results = BatchResults(metrics, rowCount: candidates.rowCount)
    var binding = CandidateBinding(candidates, strategy: strategy, settings: settings)
    var rows = [[Int]](repeating: [], count: events.count)
    if events.count == 1 {
      rows[0] = events[0].order(of: candidates) ?? Array(0..<candidates.rowCount)
    } else {
      for row in 0..<candidates.rowCount {
        // Rows that cannot be read fail with their market's own.
        let isRead = (try? binding.read(row)) != nil
        let market = isRead ? binding.candidate.market : 0
        rows[events.indices.contains(market) ? market : 0].append(row)
      }
    }
    for market in events.indices {
      events[market].run(rows[market], onMarket: market, of: &binding, into: &results)
    }
    return results.evaluation(metricCount: metrics.count)
  }

  /// Runs every candidate bar by bar, whatever path `evaluate` takes: what that is checked against.
  ///
  /// - Complexity: O(candidates · bars), many times what `evaluate` takes.
  public func evaluateOnReference(_ candidates: Table) -> BatchEvaluation {
    var results = BatchResults(metrics, rowCount: candidates.rowCount)
    var binding = CandidateBinding(candidates, strategy: strategy, settings: settings)
    for row in 0..<candidates.rowCount {
      do throws(CandidateFailure) {
        try binding.read(row)
        results.set(try replay(binding.candidate), metrics, row: row)
      } catch {
        results.fail(error, row: row)
      }
    }
    return results.evaluation(metricCount: metrics.count)
  }

  private func evaluate(_ candidates: Table, on lanes: [any CandidateLanes]) -> BatchEvaluation {
    var results = BatchResults(metrics, rowCount: candidates.rowCount)
    var binding = CandidateBinding(candidates, strategy: strategy, settings: settings)
    let isFull = metrics.contains(where: \.needsEveryClose)
    // Few enough at a time that what they need stays in the cache.
    for start in stride(from: 0, to: candidates.rowCount, by: 1024) {
      for row in start..<min(start + 1024, candidates.rowCount) {
        do throws(CandidateFailure) {
          try binding.read(row)
          let market = binding.candidate.market
          guard lanes.indices.contains(market) else { throw .noMarket(market) }
          try lanes[market].add(
            binding.candidate.parameters, settings: binding.candidate.settings, row: row)
        } catch {
          results.fail(error, row: row)
        }
      }
      for lanes in lanes {
        lanes.run(isFull: isFull) { row, summary in
          if let summary { return results.set(summary, row: row) }
          // Figures in which rounding would show.
          do throws(CandidateFailure) {
            try binding.read(row)
            results.set(try replay(binding.candidate), metrics, row: row)
          } catch {
            results.fail(error, row: row)
          }
        }
      }
    }
    return results.evaluation(metricCount: metrics.count)
  }

  /// Runs one candidate in full, on the reference.
  ///
  /// - Throws: `CandidateFailure`, the same that `evaluate` reports for the row.
  public func replay(row: Int, of candidates: Table) throws(CandidateFailure) -> Backtest {
    var binding = CandidateBinding(candidates, strategy: strategy, settings: settings)
    try binding.read(row)
    return try replay(binding.candidate)
  }

  /// The first bar of each candidate on which every input of its rules is defined.
  ///
  /// - Returns: A bar of the candidate's series for each row, or `nil` where it fails.
  public func firstBars(of candidates: Table) -> [Int?] {
    var binding = CandidateBinding(candidates, strategy: strategy, settings: settings)
    return (0..<candidates.rowCount).map { row in
      guard (try? binding.read(row)) != nil, markets.indices.contains(binding.candidate.market)
      else { return nil }
      let candidate = binding.candidate
      return try? strategy.firstBar(
        candidate.parameters, settings: candidate.settings, market: markets[candidate.market])
    }
  }

  private func replay(_ candidate: Candidate) throws(CandidateFailure) -> Backtest {
    guard markets.indices.contains(candidate.market) else { throw .noMarket(candidate.market) }
    return try strategy.backtest(
      candidate.parameters, settings: candidate.settings, market: markets[candidate.market])
  }
}
