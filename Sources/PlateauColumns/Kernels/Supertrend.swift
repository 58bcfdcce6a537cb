extension ColumnFunction {
  /// The Supertrend line.
  static let supertrend = ColumnFunction(
    name: "supertrend", arguments: [Argument("length", .length), Argument("multiplier", .number)],
    result: .always(.price),
    summary: "Supertrend line: under the price in a rise, above it in a fall",
    formula: "bands (high + low) / 2 -+ multiplier * atr(length); the lower one only rises, the"
      + " upper one only falls, until the close before is beyond it; falls at first, turns where"
      + " the close is beyond the band",
    warmUp: "defined from bar length + 1 on; undefined for a negative multiplier",
    example: "supertrend(10, 3)",
    source:
      "Seban; as TradingView's ta.supertrend, whose average true range starts one bar earlier",
    kernel: .columns(reads: [.high, .low, .close]) { bars in
      supertrendLine(
        high: bars[.high], low: bars[.low], close: bars[.close], length: bars.length(0),
        multiplier: bars.numbers[1])
    })
}

/// The Supertrend line.
///
/// The first defined bar counts as falling, so its value is the upper band. From then on the lower
/// band never falls and the upper band never rises, unless the close before was beyond the band. A
/// fall turns where the close is above the upper band, a rise where it is below the lower one.
///
/// - Parameters:
///   - high: The highest price of every bar.
///   - low: The lowest price of every bar.
///   - close: The last price of every bar.
///   - length: The length of Wilder's average true range, at least 1.
///   - multiplier: Average true ranges between the middle of a bar and a band, at least 0.
/// - Returns: A column of as many rows, started again after an undefined price.
/// - Complexity: O(rows).
/// - Note: The direction is that of TradingView's `ta.supertrend`.
func supertrendLine(
  high: [Double], low: [Double], close: [Double], length: Int, multiplier: Double
) -> [Double] {
  var result = [Double](repeating: .nan, count: close.count)
  guard multiplier.isFinite, multiplier >= 0 else { return result }
  let range = averageTrueRange(high: high, low: low, close: close, length: length)
  var (lower, upper) = (Double.nan, Double.nan)
  var rises = false
  for row in close.indices {
    let middle = (high[row] + low[row]) / 2
    var (bottom, top) = (middle - multiplier * range[row], middle + multiplier * range[row])
    guard bottom.isFinite, top.isFinite, !close[row].isNaN else {
      (lower, upper, rises) = (.nan, .nan, false)
      continue
    }
    if !lower.isNaN {
      let before = close[row - 1]
      if before >= lower { bottom = Swift.max(bottom, lower) }
      if before <= upper { top = Swift.min(top, upper) }
      rises = rises ? close[row] >= bottom : close[row] > top
    }
    (lower, upper) = (bottom, top)
    result[row] = rises ? lower : upper
  }
  return result
}
