extension Table {
  /// The digest of a result: equal for equal results, whatever order the rows were computed in.
  ///
  /// Names first, then the rows in ascending order of the parameter columns, as raw bits with one
  /// pattern for "undefined"; chunks of 4096 rows are hashed on their own and their hashes
  /// together (DESIGN part 6). Labels count by their words.
  ///
  /// - Parameter parameterCount: The number of leading columns that are parameters.
  /// - Returns: The digest.
  /// - Complexity: O(rows log rows) comparisons and one pass of SHA-256.
  public func resultDigest(parameterCount: Int) -> Fingerprint {
    let order = ascendingRows(byFirst: parameterCount)
    var whole = FingerprintBuilder()
    whole.add(Int64(parameterCount))
    for column in columns {
      whole.add(column.name)
      whole.add(Int64(column.labels.count))
      for label in column.labels { whole.add(label) }
    }
    for start in stride(from: 0, to: order.count, by: 4096) {
      var chunk = FingerprintBuilder()
      for row in order[start..<min(start + 4096, order.count)] {
        for column in columns { chunk.add(column.values[row]) }
      }
      whole.add(chunk.finish())
    }
    return whole.finish()
  }

  /// Row indices in ascending order of the first `count` columns; undefined comes first.
  public func ascendingRows(byFirst count: Int) -> [Int] {
    let keys = Array(columns.prefix(count))
    return (0..<rowCount).sorted { Self.ascends($0, $1, by: keys) }
  }

  /// Whether a row comes before another by some columns; undefined comes first, ties keep order.
  public static func ascends(_ left: Int, _ right: Int, by keys: [Column]) -> Bool {
    for key in keys {
      let (a, b) = (key.values[left], key.values[right])
      if a.isNaN != b.isNaN { return a.isNaN }
      if a != b && !a.isNaN { return a < b }
    }
    return left < right
  }
}
