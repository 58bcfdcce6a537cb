extension ColumnFunction {
  /// How often a condition held.
  static let countTrue = ColumnFunction(
    name: "count",
    arguments: [Argument("condition", .condition), Argument("length", .length)],
    result: .always(.length),
    summary: "on how many of the last bars a condition was true, this one included",
    formula: "number of true values among the last n; undefined where one of them is",
    warmUp: "defined from the n-th value on",
    example: "count(close > open, 10)",
    kernel: .columns(reads: []) { inputs in
      countOfTrue(in: inputs.series[0], length: inputs.length(0))
    })

  /// Whether a condition held on any of the last bars.
  static let anyTrue = ColumnFunction(
    name: "any",
    arguments: [Argument("condition", .condition), Argument("length", .length)],
    result: .always(.condition),
    summary: "whether a condition was true on any of the last bars, this one included",
    formula: "c or c[1] or ... or c[n-1], three-valued: true where one of them is true, else"
      + " undefined where one of them is, else false",
    warmUp: "true as soon as one is; false from the n-th value on",
    example: "any(close crosses above sma(close, 20), 5)",
    source: "Kleene (1952), Introduction to Metamathematics, section 64",
    kernel: .columns(reads: []) { inputs in
      anyOfTrue(in: inputs.series[0], length: inputs.length(0))
    })

  /// Whether a condition held on all of the last bars.
  static let allTrue = ColumnFunction(
    name: "all",
    arguments: [Argument("condition", .condition), Argument("length", .length)],
    result: .always(.condition),
    summary: "whether a condition was true on all of the last bars, this one included",
    formula: "c and c[1] and ... and c[n-1], three-valued: false where one of them is false, else"
      + " undefined where one of them is, else true",
    warmUp: "false as soon as one is; true from the n-th value on",
    example: "all(close > sma(close, 50), 10)",
    source: "Kleene (1952), Introduction to Metamathematics, section 64",
    kernel: .columns(reads: []) { inputs in
      allOfTrue(in: inputs.series[0], length: inputs.length(0))
    })
}

/// On how many of the last rows a condition is true.
///
/// - Parameters:
///   - condition: 1, 0 or `nan` on every row.
///   - length: Rows in a window, at least 1.
/// - Returns: A column of the same length; a window with an undefined value has no count.
/// - Complexity: O(rows), whatever the length.
func countOfTrue(in condition: [Double], length: Int) -> [Double] {
  var result = [Double](repeating: .nan, count: condition.count)
  var (count, defined) = (0, 0)
  for (row, value) in condition.enumerated() {
    guard !value.isNaN else {
      (count, defined) = (0, 0)
      continue
    }
    if defined >= length, condition[row - length] != 0 { count -= 1 }
    defined += 1
    if value != 0 { count += 1 }
    if defined >= length { result[row] = Double(count) }
  }
  return result
}

/// Whether a condition is true on any of the last rows, after Kleene.
///
/// Rows before the first count as undefined.
///
/// - Parameters:
///   - condition: 1, 0 or `nan` on every row.
///   - length: Rows in a window, at least 1.
/// - Returns: 1, 0 or `nan` on every row.
/// - Complexity: O(rows), whatever the length.
func anyOfTrue(in condition: [Double], length: Int) -> [Double] {
  var lastTrue: Int?
  var lastUndefined = -1
  return condition.enumerated().map { row, value in
    if value.isNaN { lastUndefined = row } else if value != 0 { lastTrue = row }
    if let lastTrue, row - lastTrue < length { return 1 }
    return row - lastUndefined < length ? .nan : 0
  }
}

/// Whether a condition is true on all of the last rows, after Kleene.
///
/// - Parameters:
///   - condition: 1, 0 or `nan` on every row.
///   - length: Rows in a window, at least 1.
/// - Returns: 1, 0 or `nan` on every row.
/// - Complexity: O(rows), whatever the length.
func allOfTrue(in condition: [Double], length: Int) -> [Double] {
  let opposite = condition.map { $0.isNaN ? .nan : ($0 == 0 ? 1.0 : 0) }
  return anyOfTrue(in: opposite, length: length).map { 1 - $0 }
}
