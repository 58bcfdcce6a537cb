import PlateauLanguage
import Testing

/// Text that was kept, read once more: it must be the thing itself and nothing else.
@Suite struct ParsePartTests {
  @Test func `a candidate, values or an expression alone is read`() throws {
    #expect(try parseCandidate("0").form == .number(0))
    #expect(try parseCandidate("rank 3").form == .rank(3))
    #expect(try parseCandidate(" r2:best ").run == 2)
    #expect(try parseValues("{1%, 2%}").text == "{1%, 2%}")
    #expect(try parseExpression("sharpe > 1 and (drawdown < 30%\nor fast = 5)").text.contains("or"))
  }

  @Test(arguments: ["", "0;quit", "0\nquit", "0 best", "0 # note\n1", "rank", "x", "r2:", "\u{FF}"])
  func `what is more or less than a candidate is none`(text: String) {
    #expect(throws: Diagnostic.self) { try parseCandidate(text) }
  }

  @Test(arguments: ["", "5; quit", "5..", "{1, 2", "5 as x"])
  func `what is more or less than values is none, and the error has no place`(text: String) {
    let error = #expect(throws: Diagnostic.self) { try parseValues(text) }
    #expect(error?.range == nil && error?.message.isEmpty == false)
  }

  @Test(arguments: ["", "a >", "a > 1; quit", "(a", "a b"])
  func `what is more or less than an expression is none`(text: String) {
    #expect(throws: Diagnostic.self) { try parseExpression(text) }
  }
}
