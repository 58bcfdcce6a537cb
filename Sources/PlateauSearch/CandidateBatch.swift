public import PlateauColumns

/// Candidates that travel and are evaluated together: the unit of work of a study.
public struct CandidateBatch: Sendable {
  /// The batch's place in the plan, from 0.
  public let index: Int
  /// One column a parameter, one row a candidate.
  public let candidates: Table

  /// Creates a batch.
  public init(index: Int, candidates: Table) {
    self.index = index
    self.candidates = candidates
  }
}

/// What came of a batch.
public struct ResultBatch: Sendable {
  /// The batch's place in the plan, from 0.
  public let index: Int
  /// The candidates as they were proposed.
  public let candidates: Table
  /// One column a metric, one row a candidate; a failed candidate's metrics are undefined.
  public let metrics: Table
  /// The reasons of failed candidates by row of this batch, in ascending order.
  public let failures: [RowFailure]

  /// Creates the result of a batch.
  public init(_ batch: CandidateBatch, metrics: Table, failures: [RowFailure] = []) {
    index = batch.index
    candidates = batch.candidates
    self.metrics = metrics
    self.failures = failures
  }

  /// The candidates with their metrics.
  var table: Table {
    var rows = candidates
    for column in metrics.columns { rows.append(column) }
    return rows
  }
}

/// Why a candidate has no metrics.
public struct RowFailure: Hashable, Sendable {
  /// The row of the table this belongs to.
  public let row: Int
  /// The reason, in one sentence.
  public let reason: String

  /// Creates a failure.
  public init(row: Int, reason: String) {
    self.row = row
    self.reason = reason
  }
}

extension [RowFailure] {
  /// Why a row failed, or `nil`; the failures must be in ascending order of their rows.
  ///
  /// - Complexity: O(log failures).
  public func reason(of row: Int) -> String? {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle].row < row { low = middle + 1 } else { high = middle }
    }
    guard low < count, self[low].row == row else { return nil }
    return self[low].reason
  }
}

/// Says what each candidate of a batch is worth: the engine's door into a study.
///
/// An evaluator gives the same result for the same batch, on any thread and in any order.
public protocol Evaluator: Sendable {
  /// Evaluates every candidate; one that cannot be evaluated is a failure, never an error.
  func evaluate(_ batch: CandidateBatch) -> ResultBatch
}
