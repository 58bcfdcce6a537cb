extension ColumnFunction {
  /// The double exponential moving average.
  static let dema = ColumnFunction(
    name: "dema",
    arguments: [Argument("series", .series), Argument("length", .length)],
    result: .sameAsFirst,
    summary: "double exponential moving average, with less lag than ema",
    formula: "2*e1 - e2, where e1 = ema(x, n) and e2 = ema(e1, n) (TA-Lib DEMA)",
    warmUp: "defined from value 2*n - 1 on",
    example: "dema(close, 20)", talibName: "DEMA",
    source: "Mulloy (1994), Smoothing data with faster moving averages, TASC 12:1",
    kernel: .column { series, numbers in
      let chain = exponentialChain(of: series, length: Int(numbers[0]), count: 2)
      return series.indices.map { (2 * chain[0][$0] - chain[1][$0]).ifFinite }
    })

  /// The triple exponential moving average.
  static let tema = ColumnFunction(
    name: "tema",
    arguments: [Argument("series", .series), Argument("length", .length)],
    result: .sameAsFirst,
    summary: "triple exponential moving average, with less lag than dema",
    formula: "3*e1 - 3*e2 + e3, where e1 = ema(x, n), e2 = ema(e1, n), ... (TA-Lib TEMA)",
    warmUp: "defined from value 3*n - 2 on",
    example: "tema(close, 20)", talibName: "TEMA",
    source: "Mulloy (1994), Smoothing data with less lag, TASC 12:2",
    kernel: .column { series, numbers in
      let chain = exponentialChain(of: series, length: Int(numbers[0]), count: 3)
      return series.indices.map {
        (3 * chain[0][$0] - 3 * chain[1][$0] + chain[2][$0]).ifFinite
      }
    })

  /// The change of the triple exponential mean.
  static let trix = ColumnFunction(
    name: "trix",
    arguments: [Argument("series", .series), Argument("length", .length)],
    result: .always(.number),
    summary: "change of a triply smoothed average from one bar to the next, in per cent",
    formula: "100 * (e3 / e3[1] - 1), where e1 = ema(x, n), e2 = ema(e1, n), ... (TA-Lib TRIX)",
    warmUp: "defined from value 3*n - 1 on; undefined after a 0",
    example: "trix(close, 15)", talibName: "TRIX",
    source: "Hutson (1983), Good trix, TASC 1:5",
    kernel: .column { series, numbers in
      let chain = exponentialChain(of: series, length: Int(numbers[0]), count: 3)
      return percentChange(of: chain[2], length: 1)
    })
}

/// Exponential means of one another, each seeded with the first values of the one before it.
///
/// - Parameters:
///   - series: The column; after an undefined value all are seeded again.
///   - length: Values in a seed, at least 1.
///   - count: How many means.
/// - Returns: The mean of the column, the mean of that mean, and so on.
/// - Complexity: O(rows * count).
func exponentialChain(of series: [Double], length: Int, count: Int) -> [[Double]] {
  var chain: [[Double]] = []
  for _ in 0..<count {
    chain.append(exponentialMean(of: chain.last ?? series, length: length))
  }
  return chain
}
