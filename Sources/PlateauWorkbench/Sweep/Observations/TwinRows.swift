import PlateauColumns
import PlateauSearch

/// How many candidates cannot be told from another by what they earned.
enum TwinRows {
  /// Counts the rows that share every metric with another row.
  ///
  /// - Parameters:
  ///   - result: The rows.
  ///   - isCounted: Whether a row takes part.
  /// - Returns: How many there are; a pair counts as two.
  /// - Complexity: O(rows · metrics).
  static func count(in result: StudyResult, where isCounted: (Int) -> Bool) -> Int {
    let metrics = result.table.columns.dropFirst(result.parameterCount).map(\.values)
    guard !metrics.isEmpty, result.count > 1 else { return 0 }
    let hashes = hashes(of: metrics, count: result.count)
    // An open table of rows, twice as large as needed; a row is in it once for all its twins.
    var size = 4
    while size < 2 * result.count { size *= 2 }
    var slots = [Int32](repeating: -1, count: size)
    var hasTwin = [Bool](repeating: false, count: result.count)
    var twins = 0
    for row in 0..<result.count where isCounted(row) {
      var slot = Int(truncatingIfNeeded: hashes[row]) & (size - 1)
      while slots[slot] >= 0 {
        let other = Int(slots[slot])
        if hashes[other] == hashes[row], isSame(row, other, metrics) {
          twins += hasTwin[other] ? 1 : 2
          hasTwin[other] = true
          break
        }
        slot = (slot + 1) & (size - 1)
      }
      if slots[slot] < 0 { slots[slot] = Int32(truncatingIfNeeded: row) }
    }
    return twins
  }

  private static func isSame(_ row: Int, _ other: Int, _ metrics: [[Double]]) -> Bool {
    metrics.allSatisfy { $0[row] == $0[other] || ($0[row].isNaN && $0[other].isNaN) }
  }

  private static func hashes(of metrics: [[Double]], count: Int) -> [UInt64] {
    var hashes = [UInt64](repeating: 0, count: count)
    for values in metrics {
      for row in 0..<count {
        let value = values[row]
        let bits = (value.isNaN ? Double.nan : value + 0).bitPattern
        let mixed = (hashes[row] ^ bits) &* 0x9E37_79B9_7F4A_7C15
        hashes[row] = mixed ^ (mixed >> 29)
      }
    }
    return hashes
  }
}
