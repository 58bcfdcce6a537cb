extension ColumnFunction {
  /// Where the relative strength index stands in its recent range.
  static let stochrsi = ColumnFunction(
    name: "stochrsi",
    arguments: [
      Argument("series", .series), Argument("rsi_length", .length), Argument("length", .length),
    ],
    result: .always(.number),
    summary: "where the RSI stands between its lowest and highest of the last values, 0 to 100",
    formula: "100 * (r - lowest(r, n)) / (highest(r, n) - lowest(r, n)), r = rsi(x, rsi_length); "
      + "0 where the RSI has not moved (fast %K of TA-Lib STOCHRSI)",
    warmUp: "defined from value rsi_length + n on",
    example: "stochrsi(close, 14, 14)", talibName: "STOCHRSI",
    source: "Chande and Kroll (1994), The New Technical Trader",
    bounds: 0...100,
    kernel: .column { series, numbers in
      stochasticStrength(of: series, strength: Int(numbers[0]), length: Int(numbers[1]))
    })

  /// The mean of that place.
  static let stochrsiD = ColumnFunction(
    name: "stochrsi_d",
    arguments: [
      Argument("series", .series), Argument("rsi_length", .length), Argument("length", .length),
      Argument("smoothing", .length),
    ],
    result: .always(.number),
    summary: "mean of the last values of stochrsi, 0 to 100",
    formula: "sma(stochrsi(x, rsi_length, n), smoothing) (fast %D of TA-Lib STOCHRSI)",
    warmUp: "defined from value rsi_length + n + smoothing - 1 on",
    example: "stochrsi_d(close, 14, 14, 3)", talibName: "STOCHRSI",
    source: "Chande and Kroll (1994), The New Technical Trader",
    bounds: 0...100,
    kernel: .column { series, numbers in
      rollingMean(
        of: stochasticStrength(of: series, strength: Int(numbers[0]), length: Int(numbers[1])),
        length: Int(numbers[2])
      ).map { $0.isNaN ? .nan : Swift.min(Swift.max($0, 0), 100) }
    })
}

/// The place of the relative strength index in its recent range.
///
/// - Parameters:
///   - series: The column; after an undefined value the index is seeded again.
///   - strength: Changes in the seed of the index, at least 1.
///   - length: Values of the index in a window, at least 1.
/// - Returns: A column of numbers from 0 to 100; 0 where the range is empty, as TA-Lib has it.
/// - Complexity: O(rows).
func stochasticStrength(of series: [Double], strength: Int, length: Int) -> [Double] {
  let index = relativeStrength(of: series, length: strength)
  let highest = rollingExtremum(of: index, length: length) { $0 >= $1 }
  let lowest = rollingExtremum(of: index, length: length) { $0 <= $1 }
  return index.indices.map { row in
    let range = highest[row] - lowest[row]
    return range == 0 ? 0 : Swift.min(100 * ((index[row] - lowest[row]) / range), 100)
  }
}
