extension ColumnFunction {
  /// The highest high.
  static let donchianUpper = ColumnFunction(
    name: "donchian_upper", arguments: [Argument("length", .length)], result: .always(.price),
    summary: "upper Donchian band: highest high, the present bar included",
    formula: "highest(high, n); write donchian_upper(n)[1] for the bars before",
    warmUp: "defined from bar n on",
    example: "donchian_upper(20)[1]",
    source: "Donchian (1960), High Finance in Copper",
    kernel: .columns(reads: [.high]) { inputs in
      rollingExtremum(of: inputs[.high], length: inputs.length(0)) { $0 >= $1 }
    })

  /// The lowest low.
  static let donchianLower = ColumnFunction(
    name: "donchian_lower", arguments: [Argument("length", .length)], result: .always(.price),
    summary: "lower Donchian band: lowest low, the present bar included",
    formula: "lowest(low, n); write donchian_lower(n)[1] for the bars before",
    warmUp: "defined from bar n on",
    example: "donchian_lower(20)[1]",
    source: "Donchian (1960), High Finance in Copper",
    kernel: .columns(reads: [.low]) { inputs in
      rollingExtremum(of: inputs[.low], length: inputs.length(0)) { $0 <= $1 }
    })
}
