extension ColumnFunction {
  /// The sum of the last values.
  static let sum = ColumnFunction(
    name: "sum",
    arguments: [Argument("series", .series), Argument("length", .length)],
    result: .sameAsFirst,
    summary: "sum of the last values, the present one included",
    formula: "x[0] + ... + x[n-1] (TA-Lib SUM); sums of decimal prices are exact",
    warmUp: "defined from the n-th value on",
    example: "sum(volume, 20)", talibName: "SUM",
    kernel: .column { series, numbers in rollingSum(of: series, length: Int(numbers[0])) })
}

/// The sum of the last `length` values on every row.
///
/// - Parameters:
///   - series: The column; a window with an undefined value has no sum.
///   - length: Values in a window, at least 1.
/// - Returns: A column of the same length, `nan` in warm-up.
/// - Complexity: O(rows).
func rollingSum(of series: [Double], length: Int) -> [Double] {
  rollingLinear(of: series, length: length, weighted: 0, plain: 1, divisor: 1)
}
