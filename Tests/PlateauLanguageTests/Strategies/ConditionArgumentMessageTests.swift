@testable import PlateauColumns
import PlateauLanguage
import Testing

@Suite struct ConditionArgumentMessageTests {
  /// A function of a condition, as `barssince` is one.
  private let sinceTrue = ColumnFunction(
    name: "since_true",
    arguments: [.init("condition", .condition), .init("length", .length)], result: .always(.number),
    summary: "", formula: "", warmUp: "", example: "",
    kernel: .columns(reads: []) { _ in [] })

  @Test func `a condition is wanted where a function asks for one`() {
    expectMessages(
      #"""
      error: the condition of 'since_true' is true or false, and 'close' is a price; did you mean 'close > 0'?
        strategy t { buy when since_true(close, 3) > 5 }
                                         ^~~~~
        usage: since_true(condition, length)

      error: the condition of 'since_true' is true or false, and '5' is a number; did you mean '5 > 0'?
        strategy t { buy when since_true(5, 3) > 5 }
                                         ^
        usage: since_true(condition, length)

      error: the length of 'since_true' is a number, and 'close > 5' is a condition
        strategy t { buy when since_true(close > 5, close > 5) > 5 }
                                                    ^~~~~~~~~
        usage: since_true(condition, length)

      error: 'pnl' has no past here, and 'since_true' reads several bars
        strategy t { buy when since_true(pnl > 5%, 3) > 5 }
                                         ^~~
        compare it directly: pnl > 5%
      """#
    ) { Samples.strategyMessage($0, functions: [sinceTrue]) }
  }
}
