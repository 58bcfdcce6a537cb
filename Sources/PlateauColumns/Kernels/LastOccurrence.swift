extension ColumnFunction {
  /// Bars since a condition held.
  static let barssince = ColumnFunction(
    name: "barssince", arguments: [Argument("condition", .condition)], result: .always(.length),
    summary: "bars since a condition was last true, 0 on that bar",
    formula: "0 where the condition is true, else 1 more than on the bar before; an undefined"
      + " condition is not true",
    warmUp: "undefined before the condition is first true",
    example: "barssince(close crosses above sma(close, 50))",
    kernel: .columns(reads: []) { inputs in
      var last: Int?
      return inputs.series[0].enumerated().map { row, condition in
        if isTrue(condition) { last = row }
        return last.map { Double(row - $0) } ?? .nan
      }
    })

  /// A value of the bar on which a condition held.
  static let valuewhen = ColumnFunction(
    name: "valuewhen",
    arguments: [Argument("condition", .condition), Argument("series", .series)],
    result: .sameAs(1),
    summary: "value of a series on the last bar on which a condition was true",
    formula: "the series where the condition is true, else the result of the bar before; an"
      + " undefined condition is not true",
    warmUp: "undefined before the condition is first true, and where the series was undefined then",
    example: "valuewhen(close crosses above sma(close, 50), low)",
    kernel: .columns(reads: []) { inputs in
      var held = Double.nan
      return zip(inputs.series[0], inputs.series[1]).map { condition, value in
        if isTrue(condition) { held = value }
        return held
      }
    })
}

/// Whether a condition is true: neither false nor undefined.
private func isTrue(_ condition: Double) -> Bool { !condition.isNaN && condition != 0 }
