extension Table {
  /// Whether the rows ascend by the first `count` columns; undefined comes first.
  ///
  /// - Complexity: O(rows), less where they do not.
  public func isAscending(byFirst count: Int) -> Bool {
    let keys = columns.prefix(count).map(\.values)
    guard let first = keys.first else { return true }
    return first.withUnsafeBufferPointer { first in
      for row in 1..<max(1, rowCount) where !(first[row - 1] < first[row]) {
        if Self.ascends(row, row - 1, by: keys) { return false }
      }
      return true
    }
  }

  /// Row indices in ascending order of the first `count` columns; undefined comes first, ties keep
  /// order.
  ///
  /// - Parameters:
  ///   - count: The number of columns that decide.
  ///   - rows: The rows to put in order, themselves ascending; all unless given.
  /// - Returns: All of those rows.
  /// - Complexity: O(rows · count).
  public func ascendingRows(byFirst count: Int, among rows: [Int]? = nil) -> [Int] {
    var order = (rows ?? Array(0..<rowCount)).map { KeyedRow(key: 0, row: $0) }
    for column in columns.prefix(count).reversed() {
      column.values.withUnsafeBufferPointer { values in
        for place in order.indices {
          order[place].key = values[order[place].row].orderKey
        }
      }
      order.sortByKey()
    }
    return order.map(\.row)
  }

  /// Whether a row comes before another by some columns; undefined comes first, ties keep order.
  public static func ascends(_ left: Int, _ right: Int, by keys: [[Double]]) -> Bool {
    for key in keys {
      let (a, b) = (key[left], key[right])
      if a < b { return true }
      if a > b { return false }
      if a.isNaN != b.isNaN { return a.isNaN }
    }
    return left < right
  }
}
