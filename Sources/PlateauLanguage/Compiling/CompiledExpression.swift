public import PlateauColumns

/// An expression that was checked and turned into a program.
public struct CompiledExpression: Hashable, Sendable {
  /// The program.
  public let program: ColumnProgram
  /// What its result means.
  public let kind: ValueKind
  /// The words that a result of kind `text` is an index into.
  public let labels: [String]
  /// Whether the result is the same on every row.
  public let isScalar: Bool
  /// The expression on one line, as it can be typed again.
  public let text: String
}

/// Checks an expression and turns it into a program.
///
/// Names and functions ignore case. Everything is checked before anything runs: names, kinds,
/// the number and kind of arguments, look backs. Operations on constants are carried out, so
/// `10 * 2` is the program of one number.
///
/// - Parameters:
///   - syntax: The expression as it was typed.
///   - scope: What names and functions mean here.
///   - expected: `condition` for a filter or rule, another kind for a number that means that;
///     `nil` for any number.
///   - allowsConditions: Whether a condition will do where any number will, as in a definition.
/// - Returns: The program with the kind of its result.
/// - Throws: What is wrong, with the bytes at fault.
/// - Complexity: O(steps) for at most `ExpressionCompiler.mostSteps` steps.
public func compile(
  _ syntax: ExpressionSyntax, in scope: ExpressionScope, expecting expected: ValueKind? = nil,
  allowsConditions: Bool = false
) throws(Diagnostic) -> CompiledExpression {
  var compiler = ExpressionCompiler(scope: scope)
  let value = try compiler.checkedValue(
    of: syntax, expecting: expected, allowsConditions: allowsConditions)
  return CompiledExpression(
    program: compiler.finish(value), kind: value.kind, labels: value.labels,
    isScalar: value.isScalar, text: syntax.text)
}
