extension ColumnFunction {
  /// How recent the highest high is.
  static let aroonUp = ColumnFunction(
    name: "aroon_up", arguments: [Argument("length", .length)], result: .always(.number),
    summary: "how recent the highest high is: 100 on this bar, 0 n bars ago",
    formula: "100 * (n - bars since the highest of the last n + 1 highs) / n, the latest of equal"
      + " ones (TA-Lib AROON)",
    warmUp: "defined from bar n + 1 on",
    example: "aroon_up(14)", talibName: "AROON",
    source: "Chande (1995), Technical Analysis of Stocks & Commodities, September",
    bounds: 0...100,
    kernel: .columns(reads: [.high]) { bars in
      recency(of: bars[.high], length: bars.length(0)) { $0 >= $1 }
    })

  /// How recent the lowest low is.
  static let aroonDown = ColumnFunction(
    name: "aroon_down", arguments: [Argument("length", .length)], result: .always(.number),
    summary: "how recent the lowest low is: 100 on this bar, 0 n bars ago",
    formula: "100 * (n - bars since the lowest of the last n + 1 lows) / n, the latest of equal"
      + " ones (TA-Lib AROON)",
    warmUp: "defined from bar n + 1 on",
    example: "aroon_down(14)", talibName: "AROON",
    source: "Chande (1995), Technical Analysis of Stocks & Commodities, September",
    bounds: 0...100,
    kernel: .columns(reads: [.low]) { bars in
      recency(of: bars[.low], length: bars.length(0)) { $0 <= $1 }
    })

  /// The difference of the two.
  static let aroonOscillator = ColumnFunction(
    name: "aroonosc", arguments: [Argument("length", .length)], result: .always(.number),
    summary: "Aroon oscillator: aroon_up less aroon_down, -100 to 100",
    formula: "aroon_up(n) - aroon_down(n) (TA-Lib AROONOSC)",
    warmUp: "defined from bar n + 1 on",
    example: "aroonosc(14)", talibName: "AROONOSC",
    source: "Chande (1995), Technical Analysis of Stocks & Commodities, September",
    bounds: -100...100,
    kernel: .columns(reads: [.high, .low]) { bars in
      let length = bars.length(0)
      let up = recency(of: bars[.high], length: length) { $0 >= $1 }
      let down = recency(of: bars[.low], length: length) { $0 <= $1 }
      return zip(up, down).map { $0 - $1 }
    })
}

/// How recent the extreme of the last `length` + 1 values is, from 100 (now) to 0.
private func recency(
  of series: [Double], length: Int, beats: (Double, Double) -> Bool
) -> [Double] {
  var result = [Double](repeating: .nan, count: series.count)
  let count = Double(length)
  eachRollingExtremum(of: series, length: length + 1, beats: beats) { row, extreme in
    result[row] = 100 * (count - Double(row - extreme)) / count
  }
  return result
}
