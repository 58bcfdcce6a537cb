extension ColumnFunction {
  /// The band above the mean.
  static let keltnerUpper = channel(
    name: "keltner_upper", summary: "upper Keltner band: exponential mean plus average true ranges",
    formula: "ema(close, n) + width * atr(atr_length)", sign: 1)

  /// The band below the mean.
  static let keltnerLower = channel(
    name: "keltner_lower",
    summary: "lower Keltner band: exponential mean less average true ranges",
    formula: "ema(close, n) - width * atr(atr_length)", sign: -1)

  private static func channel(
    name: String, summary: String, formula: String, sign: Double
  ) -> ColumnFunction {
    ColumnFunction(
      name: name,
      arguments: [
        Argument("length", .length), Argument("atr_length", .length), Argument("width", .number),
      ],
      result: .always(.price), summary: summary, formula: formula,
      warmUp: "defined from bar n on, and from bar atr_length + 1 on",
      example: "\(name)(20, 10, 2)",
      source: "Raschke's form of Keltner (1960), How To Make Money in Commodities",
      kernel: .columns(reads: [.high, .low, .close]) { inputs in
        let mean = exponentialMean(of: inputs[.close], length: inputs.length(0))
        let range = averageTrueRange(
          high: inputs[.high], low: inputs[.low], close: inputs[.close],
          length: inputs.length(1))
        let width = sign * inputs.numbers[2]
        return zip(mean, range).map { ($0 + width * $1).ifFinite }
      })
  }
}
