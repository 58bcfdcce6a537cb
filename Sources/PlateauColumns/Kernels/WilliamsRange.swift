extension ColumnFunction {
  /// Williams' %R.
  static let willr = ColumnFunction(
    name: "willr", arguments: [Argument("length", .length)], result: .always(.number),
    summary: "Williams' %R: how far the close lies under the highest high, -100 to 0",
    formula: "-100 * (highest high - close) / (highest high - lowest low) of the last n bars;"
      + " 0 without any range (TA-Lib WILLR)",
    warmUp: "defined from the n-th bar on",
    example: "willr(14)", talibName: "WILLR",
    source: "Williams (1979), How I Made One Million Dollars Last Year Trading Commodities",
    bounds: -100...0,
    kernel: .columns(reads: [.high, .low, .close]) { bars in
      williamsRange(
        high: bars[.high], low: bars[.low], close: bars[.close], length: bars.length(0))
    })
}

/// Williams' %R.
///
/// - Parameters:
///   - high: The highest price of every bar.
///   - low: The lowest price of every bar.
///   - close: The last price of every bar; one outside its bar counts as at the bar's end.
///   - length: Bars in a window, at least 1.
/// - Returns: A column of numbers from -100 to 0, `nan` in warm-up.
/// - Complexity: O(rows), whatever the length.
func williamsRange(high: [Double], low: [Double], close: [Double], length: Int) -> [Double] {
  let highest = rollingExtremum(of: high, length: length) { $0 >= $1 }
  let lowest = rollingExtremum(of: low, length: length) { $0 <= $1 }
  return close.enumerated().map { row, close in
    let (top, bottom) = (highest[row], lowest[row])
    if top.isNaN || bottom.isNaN || close.isNaN { return .nan }
    let range = top - bottom
    return range == 0 ? 0 : ((close - top) / (range / 100)).kept(within: -100...0)
  }
}
