extension ColumnFunction {
  /// The choppiness index.
  static let chop = ColumnFunction(
    name: "chop", arguments: [Argument("length", .length)], result: .always(.number),
    summary: "choppiness index: near 100 the price goes nowhere, near 0 it goes straight",
    formula: "100 * log(sum of trange / (highest high - lowest low)) / log(n) over the last n bars;"
      + " undefined without any range and for n = 1",
    warmUp: "defined from bar n + 1 on",
    example: "chop(14)",
    source: "Dreiss (1993); as TradingView's Choppiness Index, which is defined from bar n on",
    kernel: .columns(reads: [.high, .low, .close]) { bars in
      choppiness(
        high: bars[.high], low: bars[.low], close: bars[.close], length: bars.length(0))
    })
}

/// How much longer the way of the price was than the distance it came, on a logarithmic scale.
///
/// - Parameters:
///   - high: The highest price of every bar.
///   - low: The lowest price of every bar.
///   - close: The last price of every bar.
///   - length: Bars in a window; a window of one bar has no result.
/// - Returns: A column of as many rows, never below 0; a jump before the window may carry it
///   above 100.
/// - Complexity: O(rows), whatever the length.
func choppiness(high: [Double], low: [Double], close: [Double], length: Int) -> [Double] {
  let way = rollingTotal(of: trueRange(high: high, low: low, close: close), length: length)
  let highest = rollingExtremum(of: high, length: length) { $0 >= $1 }
  let lowest = rollingExtremum(of: low, length: length) { $0 <= $1 }
  let scale = Mathematics.logarithm(Double(length))
  return close.indices.map { row in
    let distance = highest[row] - lowest[row]
    guard scale > 0, distance > 0, way[row] > 0 else { return .nan }
    let ratio = Swift.max(1, way[row] / distance)
    return (100 * Mathematics.logarithm(ratio) / scale).ifFinite
  }
}
