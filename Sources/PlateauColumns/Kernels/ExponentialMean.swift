extension ColumnFunction {
  /// The exponential moving average.
  static let ema = ColumnFunction(
    name: "ema",
    arguments: [Argument("series", .series), Argument("length", .length)],
    result: .sameAsFirst,
    summary: "exponential moving average, seeded with the mean of its first values",
    formula: "e = e + 2/(n+1) * (x - e); first the mean of the first n values (TA-Lib EMA)",
    warmUp: "defined from the n-th value on",
    example: "ema(close, 20)", talibName: "EMA",
    kernel: .column { series, numbers in exponentialMean(of: series, length: Int(numbers[0])) })
}

/// The exponential mean with smoothing 2 / (length + 1), seeded as TA-Lib seeds it.
///
/// - Parameters:
///   - series: The column; after an undefined value, or a mean beyond all numbers, it is seeded
///     again.
///   - length: Values in the seed, at least 1.
/// - Returns: A column of the same length, `nan` in warm-up.
/// - Complexity: O(rows).
func exponentialMean(of series: [Double], length: Int) -> [Double] {
  var result = [Double](repeating: .nan, count: series.count)
  let weight = 2 / (Double(length) + 1)
  var seed = 0.0
  var mean = Double.nan
  var defined = 0
  for (row, value) in series.enumerated() {
    guard !value.isNaN else {
      (seed, defined) = (0, 0)
      continue
    }
    defined += 1
    if defined < length {
      seed += value
      continue
    }
    mean = defined == length ? (seed + value) / Double(length) : (value - mean) * weight + mean
    guard mean.isFinite else {
      (seed, defined) = (0, 0)
      continue
    }
    result[row] = mean
  }
  return result
}
