extension ColumnFunction {
  /// Tillson's moving average.
  static let t3 = ColumnFunction(
    name: "t3",
    arguments: [
      Argument("series", .series), Argument("length", .length),
      Argument("volume_factor", .number),
    ],
    result: .sameAsFirst,
    summary: "Tillson's moving average: six exponential means; factor 0 is smoothest, usual 0.7",
    formula: "-v^3*e6 + 3*(v^2 + v^3)*e5 - 3*(2*v^2 + v + v^3)*e4 + (1 + 3*v + v^3 + 3*v^2)*e3, "
      + "where e1 = ema(x, n), e2 = ema(e1, n), ... (TA-Lib T3)",
    warmUp: "defined from value 6*n - 5 on",
    example: "t3(close, 5, 0.7)", talibName: "T3",
    source: "Tillson (1998), Better moving averages, TASC 16:1",
    kernel: .column { series, numbers in
      tillsonMean(of: series, length: Int(numbers[0]), factor: numbers[1])
    })
}

/// Tillson's moving average.
///
/// - Parameters:
///   - series: The column; after an undefined value it is seeded again.
///   - length: Values in each seed, at least 1.
///   - factor: How much of the lag is taken back; usually from 0 to 1.
/// - Returns: A column of the same length, `nan` in warm-up.
/// - Complexity: O(rows).
func tillsonMean(of series: [Double], length: Int, factor: Double) -> [Double] {
  let chain = exponentialChain(of: series, length: length, count: 6)
  let (square, cube) = (factor * factor, factor * factor * factor)
  let sixth = -cube
  let fifth = 3 * (square + cube)
  let fourth = -3 * (2 * square + factor + cube)
  let third = 1 + 3 * factor + cube + 3 * square
  return series.indices.map { row in
    let value =
      sixth * chain[5][row] + fifth * chain[4][row] + fourth * chain[3][row]
      + third * chain[2][row]
    return value.ifFinite
  }
}
