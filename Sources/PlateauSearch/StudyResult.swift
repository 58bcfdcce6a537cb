public import PlateauColumns

/// The rows of a study so far, in the order of the plan.
public struct StudyResult: Sendable {
  /// One column a parameter, then one a metric; the row is the candidate's number.
  public private(set) var table = Table()
  /// How many leading columns are parameters.
  public private(set) var parameterCount = 0
  /// Failed candidates in ascending order of their number.
  public private(set) var failures: [RowFailure] = []

  /// Creates a result without rows.
  public init() {}

  /// The number of candidates evaluated, failed ones included.
  public var count: Int { table.rowCount }

  /// Adds the rows of the next batch.
  mutating func append(_ batch: ResultBatch) {
    parameterCount = batch.candidates.columns.count
    failures += batch.failures.map { RowFailure(row: count + $0.row, reason: $0.reason) }
    var rows = batch.candidates
    for column in batch.metrics.columns { rows.append(column) }
    table.append(rowsOf: rows)
  }

  /// The digest of all rows: equal whatever the threads, processes and interruptions.
  public var digest: Fingerprint {
    table.resultDigest(parameterCount: parameterCount)
  }
}
