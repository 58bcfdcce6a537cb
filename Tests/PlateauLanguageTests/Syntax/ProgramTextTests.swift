import PlateauColumns
import PlateauLanguage
import Testing

/// A program is written as it could have been typed.
@Suite struct ProgramTextTests {
  private static let scope = ExpressionScope(
    noun: "series",
    names: ["open", "close"].map { .init($0, kind: .price) }
      + ["fast", "slow"].map { .init($0, kind: .length, isScalar: true) },
    functions: ColumnFunction.all, allowsRows: true)

  private func text(_ typed: String) throws -> String {
    try compile(parseExpression(typed), in: Self.scope, allowsConditions: true).program.text
  }

  @Test(arguments: [
    "sma(close, fast)", "sma(close, fast * 3)", "close > sma(close, 20) and not close < open",
    "sma(close, fast) crosses above sma(close, slow)", "close crosses below open",
    "highest(close, 20)[1]", "(close - open) / close * 2", "close - (open - close)",
    "close ^ 2 ^ fast", "-close + 1", "close > 1.5 or close < 0.25",
    "(close > open or close < 5) and open > 3", "max(close, open) >= fast", "close != open",
  ])
  func `what is printed reads back as the same program`(typed: String) throws {
    #expect(try text(typed) == typed)
  }

  @Test func `constants are numbers, and a sign binds as typed`() throws {
    #expect(try text("close > 4%") == "close > 0.04")
    #expect(try text("close > 0 - 3") == "close > -3")
    #expect(try text("sma(close, 2 * 10)") == "sma(close, 20)")
    #expect(try text("1e-7 * close") == "0.0000001 * close")
  }

  @Test func `a part that would be very long is left out`() throws {
    var program = ColumnProgram()
    var last = program.append(.input("close"))
    // Each step uses the one before twice: written out it would have 2^300 names.
    for _ in 0..<300 { last = program.append(.binary(.add, last, last)) }
    #expect(program.text == "… + …")
    program.append(.binary(.greater, last, program.append(.input("open"))))
    #expect(program.text == "… > open")
  }
}
