extension ColumnFunction {
  /// Kaufman's adaptive moving average.
  static let kama = ColumnFunction(
    name: "kama",
    arguments: [Argument("series", .series), Argument("length", .length)],
    result: .sameAsFirst,
    summary: "Kaufman's adaptive moving average: fast in a trend, slow in noise",
    formula:
      "k = k + s^2 * (x - k), s = r*(2/3 - 2/31) + 2/31, r = abs(x - x[n]) / sum of the last "
      + "n absolute changes, at most 1; k starts as x[1] (TA-Lib KAMA)",
    warmUp: "defined from value n + 1 on",
    example: "kama(close, 10)", talibName: "KAMA",
    source: "Kaufman (1995), Smarter Trading",
    kernel: .column { series, numbers in adaptiveMean(of: series, length: Int(numbers[0])) })
}

/// Kaufman's adaptive moving average, between exponential means of 2 and of 30 values.
///
/// - Parameters:
///   - series: The column; after an undefined value it is seeded again.
///   - length: Changes whose efficiency decides the speed, at least 1.
/// - Returns: A column of the same length, `nan` in warm-up.
/// - Complexity: O(rows).
func adaptiveMean(of series: [Double], length: Int) -> [Double] {
  var result = [Double](repeating: .nan, count: series.count)
  guard length < series.count else { return result }
  let (fastest, slowest) = (2.0 / 3, 2.0 / 31)
  let changes = series.indices.map { $0 > 0 ? Swift.abs(series[$0] - series[$0 - 1]) : .nan }
  let paths = rollingTotal(of: changes, length: length)
  var mean = Double.nan
  for row in length..<series.count {
    let path = paths[row]
    guard !path.isNaN else {
      mean = .nan
      continue
    }
    if !mean.isFinite { mean = series[row - 1] }
    let way = Swift.abs(series[row] - series[row - length])
    let efficiency = path <= way ? 1 : way / path
    let smoothing = efficiency * (fastest - slowest) + slowest
    mean += smoothing * smoothing * (series[row] - mean)
    result[row] = mean.ifFinite
  }
  return result
}
