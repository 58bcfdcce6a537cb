extension ColumnFunction {
  /// The on-balance volume.
  static let obv = ColumnFunction(
    name: "obv", arguments: [], result: .always(.number),
    summary: "on-balance volume: volume of bars that closed higher less that of lower ones",
    formula: "o = o + volume if close > close[1], o - volume if close < close[1];"
      + " first the volume (TA-Lib OBV)",
    warmUp: "none", example: "obv()", talibName: "OBV",
    source: "Granville (1963), New Key to Stock Market Profits",
    kernel: .columns(reads: [.close, .volume]) { bars in
      onBalanceVolume(close: bars[.close], volume: bars[.volume])
    })
}

/// Granville's on-balance volume.
///
/// - Parameters:
///   - close: The last price of every bar.
///   - volume: The volume of every bar.
/// - Returns: A column of as many rows, undefined where one of the two is; after that it starts
///   with the volume again.
/// - Complexity: O(rows).
func onBalanceVolume(close: [Double], volume: [Double]) -> [Double] {
  var result = [Double](repeating: .nan, count: close.count)
  var sum = CompensatedSum()
  var before = Double.nan
  for (row, (price, traded)) in zip(close, volume).enumerated() {
    guard !price.isNaN, traded.isFinite else {
      before = .nan
      continue
    }
    if before.isNaN {
      sum = CompensatedSum()
      sum.add(traded)
    } else if price != before {
      sum.add(price > before ? traded : -traded)
    }
    before = price
    result[row] = sum.value.ifFinite
  }
  return result
}
