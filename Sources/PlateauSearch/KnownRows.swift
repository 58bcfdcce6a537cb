public import PlateauColumns

/// Rows that were evaluated before, found again by the values of their parameters.
///
/// The metrics are those of the table given; nothing of it is copied but the parameters.
public struct KnownRows: Sendable {
  /// Parameters of a row.
  private let width: Int
  /// The parameters' order keys, `width` a row, the rows in ascending order of them.
  private let keys: [UInt64]
  /// The row of `metrics` that each row of `keys` belongs to.
  private let rows: [Int]
  private let metrics: Table
  private let failures: [RowFailure]

  /// Sorts rows so that they can be found.
  ///
  /// - Parameters:
  ///   - parameters: One column a parameter, in the order of the candidates to come; words must
  ///     have the indices that those candidates use.
  ///   - rows: The row of `metrics` behind each row of `parameters`; the same row unless given.
  ///   - metrics: One column a metric, in the order the evaluator gives them.
  ///   - failures: The failed rows of `metrics`, in ascending order.
  /// - Complexity: O(rows · parameters).
  public init(
    parameters: Table, rows: [Int]? = nil, metrics: Table, failures: [RowFailure]
  ) {
    precondition(
      parameters.rowCount == rows?.count ?? metrics.rowCount, "a known row has all its columns")
    let columns = parameters.columns.map(\.values)
    let width = columns.count
    let order =
      parameters.isAscending(byFirst: width)
      ? Array(0..<parameters.rowCount) : parameters.ascendingRows(byFirst: width)
    self.width = width
    keys = [UInt64](unsafeUninitializedCapacity: order.count * width) { keys, count in
      for (index, column) in columns.enumerated() {
        for (place, row) in order.enumerated() {
          keys[place * width + index] = column[row].orderKey
        }
      }
      count = order.count * width
    }
    self.rows = rows.map { rows in order.map { rows[$0] } } ?? order
    self.metrics = metrics
    self.failures = failures
  }

  /// The number of rows.
  public var count: Int { rows.count }

  /// The known row with the same parameters as a candidate, or `nil`.
  ///
  /// Values are the same where their bits are; "undefined" is one value, and so is zero.
  ///
  /// - Parameters:
  ///   - candidate: A row of `candidates`.
  ///   - candidates: A table whose first columns are the parameters.
  /// - Returns: The row of the metrics.
  /// - Complexity: O(log rows).
  public func row(like candidate: Int, of candidates: Table) -> Int? {
    let columns = candidates.columns
    guard columns.count >= width else { return nil }
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      var index = 0
      var (own, wanted): (UInt64, UInt64) = (0, 0)
      while index < width, own == wanted {
        own = keys[middle * width + index]
        wanted = columns[index].values[candidate].orderKey
        index += 1
      }
      if own == wanted { return rows[middle] }
      if own < wanted { low = middle + 1 } else { high = middle }
    }
    return nil
  }

  /// The metrics of known rows, in the order asked for.
  func metrics(of rows: [Int]) -> Table { metrics.selecting(rows: rows) }

  /// Why a known row failed, or `nil`.
  func failure(of row: Int) -> String? { failures.reason(of: row) }
}
