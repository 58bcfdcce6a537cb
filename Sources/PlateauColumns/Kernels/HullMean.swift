extension ColumnFunction {
  /// The Hull moving average.
  static let hma = ColumnFunction(
    name: "hma",
    arguments: [Argument("series", .series), Argument("length", .length)],
    result: .sameAsFirst,
    summary: "Hull moving average: weighted averages that cancel most of the lag",
    formula: "wma(2*wma(x, n/2) - wma(x, n), sqrt(n)); both lengths rounded down, at least 1",
    warmUp: "defined from value n + floor(sqrt(n)) - 1 on",
    example: "hma(close, 16)",
    source: "Hull (2005), How to reduce lag in a moving average, alanhull.com",
    kernel: .column { series, numbers in hullMean(of: series, length: Int(numbers[0])) })
}

/// The Hull moving average.
///
/// - Parameters:
///   - series: The column; windows with an undefined value have no mean.
///   - length: Values in the longest window, at least 1.
/// - Returns: A column of the same length, `nan` in warm-up.
/// - Complexity: O(rows).
func hullMean(of series: [Double], length: Int) -> [Double] {
  let short = weightedMean(of: series, length: Swift.max(1, length / 2))
  let long = weightedMean(of: series, length: length)
  let unlagged = zip(short, long).map { (2 * $0 - $1).ifFinite }
  // The root of a whole number below 2^53 is rounded up to a whole one only if it is one.
  let smoothing = Int(Double(length).squareRoot().rounded(.down))
  return weightedMean(of: unlagged, length: smoothing)
}
