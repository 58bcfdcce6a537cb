import PlateauColumns
import PlateauLanguage
import Testing

@Suite struct ExpressionSyntaxTests {
  @Test(arguments: [
    ("-2^2", "(-(2^2))"), ("2^3^2", "(2^(3^2))"), ("2^-3", "(2^(-3))"),
    ("-a * b", "((-a)*b)"), ("a - b - c", "((a-b)-c)"), ("a + b * c", "(a+(b*c))"),
    ("a / b / c", "((a/b)/c)"), ("a or b and c", "(a or(b and c))"),
    ("a and b or c", "((a and b)or c)"), ("not a > 1", "(not(a>1))"),
    ("not a and b", "((not a)and b)"), ("a and not b or c", "((a and(not b))or c)"),
    ("not not a", "(not(not a))"), ("a + 1 > b * 2", "((a+1)>(b*2))"),
    ("x[1] ^ 2", "(x[1]^2)"), ("-x[1]", "(-x[1])"), ("f(a)[1][2]", "f(a)[1][2]"),
    ("a + 1 crosses above b - 1", "((a+1)crosses above(b-1))"), ("a == 1", "(a==1)"),
    ("a = 1", "(a==1)"), ("+a - +1", "(a-1)"), ("(a)", "a"),
    ("a AND b Or NOT c", "((a and b)or(not c))"),
  ]) func `operators bind as the contract says`(text: String, grouped: String) throws {
    #expect(
      try Samples.expression(text).grouped.filter { $0 != " " } == grouped.filter { $0 != " " })
  }

  @Test(arguments: [
    "-2 ^ 2", "(-2) ^ 2", "2 ^ -3", "(2 ^ 3) ^ 2", "a - (b - c)", "a / (b * c)", "(a + b) * c",
    "not (a and b)", "not a = b", "(a = b) = c", "a crosses above b + 1", "(a and b)[1]",
    "sharpe[bear]", "sharpe[\"BTC-USD\"]", "x[n + 1]", "max(a, -b)", "name = \"a \\\"b\\\"\"",
    "a or (b or c)", "-(-a)", "-(a + b)", "2 * -3", "f()", "15% + 25bp", "(not a) = b",
  ]) func `the text of an expression reads back as the same expression`(text: String) throws {
    let syntax = try Samples.expression(text)
    #expect(syntax.text == text)
    #expect(try Samples.expression(syntax.text).grouped == syntax.grouped)
  }

  @Test func `comments and needless parentheses are not part of the text`() throws {
    #expect(try Samples.expression("((a)  + # one\n (b*c))").text == "a + b * c")
  }

  @Test func `a clause word ends an expression`() throws {
    let call = try Samples.call("top by a / b")
    #expect(call.expression("by")?.text == "a / b")
    #expect(try Samples.call("load x columns a=1 as y").word("name") == "y")
  }
}

extension ExpressionSyntax {
  /// The expression with a parenthesis around every operation.
  fileprivate var grouped: String {
    switch kind {
    case .unary(let operation, let operand): "(\(operation.rawValue) \(operand.grouped))"
    case .binary(let operation, let left, let right):
      "(\(left.grouped) \(operation.rawValue) \(right.grouped))"
    case .crosses(let direction, let left, let right):
      "(\(left.grouped) crosses \(direction.rawValue) \(right.grouped))"
    case .call(let name, let arguments):
      "\(name)(\(arguments.map(\.grouped).joined(separator: ",")))"
    case .lookBack(let value, let bars): "\(value.grouped)[\(bars.grouped)]"
    case .number, .name, .text, .labelled: text
    }
  }
}
