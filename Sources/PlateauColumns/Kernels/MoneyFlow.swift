extension ColumnFunction {
  /// The money flow index.
  static let mfi = ColumnFunction(
    name: "mfi", arguments: [Argument("length", .length)], result: .always(.number),
    summary: "money flow index: share of the money that moved with a higher price, 0 to 100",
    formula: "100 * upward / (upward + downward flow) of the last n bars, flow = volume * tp by the"
      + " sign of tp - tp[1], tp = (high + low + close) / 3; 0 without any flow (TA-Lib MFI)",
    warmUp: "defined from bar n + 1 on",
    example: "mfi(14)", talibName: "MFI",
    source: "Quong and Soudack (1989), Technical Analysis of Stocks & Commodities, March",
    bounds: 0...100,
    kernel: .columns(reads: [.high, .low, .close, .volume]) { bars in
      moneyFlowIndex(
        of: typicalPrices(high: bars[.high], low: bars[.low], close: bars[.close]),
        volume: bars[.volume], length: bars.length(0))
    })
}

/// The money flow index.
///
/// - Parameters:
///   - prices: The typical price of every bar; two that differ by rounding only are equal.
///   - volume: The volume of every bar.
///   - length: Changes of price in a window, at least 1.
/// - Returns: A column of numbers from 0 to 100, `nan` in warm-up; 0 without any flow.
/// - Complexity: O(rows), whatever the length.
func moneyFlowIndex(of prices: [Double], volume: [Double], length: Int) -> [Double] {
  var upward = [Double](repeating: .nan, count: prices.count)
  var downward = upward
  for row in prices.indices.dropFirst() {
    let (price, before) = (prices[row], prices[row - 1])
    let (change, flow) = (price - before, price * volume[row])
    guard change.isFinite, flow.isFinite else { continue }
    // TA-Lib's test for prices that are equal but for rounding.
    let isStill = Swift.abs(change) <= .negligible * (Swift.abs(price) + Swift.abs(before))
    upward[row] = change > 0 && !isStill ? flow : 0
    downward[row] = change < 0 && !isStill ? flow : 0
  }
  let rises = rollingTotal(of: upward, length: length)
  let falls = rollingTotal(of: downward, length: length)
  return zip(rises, falls).map { rise, fall in
    if rise.isNaN || fall.isNaN { return .nan }
    let flow = rise + fall
    return flow <= 0 ? 0 : (100 * (rise / flow)).kept(within: 0...100)
  }
}
