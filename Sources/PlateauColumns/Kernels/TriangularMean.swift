extension ColumnFunction {
  /// The triangular moving average.
  static let trima = ColumnFunction(
    name: "trima",
    arguments: [Argument("series", .series), Argument("length", .length)],
    result: .sameAsFirst,
    summary: "triangular moving average: the values in the middle count most",
    formula: "mean of the last b means of a values, a = floor((n+1)/2), b = n + 1 - a "
      + "(TA-Lib TRIMA)",
    warmUp: "defined from the n-th value on",
    example: "trima(close, 20)", talibName: "TRIMA",
    kernel: .column { series, numbers in triangularMean(of: series, length: Int(numbers[0])) })
}

/// The mean of a mean, whose weights rise and fall by the same step.
///
/// - Parameters:
///   - series: The column; a window with an undefined value has no mean.
///   - length: Values in a window, at least 1.
/// - Returns: A column of the same length, `nan` in warm-up.
/// - Complexity: O(rows).
func triangularMean(of series: [Double], length: Int) -> [Double] {
  guard length <= series.count else { return [Double](repeating: .nan, count: series.count) }
  let first = (length + 1) / 2
  let second = length + 1 - first
  let divisor = Double(first) * Double(second)
  let sums = rollingSum(of: rollingSum(of: series, length: first), length: second)
  return sums.map { $0 / divisor }
}
