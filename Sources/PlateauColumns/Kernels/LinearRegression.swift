extension ColumnFunction {
  /// The end of the line of least squares.
  static let linearreg = ColumnFunction(
    name: "linearreg",
    arguments: [Argument("series", .series), Argument("length", .length)],
    result: .sameAsFirst,
    summary: "end of the straight line that fits the last values best",
    formula: "least squares of x on the bar number over the last n values, its value on the last "
      + "bar (TA-Lib LINEARREG)",
    warmUp: "defined from the n-th value on; undefined for n = 1",
    example: "linearreg(close, 14)", talibName: "LINEARREG",
    kernel: .column { series, numbers in
      linearRegression(of: series, length: Int(numbers[0])) { count in
        // mean + slope * (n - 1) / 2, over one denominator
        (6, -2 * (count + 1), Double(count) * Double(count + 1))
      }
    })

  /// The slope of the line of least squares.
  static let linearregSlope = ColumnFunction(
    name: "linearreg_slope",
    arguments: [Argument("series", .series), Argument("length", .length)],
    result: .sameAsFirst,
    summary: "rise a bar of the straight line that fits the last values best",
    formula: "least squares of x on the bar number over the last n values, its slope "
      + "(TA-Lib LINEARREG_SLOPE)",
    warmUp: "defined from the n-th value on; undefined for n = 1",
    example: "linearreg_slope(close, 14)", talibName: "LINEARREG_SLOPE",
    kernel: .column { series, numbers in
      linearRegression(of: series, length: Int(numbers[0])) { count in
        // Places 1 ... n: 12 * (sum of k*x - (n + 1)/2 * sum of x) / (n * (n^2 - 1))
        (12, -6 * (count + 1), Double(count) * Double(count - 1) * Double(count + 1))
      }
    })
}

/// A number of the line of least squares through the last `length` values.
///
/// - Parameters:
///   - series: The column; a window with an undefined value has no line.
///   - length: Values in a window, at least 1; no line goes through one value alone.
///   - mixture: How often the sum weighted by places and the plain sum count, and what divides.
/// - Returns: A column of the same length, `nan` in warm-up.
/// - Complexity: O(rows).
private func linearRegression(
  of series: [Double], length: Int, mixture: (Int) -> (weighted: Int, plain: Int, divisor: Double)
) -> [Double] {
  guard length > 1, length <= series.count else {
    return [Double](repeating: .nan, count: series.count)
  }
  let (weighted, plain, divisor) = mixture(length)
  return rollingLinear(
    of: series, length: length, weighted: weighted, plain: plain, divisor: divisor)
}
