extension ColumnFunction {
  /// The weighted moving average.
  static let wma = ColumnFunction(
    name: "wma",
    arguments: [Argument("series", .series), Argument("length", .length)],
    result: .sameAsFirst,
    summary: "weighted moving average: the newest value counts n times, the oldest once",
    formula: "(n*x[0] + (n-1)*x[1] + ... + x[n-1]) / (n*(n+1)/2) (TA-Lib WMA)",
    warmUp: "defined from the n-th value on",
    example: "wma(close, 20)", talibName: "WMA",
    kernel: .column { series, numbers in weightedMean(of: series, length: Int(numbers[0])) })
}

/// The mean of the last `length` values, weighted by their places 1, 2, 3, ...
///
/// - Parameters:
///   - series: The column; a window with an undefined value has no mean.
///   - length: Values in a window, at least 1.
/// - Returns: A column of the same length, `nan` in warm-up.
/// - Complexity: O(rows).
func weightedMean(of series: [Double], length: Int) -> [Double] {
  let weights = Double(length) * (Double(length) + 1) / 2
  return rollingLinear(of: series, length: length, weighted: 1, plain: 0, divisor: weights)
}
