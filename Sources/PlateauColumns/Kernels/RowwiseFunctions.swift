extension ColumnFunction {
  /// The absolute value.
  static let abs = ColumnFunction(
    name: "abs", arguments: [Argument("value", .series)], result: .sameAsFirst,
    summary: "absolute value", formula: "x without its sign", warmUp: "none",
    kernel: .map { Swift.abs($0) })

  /// The larger of two values.
  static let max = ColumnFunction(
    name: "max", arguments: [Argument("a", .series), Argument("b", .series)],
    result: .sameAsFirst, summary: "the larger of two values (rolling: highest)",
    formula: "undefined where either is", warmUp: "none",
    kernel: .combine { $0.isNaN || $1.isNaN ? .nan : Swift.max($0, $1) })

  /// The smaller of two values.
  static let min = ColumnFunction(
    name: "min", arguments: [Argument("a", .series), Argument("b", .series)],
    result: .sameAsFirst, summary: "the smaller of two values (rolling: lowest)",
    formula: "undefined where either is", warmUp: "none",
    kernel: .combine { $0.isNaN || $1.isNaN ? .nan : Swift.min($0, $1) })
}
