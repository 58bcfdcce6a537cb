extension ColumnFunction {
  /// The simple moving average.
  static let sma = ColumnFunction(
    name: "sma",
    arguments: [Argument("series", .series), Argument("length", .length)],
    result: .sameAsFirst,
    summary: "simple moving average: the mean of the last values",
    formula: "sum of the last n values / n; sums of decimal prices are exact",
    warmUp: "defined from the n-th value on",
    kernel: .sums { sums, numbers in sums.mean(length: Int(numbers[0])) })
}

/// The mean of the last `length` values on every row.
///
/// Where the column is decimal the sum is of whole numbers and the mean is rounded once, so equal
/// decimal means are equal doubles; otherwise the sum is carried in two doubles.
///
/// - Parameters:
///   - series: The column; a window with an undefined value has no mean.
///   - length: Values in a window, at least 1.
/// - Returns: A column of the same length, `nan` in warm-up.
/// - Complexity: O(rows).
func rollingMean(of series: [Double], length: Int) -> [Double] {
  var result = [Double](repeating: .nan, count: series.count)
  guard length <= series.count else { return result }
  let scale = DecimalScale.find(for: series, summing: length)
  var whole: Int64 = 0
  var sum = CompensatedSum()
  var defined = 0
  for row in series.indices {
    let entering = series[row]
    guard !entering.isNaN else {
      (whole, sum, defined) = (0, CompensatedSum(), 0)
      continue
    }
    let leaving = defined >= length ? series[row - length] : 0
    defined += 1
    if let scale {
      whole += Int64((entering * scale).rounded()) - Int64((leaving * scale).rounded())
      if defined >= length { result[row] = Double(whole) / (Double(length) * scale) }
    } else {
      sum.add(entering)
      sum.add(-leaving)
      if defined >= length { result[row] = sum.value / Double(length) }
    }
  }
  return result
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
