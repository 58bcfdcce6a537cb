public import PlateauColumns

/// The rows of a study so far, in the order of the plan.
public struct StudyResult: Sendable {
  /// One column a parameter, then one a metric; the row is the candidate's number.
  public private(set) var table = Table()
  /// How many leading columns are parameters.
  public private(set) var parameterCount = 0
  /// Failed candidates in ascending order of their number.
  public private(set) var failures: [RowFailure] = []

  /// Keeps a running study from adding rows to what this copy shares with it.
  private var reader: GrowingResult.Reader?

  /// Creates a result without rows.
  public init() {}

  /// The number of candidates evaluated, failed ones included.
  public var count: Int { table.rowCount }

  /// Adds the rows of the next batch.
  ///
  /// - Parameters:
  ///   - batch: The rows.
  ///   - expected: Rows there will be in all; room for them is made by the first batch.
  mutating func append(_ batch: ResultBatch, expecting expected: Int) {
    parameterCount = batch.candidates.columns.count
    failures += batch.failures.map { RowFailure(row: count + $0.row, reason: $0.reason) }
    let rows = batch.table
    if table.columns.isEmpty {
      table = Table(rows.columns.map { $0.with([]) })
      table.reserveCapacity(max(expected, rows.rowCount))
    }
    table.append(rowsOf: rows)
  }

  /// The same rows, in the hands of a reader.
  func read(by reader: GrowingResult.Reader) -> StudyResult {
    var copy = self
    copy.reader = reader
    return copy
  }

  /// The digest of all rows: equal whatever the threads, processes and interruptions.
  public var digest: Fingerprint {
    table.resultDigest(parameterCount: parameterCount)
  }
}
