extension ColumnFunction {
  /// The highest of the last values.
  static let highest = ColumnFunction(
    name: "highest",
    arguments: [Argument("series", .series), Argument("length", .length)],
    result: .sameAsFirst,
    summary: "highest of the last values, the present one included",
    formula: "max of the last n values (TA-Lib MAX)",
    warmUp: "defined from the n-th value on",
    example: "highest(high, 20)[1]", talibName: "MAX",
    kernel: .column { series, numbers in
      rollingExtremum(of: series, length: Int(numbers[0])) { $0 >= $1 }
    })

  /// The lowest of the last values.
  static let lowest = ColumnFunction(
    name: "lowest",
    arguments: [Argument("series", .series), Argument("length", .length)],
    result: .sameAsFirst,
    summary: "lowest of the last values, the present one included",
    formula: "min of the last n values (TA-Lib MIN)",
    warmUp: "defined from the n-th value on",
    example: "lowest(low, 10)[1]", talibName: "MIN",
    kernel: .column { series, numbers in
      rollingExtremum(of: series, length: Int(numbers[0])) { $0 <= $1 }
    })
}

/// The value of the last `length` that beats all others.
///
/// - Parameters:
///   - series: The column; a window with an undefined value has no extremum.
///   - length: Values in a window, at least 1.
///   - beats: Whether the first value makes the second irrelevant.
/// - Returns: A column of the same length, `nan` in warm-up.
/// - Complexity: O(rows), whatever the length.
func rollingExtremum(
  of series: [Double], length: Int, beats: (Double, Double) -> Bool
) -> [Double] {
  var result = [Double](repeating: .nan, count: series.count)
  eachRollingExtremum(of: series, length: length, beats: beats) { row, extreme in
    result[row] = series[extreme]
  }
  return result
}

/// Calls `body` with every row that ends a window, and the row of the window's extremum.
///
/// Rows that could still become the extremum wait in a queue in which each beats those behind it.
///
/// - Parameters:
///   - series: The column; a window with an undefined value has no extremum.
///   - length: Values in a window, at least 1.
///   - beats: Whether the first, later value makes the second irrelevant.
///   - body: What to do with the row and the row of the extremum.
/// - Complexity: O(rows), whatever the length.
func eachRollingExtremum(
  of series: [Double], length: Int, beats: (Double, Double) -> Bool,
  _ body: (_ row: Int, _ extreme: Int) -> Void
) {
  var queue = [Int](repeating: 0, count: series.count)
  var (head, tail, defined) = (0, 0, 0)
  for (row, value) in series.enumerated() {
    guard !value.isNaN else {
      (head, tail, defined) = (0, 0, 0)
      continue
    }
    while tail > head, beats(value, series[queue[tail - 1]]) { tail -= 1 }
    queue[tail] = row
    tail += 1
    if queue[head] <= row - length { head += 1 }
    defined += 1
    if defined >= length { body(row, queue[head]) }
  }
}
