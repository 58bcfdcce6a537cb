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

  /// Creates a backtester.
  ///
  /// - Parameters:
  ///   - strategy: The strategy.
  ///   - markets: The markets; at least one.
  ///   - settings: The settings that no column changes.
  ///   - metrics: What to compute for each candidate.
  ///   - commonStart: The bar from which all candidates are scored, for `set start common` on a
  ///     single market; with several markets, narrow each by `Market.starting(at:)`.
  public init(
    strategy: any Strategy, markets: [Market], settings: ExecutionSettings,
    metrics: [Metric] = [], commonStart: Int? = nil
  ) {
    precondition(!markets.isEmpty, "there is at least one market")
    self.strategy = strategy
    self.markets = commonStart.map { start in markets.map { $0.starting(at: start) } } ?? markets
    self.settings = settings
    self.metrics = metrics
  }

  /// Runs every candidate; what happens to one does not stop the others.
  ///
  /// - Complexity: O(candidates · bars).
  public func evaluate(_ candidates: Table) -> BatchEvaluation {
    let binding = CandidateBinding(candidates, strategy: strategy)
    let undefined = [Double](repeating: .nan, count: candidates.rowCount)
    var result = BatchEvaluation(
      metrics: metrics.map { _ in undefined }, failures: [:], ruined: [])
    for row in 0..<candidates.rowCount {
      do {
        let backtest = try replay(row, of: binding)
        for (index, metric) in metrics.enumerated() {
          result.metrics[index][row] = metric.value(of: backtest)
        }
        if backtest.isRuined { result.ruined.append(row) }
      } catch {
        result.failures[row] = error
      }
    }
    return result
  }

  /// Runs one candidate in full, on the path that `evaluate` takes.
  ///
  /// - Throws: `CandidateFailure`, the same that `evaluate` reports for the row.
  public func replay(row: Int, of candidates: Table) throws(CandidateFailure) -> Backtest {
    try replay(row, of: CandidateBinding(candidates, strategy: strategy))
  }

  /// The first bar of each candidate on which every input of its rules is defined.
  ///
  /// - Returns: A bar of the candidate's series for each row, or `nil` where it fails.
  public func firstBars(of candidates: Table) -> [Int?] {
    let binding = CandidateBinding(candidates, strategy: strategy)
    return (0..<candidates.rowCount).map { row in
      guard let candidate = try? binding.candidate(row, settings: settings),
        markets.indices.contains(candidate.market)
      else { return nil }
      return try? strategy.firstBar(
        candidate.parameters, settings: candidate.settings, market: markets[candidate.market])
    }
  }

  private func replay(_ row: Int, of binding: CandidateBinding) throws(CandidateFailure)
    -> Backtest
  {
    let candidate = try binding.candidate(row, settings: settings)
    guard markets.indices.contains(candidate.market) else {
      throw CandidateFailure("there is no symbol of index \(candidate.market)")
    }
    return try strategy.backtest(
      candidate.parameters, settings: candidate.settings, market: markets[candidate.market])
  }
}
