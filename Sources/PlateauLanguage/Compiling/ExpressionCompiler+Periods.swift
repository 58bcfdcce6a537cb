import PlateauColumns

extension ExpressionCompiler {
  /// `weekly(expression)` or `monthly(expression)`: the expression becomes a program of its own.
  ///
  /// It reads the bars of periods under the same names; parameters are the same numbers in it.
  func completed(
    _ period: BarPeriod, _ argument: ExpressionSyntax
  ) throws(Diagnostic) -> (program: ColumnProgram, value: Value) {
    var inner = self
    let value = try inner.value(of: argument)
    let whole = inner.finish(value)
    let program = whole.slice(at: whole.result)
    guard !program.readsPeriods else {
      throw Diagnostic(
        .needsBars,
        "'\(period.rawValue)' puts the bars of the series together, and '\(argument.text)' is "
          + "made of weeks or months already", at: argument.range,
        hint: "give each its own condition, such as weekly(close) > monthly(close)")
    }
    return (program, value)
  }
}
