extension ColumnFunction {
  /// The volume-weighted average price of the last bars.
  static let vwap = ColumnFunction(
    name: "vwap", arguments: [Argument("length", .length)], result: .always(.price),
    summary: "volume-weighted average price of the last bars",
    formula:
      "sum of tp * volume / sum of volume over the last n bars, tp = (high + low + close) / 3;"
      + " undefined without any volume",
    warmUp: "defined from the n-th bar on",
    example: "vwap(20)",
    source: "Berkowitz, Logue and Noser (1988), Journal of Finance 43(1); over n bars, not a day",
    kernel: .columns(reads: [.high, .low, .close, .volume]) { bars in
      volumeWeightedMean(
        of: typicalPrices(high: bars[.high], low: bars[.low], close: bars[.close]),
        volume: bars[.volume], length: bars.length(0))
    })
}

/// The mean of the last prices, each counted as often as it was traded.
///
/// - Parameters:
///   - prices: The price of every bar.
///   - volume: The volume of every bar.
///   - length: Bars in a window, at least 1.
/// - Returns: A column of as many rows, undefined where the volume of a window is 0.
/// - Complexity: O(rows), whatever the length.
func volumeWeightedMean(of prices: [Double], volume: [Double], length: Int) -> [Double] {
  let turnover = rollingTotal(of: zip(prices, volume).map { $0 * $1 }, length: length)
  let traded = rollingTotal(of: volume, length: length)
  return zip(turnover, traded).map { $1 == 0 ? .nan : ($0 / $1).ifFinite }
}
