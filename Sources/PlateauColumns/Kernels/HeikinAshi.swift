extension ColumnFunction {
  /// The open of the averaged bar.
  static let heikinAshiOpen = ColumnFunction(
    name: "heikin_ashi_open", arguments: [], result: .always(.price),
    summary: "open of the Heikin-Ashi bar: the middle of the one before",
    formula: "(heikin_ashi_open[1] + heikin_ashi_close[1]) / 2; first (open + close) / 2",
    warmUp: "none", example: "heikin_ashi_open()", source: heikinAshiSource,
    kernel: .columns(reads: [.open, .high, .low, .close]) { bars in heikinAshiOpens(of: bars) })

  /// The high of the averaged bar.
  static let heikinAshiHigh = ColumnFunction(
    name: "heikin_ashi_high", arguments: [], result: .always(.price),
    summary: "high of the Heikin-Ashi bar",
    formula: "max(high, heikin_ashi_open, heikin_ashi_close)",
    warmUp: "none", example: "heikin_ashi_high()", source: heikinAshiSource,
    kernel: .columns(reads: [.open, .high, .low, .close]) { bars in
      heikinAshiExtremes(of: bars, beyond: bars[.high]) { Swift.max($0, $1) }
    })

  /// The low of the averaged bar.
  static let heikinAshiLow = ColumnFunction(
    name: "heikin_ashi_low", arguments: [], result: .always(.price),
    summary: "low of the Heikin-Ashi bar",
    formula: "min(low, heikin_ashi_open, heikin_ashi_close)",
    warmUp: "none", example: "heikin_ashi_low()", source: heikinAshiSource,
    kernel: .columns(reads: [.open, .high, .low, .close]) { bars in
      heikinAshiExtremes(of: bars, beyond: bars[.low]) { Swift.min($0, $1) }
    })

  /// The close of the averaged bar.
  static let heikinAshiClose = ColumnFunction(
    name: "heikin_ashi_close", arguments: [], result: .always(.price),
    summary: "close of the Heikin-Ashi bar: the mean of its four prices",
    formula: "(open + high + low + close) / 4",
    warmUp: "none", example: "heikin_ashi_close()", source: heikinAshiSource,
    kernel: .columns(reads: [.open, .high, .low, .close]) { bars in heikinAshiCloses(of: bars) })

  private static let heikinAshiSource =
    "Valcu (2004), Technical Analysis of Stocks & Commodities, February"
}

/// The mean of every bar's four prices, undefined where one of them is.
private func heikinAshiCloses(of bars: FunctionInputs) -> [Double] {
  let (open, high, low, close) = (bars[.open], bars[.high], bars[.low], bars[.close])
  return close.indices.map { row in
    ((open[row] + high[row] + low[row] + close[row]) / 4).ifFinite
  }
}

/// The middle of the averaged bar before; on the first bar, and after an undefined one, the middle
/// of the bar's own open and close.
private func heikinAshiOpens(of bars: FunctionInputs) -> [Double] {
  let (open, close) = (bars[.open], bars[.close])
  let closes = heikinAshiCloses(of: bars)
  var result = [Double](repeating: .nan, count: closes.count)
  for row in closes.indices where !closes[row].isNaN {
    let hasBefore = row > 0 && !result[row - 1].isNaN
    let (first, second) =
      hasBefore ? (result[row - 1], closes[row - 1]) : (open[row], close[row])
    result[row] = ((first + second) / 2).ifFinite
  }
  return result
}

/// The extremes of every bar's own extreme and the averaged open and close.
private func heikinAshiExtremes(
  of bars: FunctionInputs, beyond own: [Double], _ further: (Double, Double) -> Double
) -> [Double] {
  let (opens, closes) = (heikinAshiOpens(of: bars), heikinAshiCloses(of: bars))
  return own.indices.map { row in
    closes[row].isNaN ? .nan : further(own[row], further(opens[row], closes[row]))
  }
}
