extension ColumnFunction {
  /// The absolute value.
  static let abs = ColumnFunction(
    name: "abs", arguments: [Argument("value", .series)], result: .sameAsFirst,
    summary: "absolute value", formula: "x without its sign", warmUp: "none",
    example: "abs(close - open)",
    kernel: .map { Swift.abs($0) })

  /// The larger of two values.
  static let max = ColumnFunction(
    name: "max", arguments: [Argument("a", .series), Argument("b", .series)],
    result: .sameAsFirst, summary: "the larger of two values (rolling: highest)",
    formula: "undefined where either is", warmUp: "none", example: "max(high - low, 0.01)",
    kernel: .combine { $0.isNaN || $1.isNaN ? .nan : Swift.max($0, $1) })

  /// The smaller of two values.
  static let min = ColumnFunction(
    name: "min", arguments: [Argument("a", .series), Argument("b", .series)],
    result: .sameAsFirst, summary: "the smaller of two values (rolling: lowest)",
    formula: "undefined where either is", warmUp: "none", example: "min(open, close)",
    kernel: .combine { $0.isNaN || $1.isNaN ? .nan : Swift.min($0, $1) })

  /// The square root.
  static let sqrt = ColumnFunction(
    name: "sqrt", arguments: [Argument("value", .series)], result: .always(.number),
    summary: "square root", formula: "undefined below 0", warmUp: "none",
    example: "stddev(close, 20) * sqrt(252)", talibName: "SQRT", bounds: 0 ... .infinity,
    kernel: .map { $0.squareRoot().ifFinite })

  /// The natural logarithm.
  static let log = ColumnFunction(
    name: "log", arguments: [Argument("value", .series)], result: .always(.number),
    summary: "natural logarithm", formula: "undefined at 0 and below", warmUp: "none",
    example: "log(close / close[1])", talibName: "LN",
    kernel: .map { $0 > 0 ? Mathematics.logarithm($0).ifFinite : .nan })

  /// The exponential function.
  static let exp = ColumnFunction(
    name: "exp", arguments: [Argument("value", .series)], result: .always(.number),
    summary: "e to the power of a value", formula: "undefined beyond the largest number",
    warmUp: "none", example: "exp(mom(log(close), 20))", talibName: "EXP", bounds: 0 ... .infinity,
    kernel: .map { Mathematics.exponential($0).ifFinite })

  /// One of two values, as a condition has it.
  static let choice = ColumnFunction(
    name: "if",
    arguments: [Argument("condition", .condition), Argument("a", .series), Argument("b", .series)],
    result: .sameAs(1),
    summary: "the first value where a condition is true, the second where it is false",
    formula: "a or b; undefined where the condition is", warmUp: "that of the condition",
    example: "if(close > open, high, low)",
    kernel: .choose { condition, a, b in condition.isNaN ? .nan : condition != 0 ? a : b })
}
