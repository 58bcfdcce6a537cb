import PlateauColumns
import Synchronization

/// Evaluates only candidates that are not known yet, and answers for the others from memory.
///
/// It gives what the evaluator inside would give for the whole batch, provided that the known rows
/// came from an evaluator that gives each candidate the same metrics, whatever else is in its
/// batch.
public final class RecallingEvaluator: Evaluator {
  private struct Memory {
    var known: KnownRows?
    var recalledCount = 0
  }

  private let evaluator: any Evaluator
  private let memory: Mutex<Memory>

  /// Creates an evaluator that asks another one for what is not known.
  public init(_ evaluator: any Evaluator, knowing known: KnownRows) {
    self.evaluator = evaluator
    memory = Mutex(Memory(known: known))
  }

  /// How many candidates were answered for from memory so far.
  public var recalledCount: Int { memory.withLock(\.recalledCount) }

  /// Lets go of the known rows; from now on every candidate is evaluated.
  public func forget() { memory.withLock { $0.known = nil } }

  /// Evaluates the unknown candidates of a batch and puts the known ones among them.
  ///
  /// - Complexity: That of the unknown candidates, and O(log rows known) for each known one.
  public func evaluate(_ batch: CandidateBatch) -> ResultBatch {
    guard let known = memory.withLock(\.known) else { return evaluator.evaluate(batch) }
    let places = (0..<batch.candidates.rowCount).map { known.row(like: $0, of: batch.candidates) }
    let unknown = places.indices.filter { places[$0] == nil }
    guard unknown.count < places.count else { return evaluator.evaluate(batch) }
    memory.withLock { $0.recalledCount += places.count - unknown.count }
    var metrics = known.metrics(of: places.map { $0 ?? 0 })
    var failures = places.enumerated().compactMap { row, place in
      place.flatMap { known.failure(of: $0) }.map { RowFailure(row: row, reason: $0) }
    }
    if !unknown.isEmpty {
      let fresh = evaluator.evaluate(
        CandidateBatch(index: batch.index, candidates: batch.candidates.selecting(rows: unknown)))
      metrics = Table(
        zip(metrics.columns, fresh.metrics.columns).map { recalled, evaluated in
          var values = recalled.values
          for (index, row) in unknown.enumerated() { values[row] = evaluated.values[index] }
          return evaluated.with(values)
        })
      failures += fresh.failures.map { RowFailure(row: unknown[$0.row], reason: $0.reason) }
      failures.sort { $0.row < $1.row }
    }
    return ResultBatch(batch, metrics: metrics, failures: failures)
  }
}
