extension ColumnFunction {
  /// The band above the mean.
  static let bollingerUpper = band(
    name: "bbands_upper", summary: "upper Bollinger band",
    formula: "sma(x, n) + width * stddev(x, n) (TA-Lib BBANDS)",
    kernel: .sums { sums, numbers in
      bollingerBand(of: sums, length: Int(numbers[0]), width: numbers[1])
    })

  /// The mean between the bands.
  static let bollingerMiddle = band(
    name: "bbands_middle", summary: "middle of the Bollinger bands, whatever their width",
    formula: "sma(x, n) (TA-Lib BBANDS)",
    kernel: .sums { sums, numbers in sums.mean(length: Int(numbers[0])) })

  /// The band below the mean.
  static let bollingerLower = band(
    name: "bbands_lower", summary: "lower Bollinger band",
    formula: "sma(x, n) - width * stddev(x, n) (TA-Lib BBANDS)",
    kernel: .sums { sums, numbers in
      bollingerBand(of: sums, length: Int(numbers[0]), width: -numbers[1])
    })

  private static func band(
    name: String, summary: String, formula: String, kernel: Kernel
  ) -> ColumnFunction {
    ColumnFunction(
      name: name,
      arguments: [
        Argument("series", .series), Argument("length", .length), Argument("width", .number),
      ],
      result: .sameAsFirst, summary: summary, formula: formula,
      warmUp: "defined from the n-th value on",
      example: "\(name)(close, 20, 2)", talibName: "BBANDS",
      source: "Bollinger (2001), Bollinger on Bollinger Bands",
      kernel: kernel)
  }
}

/// The mean of the last values plus a multiple of their standard deviation.
///
/// - Parameters:
///   - sums: The sums of the column; a window with an undefined value has no band.
///   - length: Values in a window, at least 1.
///   - width: Standard deviations above the mean; negative for a band below it.
/// - Returns: A column of the same length, `nan` in warm-up.
/// - Complexity: O(rows).
func bollingerBand(of sums: PrefixSums, length: Int, width: Double) -> [Double] {
  zip(sums.mean(length: length), standardDeviation(of: sums.series, length: length)).map {
    ($0 + width * $1).ifFinite
  }
}
