import PlateauColumns
import PlateauLanguage
import Testing

/// `weekly(…)` and `monthly(…)` as they are written.
@Suite struct PeriodCompileTests {
  private func compiled(_ text: String, in scope: ExpressionScope) throws -> CompiledExpression {
    try compile(Samples.expression(text), in: scope, allowsConditions: true)
  }

  @Test func `the expression becomes a program of its own, parameters and all`() throws {
    let whole = try compiled("sma(close, n) > WEEKLY(sma(close, n * 2))", in: Samples.bars)
    #expect(whole.kind == .condition && !whole.isScalar)
    var inner = ColumnProgram()
    let close = inner.append(.input("close"))
    let double = inner.append(
      .binary(.multiply, inner.append(.input("n")), inner.append(.constant(2))))
    inner.append(.call("sma", [close, double]))
    #expect(whole.program.instructions.contains(.completed(.weekly, inner)))
    // Nothing of it is left among the steps on bars.
    #expect(whole.program.instructions.count == 5)
    #expect(whole.program.inputs == ["close", "n"])
  }

  @Test func `it means what its expression means`() throws {
    #expect(try compiled("weekly(close)", in: Samples.bars).kind == .price)
    #expect(try compiled("monthly(close > open)", in: Samples.bars).kind == .condition)
    #expect(try compiled("weekly(rsi(close, 2)) / 2", in: Samples.bars).kind == .number)
  }

  @Test func `a definition may stand in it and it in a definition`() throws {
    let mean = try compiled("sma(close, 2)", in: Samples.bars)
    let week = try compiled("weekly(close)", in: Samples.bars)
    let scope = ExpressionScope(
      noun: "series", names: Samples.series, functions: ColumnFunction.all, allowsRows: true,
      definitions: ["mean": mean, "week": week])
    #expect(
      try compiled("weekly(mean)", in: scope).program.instructions
        == [.completed(.weekly, mean.program)])
    #expect(
      try compiled("week > week[1]", in: scope).program.instructions.contains(
        .completed(.weekly, ColumnProgram(input: "close"))))
  }

  @Test func `what cannot be is said with its place`() {
    expectMessages(
      #"""
      error: 'weekly' takes 1 argument, not 2
        filter weekly(close, 2)
               ^~~~~~~~~~~~~~~~
        usage: weekly(expression)

      error: 'monthly' takes 1 argument, not 0
        filter monthly()
               ^~~~~~~~~
        usage: monthly(expression)

      error: 'weekly' puts the bars of the series together, and 'monthly(close)' is made of weeks or months already
        filter weekly(monthly(close))
                      ^~~~~~~~~~~~~~
        give each its own condition, such as weekly(close) > monthly(close)

      error: 'monthly' puts the bars of the series together, and 'sma(weekly(close), 2)' is made of weeks or months already
        filter monthly(sma(weekly(close), 2))
                       ^~~~~~~~~~~~~~~~~~~~~
        give each its own condition, such as weekly(close) > monthly(close)

      error: there is no series 'clse'; did you mean 'close'?
        filter weekly(clse)
                      ^~~~
        'help unknown-name' tells more

      error: the length of 'sma' is one number, and 'weekly(close)' changes from bar to bar
        filter sma(close, weekly(close))
                          ^~~~~~~~~~~~~
        usage: sma(series, length)

      error: there is no function 'weekley'; did you mean 'weekly'?
        filter weekley(close)
               ^~~~~~~
        'help unknown-function' tells more

      error: 'weekly' is a function and needs its arguments; did you mean 'weekly(expression)'?
        filter weekly > 2
               ^~~~~~
        'help argument-count' tells more
      """#
    ) { line in
      Samples.message(line) { call throws(Diagnostic) in
        guard let rule = call.expression("rule") else { return }
        _ = try compile(rule, in: Samples.bars)
      }
    }
  }
}
