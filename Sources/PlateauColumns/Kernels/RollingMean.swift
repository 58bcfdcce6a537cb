extension ColumnFunction {
  /// The simple moving average.
  static let sma = ColumnFunction(
    name: "sma",
    arguments: [Argument("series", .series), Argument("length", .length)],
    result: .sameAsFirst,
    summary: "simple moving average: the mean of the last values",
    formula: "sum of the last n values / n; sums of decimal prices are exact",
    warmUp: "defined from the n-th value on",
    example: "sma(close, 20)", talibName: "SMA",
    kernel: .sums { sums, numbers in sums.mean(length: Int(numbers[0])) })
}

/// The mean of the last `length` values on every row.
///
/// For one length of a column; `PrefixSums` serves several.
///
/// - Parameters:
///   - series: The column; a window with an undefined value has no mean.
///   - length: Values in a window, at least 1.
/// - Returns: A column of the same length, `nan` in warm-up.
/// - Complexity: O(rows).
func rollingMean(of series: [Double], length: Int) -> [Double] {
  PrefixSums(series).mean(length: length)
}

/// A sum carried in two doubles, so that adding and later removing a value leaves no trace.
///
/// - Note: Source: Knuth, "The Art of Computer Programming", vol. 2, section 4.2.2 (TwoSum).
struct CompensatedSum {
  private(set) var high = 0.0
  private(set) var low = 0.0

  /// The sum rounded to one double.
  var value: Double { high + low }

  /// Adds a number.
  mutating func add(_ number: Double) {
    let total = high + number
    let shadow = total - high
    low += (high - (total - shadow)) + (number - shadow)
    let folded = total + low
    low = (total - folded) + low
    high = folded
  }
}
