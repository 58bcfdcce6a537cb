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
    let failures = rows.failures.sorted { $0.key < $1.key }.map { row, failure in
      RowFailure(row: row, reason: failure.description)
    }
    return ResultBatch(batch, metrics: Table(metrics), failures: failures)
  }
}
