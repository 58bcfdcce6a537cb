extension ColumnFunction {
  /// The average true range.
  static let atr = ColumnFunction(
    name: "atr", arguments: [Argument("length", .length)], result: .always(.price),
    summary: "average true range after Wilder, in the currency of the prices",
    formula: "a = (a * (n-1) + trange) / n; first the mean of n true ranges (TA-Lib ATR)",
    warmUp: "defined from bar n + 1 on",
    example: "atr(14)", talibName: "ATR",
    source: "Wilder (1978), New Concepts in Technical Trading Systems",
    kernel: .columns(reads: [.high, .low, .close]) { bars in
      averageTrueRange(
        high: bars[.high], low: bars[.low], close: bars[.close], length: bars.length(0))
    })

  /// The average true range in per cent of the close.
  static let natr = ColumnFunction(
    name: "natr", arguments: [Argument("length", .length)], result: .always(.number),
    summary: "average true range in per cent of the close",
    formula: "100 * atr(n) / close, 0 where the close is 0; natr(1) is trange() (TA-Lib NATR)",
    warmUp: "defined from bar n + 1 on",
    example: "natr(14)", talibName: "NATR",
    source: "Forman (2006), Technical Analysis of Stocks & Commodities, May",
    kernel: .columns(reads: [.high, .low, .close]) { bars in
      let (close, length) = (bars[.close], bars.length(0))
      let range = averageTrueRange(
        high: bars[.high], low: bars[.low], close: close, length: length)
      guard length > 1 else { return range }
      return zip(range, close).map { range, close in
        if range.isNaN || close.isNaN { return .nan }
        return Swift.abs(close) < .negligible ? 0 : (range / close * 100).ifFinite
      }
    })
}

/// Wilder's average true range, as TA-Lib has it.
///
/// - Parameters:
///   - high: The highest price of every bar.
///   - low: The lowest price of every bar.
///   - close: The last price of every bar.
///   - length: True ranges in the seed, at least 1; after an undefined one it is seeded again.
/// - Returns: A column of as many rows, `nan` in warm-up: the first value is on row `length`.
/// - Complexity: O(rows).
/// - Note: Source: Wilder (1978), "New Concepts in Technical Trading Systems".
func averageTrueRange(high: [Double], low: [Double], close: [Double], length: Int) -> [Double] {
  let ranges = trueRange(high: high, low: low, close: close)
  var result = [Double](repeating: .nan, count: ranges.count)
  let count = Double(length)
  var (seed, average, defined) = (0.0, 0.0, 0)
  for (row, range) in ranges.enumerated() {
    guard !range.isNaN else {
      (seed, defined) = (0, 0)
      continue
    }
    defined += 1
    if defined < length {
      seed += range
      continue
    }
    average = defined == length ? (seed + range) / count : (average * (count - 1) + range) / count
    result[row] = average.ifFinite
  }
  return result
}
