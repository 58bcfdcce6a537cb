extension ColumnFunction {
  /// The ultimate oscillator.
  static let ultosc = ColumnFunction(
    name: "ultosc",
    arguments: [
      Argument("short", .length), Argument("middle", .length), Argument("long", .length),
    ],
    result: .always(.number),
    summary: "ultimate oscillator: buying pressure over three spans, 0 to 100",
    formula: "100 * (4 * r(short) + 2 * r(middle) + r(long)) / 7, r(n) = sum of close -"
      + " min(low, close[1]) / sum of trange over n bars, 0 without any range; the lengths are"
      + " sorted (TA-Lib ULTOSC)",
    warmUp: "defined from the longest length + 1 on",
    example: "ultosc(7, 14, 28)", talibName: "ULTOSC",
    source: "Williams (1985), Technical Analysis of Stocks & Commodities, August",
    bounds: 0...100,
    kernel: .columns(reads: [.high, .low, .close]) { bars in
      ultimateOscillator(
        high: bars[.high], low: bars[.low], close: bars[.close],
        lengths: [bars.length(0), bars.length(1), bars.length(2)])
    })
}

/// Williams' ultimate oscillator.
///
/// - Parameters:
///   - high: The highest price of every bar.
///   - low: The lowest price of every bar.
///   - close: The last price of every bar.
///   - lengths: The true ranges in each of the three windows, each at least 1, in any order.
/// - Returns: A column of numbers from 0 to 100, `nan` in warm-up.
/// - Complexity: O(rows), whatever the lengths.
func ultimateOscillator(
  high: [Double], low: [Double], close: [Double], lengths: [Int]
) -> [Double] {
  let ranges = trueRange(high: high, low: low, close: close)
  var pressure = [Double](repeating: .nan, count: close.count)
  for row in close.indices.dropFirst() where !ranges[row].isNaN {
    pressure[row] = close[row] - Swift.min(low[row], close[row - 1])
  }
  var weighted = [Double](repeating: 0, count: close.count)
  for (length, weight) in zip(lengths.sorted(), [4.0, 2.0, 1.0]) {
    let pressures = rollingTotal(of: pressure, length: length)
    let totals = rollingTotal(of: ranges, length: length)
    for row in close.indices {
      let (part, whole) = (pressures[row], totals[row])
      let isDefined = !part.isNaN && !whole.isNaN
      let ratio = Swift.abs(whole) < .negligible ? 0 : part / whole
      weighted[row] += isDefined ? weight * ratio : .nan
    }
  }
  return weighted.map { (100 * ($0 / 7)).kept(within: 0...100) }
}
