import PlateauColumns
import PlateauEngine
import PlateauSearch

/// Where search and engine meet: a batch of candidates goes in, their metrics come out.
struct BacktestEvaluator: Evaluator {
  let backtester: Backtester

  func evaluate(_ batch: CandidateBatch) -> ResultBatch {
    let rows = backtester.evaluate(batch.candidates)
    let metrics = zip(backtester.metrics, rows.metrics).map { metric, values in
      Column(metric.name, kind: metric.kind, values: values)
    }
    var failures: [RowFailure] = []
    for (row, failure) in rows.failures.sorted(by: { $0.key < $1.key }) {
      // Rows that fail for the same reason share its text.
      let reason = failure.description
      let last = failures.last?.reason
      failures.append(
        RowFailure(row: row, reason: last.flatMap { $0 == reason ? $0 : nil } ?? reason))
    }
    return ResultBatch(batch, metrics: Table(metrics), failures: failures)
  }
}
