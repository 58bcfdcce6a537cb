import PlateauColumns
import PlateauEngine
import PlateauLanguage
import PlateauReport
import PlateauSearch
import Synchronization

/// The kept rows of a run, evaluated again with another value of one setting at a time.
struct StressTest {
  /// What becomes of the rows under one value.
  struct Outcome {
    /// The value of the setting.
    let value: Double
    /// Rows that pass the filters then.
    let keptCount: Int
    /// The best score, and the candidate that has it.
    let bestScore: Double
    let best: Int?
    /// The median score; rows that fail have none.
    let medianScore: Double
    /// The rank that the best row as swept has then, from 1.
    let rank: Int
  }

  private let view: RunView
  private let filters: [NamedExpression]
  private let objective: ObjectiveChoice
  private let setting: Assignment
  private let parameters: Table
  /// The kept rows, best first.
  private let rows: [Int]

  /// Prepares the rows.
  ///
  /// - Parameters:
  ///   - view: The run with its kept rows; at least one.
  ///   - filters: What the rows have to pass again.
  ///   - objective: What ranks them.
  ///   - setting: The setting and its values.
  init(
    _ view: RunView, filters: [NamedExpression], objective: ObjectiveChoice, setting: Assignment
  ) {
    self.view = view
    self.filters = filters
    self.objective = objective
    self.setting = setting
    let names = view.result.table.names.prefix(view.result.parameterCount)
    rows = view.ranking.all()
    parameters = view.result.table.selecting(columns: Array(names)).selecting(rows: rows)
  }

  /// Evaluates every row under a value.
  ///
  /// - Parameters:
  ///   - value: The value of the setting.
  ///   - threads: How many threads work on it.
  ///   - tick: Told now and then how many rows are done; false gives up.
  /// - Returns: What becomes of the rows, or `nil` where it was given up.
  /// - Throws: `EvaluationFailure` of a filter.
  func outcome(
    at value: Double, threads: Int, tick: (Int) -> Bool
  ) throws -> Outcome? {
    guard let table = evaluated(at: value, threads: threads, tick: tick) else { return nil }
    let ranking = objective.objective
    let scores = ranking.scores(of: table)
    var keeps = [Bool](repeating: true, count: table.rowCount)
    let environment = ColumnEnvironment(table)
    for filter in filters {
      let passes = try filter.expression.program.evaluate(in: environment)
      for row in keeps.indices where passes[row] != 1 { keeps[row] = false }
    }
    // A row that fails has no equity; one that is kept as swept may fail now.
    let equity = table["final_equity"]?.values ?? []
    for row in keeps.indices where equity.indices.contains(row) && equity[row].isNaN {
      keeps[row] = false
    }
    let order = Ranking(
      of: table, by: scores, maximizes: objective.maximizes, keyCount: parameters.columns.count)
    let best = order.first(1).first
    let bestScore = best.map { scores[$0] } ?? .nan
    return Outcome(
      value: value, keptCount: keeps.count { $0 }, bestScore: bestScore,
      best: bestScore.isNaN ? nil : best.map { rows[$0] },
      medianScore: quantile(0.5, ofSorted: scores.filter { !$0.isNaN }.sorted()),
      rank: order.rank(of: 0) ?? 1)
  }

  /// Parameters and metrics of all rows under a value.
  private func evaluated(at value: Double, threads: Int, tick: (Int) -> Bool) -> Table? {
    let run = view.run.evaluator.backtester
    var settings = run.settings
    settings.set(setting.ownName, to: value)
    if let mode = setting.values.mode,
      let index = ExecutionSetting.named(setting.ownName)?.modes.firstIndex(of: mode)
    {
      settings.set("\(setting.ownName)_mode", to: Double(index))
    }
    let backtester = Backtester(
      strategy: run.strategy, markets: run.markets, settings: settings, metrics: run.metrics)
    let candidates = parameters.selecting(
      columns: parameters.names.filter { $0 != setting.name })
    let batchSize = view.run.plan.study.batchSize
    let starts = Array(stride(from: 0, to: candidates.rowCount, by: batchSize))
    let progress = Mutex((next: 0, results: [[[Double]]?](repeating: nil, count: starts.count)))
    let isStopped = Mutex(false)
    ThreadedBatchExecutor(threadCount: min(threads, starts.count)).drain {
      let index = progress.withLock { progress in
        defer { progress.next += 1 }
        return progress.next
      }
      guard index < starts.count, !isStopped.withLock({ $0 }) else { return false }
      let rows = Array(starts[index]..<min(starts[index] + batchSize, candidates.rowCount))
      let metrics = backtester.evaluate(candidates.selecting(rows: rows)).metrics
      progress.withLock { $0.results[index] = metrics }
      return true
    } tick: {
      let done = progress.withLock { $0.results.count { $0 != nil } }
      if !tick(min(done * batchSize, candidates.rowCount)) { isStopped.withLock { $0 = true } }
    }
    let results = progress.withLock { $0.results.compactMap { $0 } }
    guard results.count == starts.count else { return nil }
    let columns = parameters.columns.map { column in
      column.name == setting.name
        ? column.with([Double](repeating: value, count: column.values.count)) : column
    }
    return Table(
      columns
        + backtester.metrics.enumerated().map { index, metric in
          Column(metric.name, kind: metric.kind, values: results.flatMap { $0[index] })
        })
  }
}
