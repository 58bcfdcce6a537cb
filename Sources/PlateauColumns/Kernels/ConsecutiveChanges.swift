extension ColumnFunction {
  /// Whether a series rose on each of the last bars.
  static let rising = ColumnFunction(
    name: "rising", arguments: [Argument("series", .series), Argument("length", .length)],
    result: .always(.condition),
    summary: "whether each of the last changes was upward",
    formula: "x > x[1] and x[1] > x[2] and ... (n changes), three-valued: false where one is not"
      + " upward; the same as all(x > x[1], n)",
    warmUp: "true from value n + 1 on; false as soon as a change is not upward",
    example: "rising(close, 3)",
    source: "TradingView's ta.rising differs: it asks whether x is above each of the n values"
      + " before, which is x > highest(x, n)[1]",
    kernel: .columns(reads: []) { inputs in
      allOfTrue(
        in: comparedWithBefore(inputs.series[0]) { $0 > $1 }, length: inputs.length(0))
    })

  /// Whether a series fell on each of the last bars.
  static let falling = ColumnFunction(
    name: "falling", arguments: [Argument("series", .series), Argument("length", .length)],
    result: .always(.condition),
    summary: "whether each of the last changes was downward",
    formula: "x < x[1] and x[1] < x[2] and ... (n changes), three-valued: false where one is not"
      + " downward; the same as all(x < x[1], n)",
    warmUp: "true from value n + 1 on; false as soon as a change is not downward",
    example: "falling(close, 3)",
    source: "TradingView's ta.falling differs: it asks whether x is below each of the n values"
      + " before, which is x < lowest(x, n)[1]",
    kernel: .columns(reads: []) { inputs in
      allOfTrue(
        in: comparedWithBefore(inputs.series[0]) { $0 < $1 }, length: inputs.length(0))
    })
}

/// Every value compared with the one before; undefined where either is.
private func comparedWithBefore(
  _ series: [Double], _ holds: (Double, Double) -> Bool
) -> [Double] {
  series.indices.map { row in
    guard row > 0, !series[row].isNaN, !series[row - 1].isNaN else { return .nan }
    return holds(series[row], series[row - 1]) ? 1 : 0
  }
}
