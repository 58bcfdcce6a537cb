extension ColumnFunction {
  /// The population standard deviation.
  static let stddev = ColumnFunction(
    name: "stddev",
    arguments: [Argument("series", .series), Argument("length", .length)],
    result: .sameAsFirst,
    summary: "standard deviation of the last values around their mean",
    formula: "sqrt(mean of (x - mean)^2 over the last n values), divided by n (TA-Lib STDDEV)",
    warmUp: "defined from the n-th value on",
    example: "stddev(close, 20)", talibName: "STDDEV",
    bounds: 0 ... .infinity,
    kernel: .column { series, numbers in
      standardDeviation(of: series, length: Int(numbers[0]))
    })

  /// The distance from the mean in standard deviations.
  static let zscore = ColumnFunction(
    name: "zscore",
    arguments: [Argument("series", .series), Argument("length", .length)],
    result: .always(.number),
    summary: "distance from the mean of the last values, in standard deviations",
    formula: "(x - sma(x, n)) / stddev(x, n)",
    warmUp: "defined from the n-th value on; undefined where the last n values are all equal",
    example: "zscore(close, 20)",
    kernel: .column { series, numbers in
      rollingSpread(of: series, length: Int(numbers[0])) { deviation, distance, _ in
        deviation > 0 ? distance / deviation : .nan
      }
    })
}

/// The population standard deviation of the last `length` values on every row.
///
/// - Parameters:
///   - series: The column; a window with an undefined value has none.
///   - length: Values in a window, at least 1.
/// - Returns: A column of the same length, `nan` in warm-up; exactly 0 where nothing moves.
/// - Complexity: O(rows).
func standardDeviation(of series: [Double], length: Int) -> [Double] {
  let count = Double(length)
  return rollingSpread(of: series, length: length) { deviation, _, scale in
    deviation / (count * scale)
  }
}
