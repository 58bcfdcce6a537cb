extension ColumnFunction {
  /// The accumulation/distribution line.
  static let ad = ColumnFunction(
    name: "ad", arguments: [], result: .always(.number),
    summary: "accumulation/distribution line: volume by where the close lies in its bar, summed",
    formula: "a = a + volume * ((close - low) - (high - close)) / (high - low), unchanged where"
      + " high = low (TA-Lib AD)",
    warmUp: "none", example: "ad()", talibName: "AD",
    source: "Chaikin; in Achelis (1995), Technical Analysis from A to Z",
    kernel: .columns(reads: [.high, .low, .close, .volume]) { bars in
      accumulationDistribution(
        high: bars[.high], low: bars[.low], close: bars[.close], volume: bars[.volume])
    })
}

/// Chaikin's accumulation/distribution line.
///
/// - Parameters:
///   - high: The highest price of every bar.
///   - low: The lowest price of every bar.
///   - close: The last price of every bar.
///   - volume: The volume of every bar.
/// - Returns: A column of as many rows, undefined where one of the four is; after that it starts
///   from 0 again.
/// - Complexity: O(rows).
func accumulationDistribution(
  high: [Double], low: [Double], close: [Double], volume: [Double]
) -> [Double] {
  var result = [Double](repeating: .nan, count: close.count)
  var sum = CompensatedSum()
  for row in close.indices {
    let range = high[row] - low[row]
    let lean = (close[row] - low[row]) - (high[row] - close[row])
    let flow = range > 0 ? lean / range * volume[row] : 0
    guard range.isFinite, lean.isFinite, volume[row].isFinite, flow.isFinite else {
      sum = CompensatedSum()
      continue
    }
    sum.add(flow)
    result[row] = sum.value.ifFinite
  }
  return result
}
