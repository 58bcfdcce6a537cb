extension ColumnFunction {
  /// The true range.
  static let trange = ColumnFunction(
    name: "trange", arguments: [], result: .always(.price),
    summary: "true range: how far the price went since the close before",
    formula: "max(high - low, |high - close[1]|, |low - close[1]|) (TA-Lib TRANGE)",
    warmUp: "defined from the 2nd bar on",
    example: "trange()", talibName: "TRANGE",
    source: "Wilder (1978), New Concepts in Technical Trading Systems",
    kernel: .columns(reads: [.high, .low, .close]) { bars in
      trueRange(high: bars[.high], low: bars[.low], close: bars[.close])
    })
}

/// The true range of every bar.
///
/// - Parameters:
///   - high: The highest price of every bar.
///   - low: The lowest price of every bar.
///   - close: The last price of every bar.
/// - Returns: A column of as many rows, undefined on the first and where a price it needs is.
/// - Complexity: O(rows).
func trueRange(high: [Double], low: [Double], close: [Double]) -> [Double] {
  var result = [Double](repeating: .nan, count: high.count)
  for row in high.indices.dropFirst() {
    let (top, bottom, before) = (high[row], low[row], close[row - 1])
    guard !top.isNaN, !bottom.isNaN, !before.isNaN else { continue }
    let beyond = Swift.max(Swift.abs(top - before), Swift.abs(bottom - before))
    result[row] = Swift.max(top - bottom, beyond).ifFinite
  }
  return result
}
