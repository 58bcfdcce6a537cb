/// Reads an expression that was kept as text.
///
/// - Parameter text: The expression and nothing else.
/// - Returns: Its syntax, with places in that text.
/// - Throws: `Diagnostic` without a place, for the text is none that the user has before them.
public func parseExpression(_ text: String) throws(Diagnostic) -> ExpressionSyntax {
  try parseWhole(text) { (parser) throws(SyntaxFailure) in try parser.expression() }
}

/// Reads VALUES as after `set NAME`.
///
/// - Parameter text: The values and nothing else.
/// - Returns: Their syntax, with places in that text.
/// - Throws: `Diagnostic` without a place.
public func parseValues(_ text: String) throws(Diagnostic) -> ValuesSyntax {
  try parseWhole(text) { (parser) throws(SyntaxFailure) in try parser.values() }
}

/// Reads the name of a candidate: `17`, `best`, `rank 3`, `r2:17`.
///
/// - Parameter text: The name and nothing else.
/// - Returns: Its syntax, with places in that text.
/// - Throws: `Diagnostic` without a place.
public func parseCandidate(_ text: String) throws(Diagnostic) -> CandidateSyntax {
  try parseWhole(text) { (parser) throws(SyntaxFailure) in try parser.candidate() }
}

private func parseWhole<Part>(
  _ text: String, _ read: (inout SyntaxParser) throws(SyntaxFailure) -> Part
) throws(Diagnostic) -> Part {
  var parser = SyntaxParser(Lexer(SourceText(text)))
  do throws(SyntaxFailure) {
    let part = try read(&parser)
    let rest = try parser.peek()
    guard rest.kind == .endOfInput else {
      throw .invalid(
        .unexpectedText, "\(parser.shown(rest)) stands after the end of '\(text)'", at: rest.range)
    }
    return part
  } catch {
    switch error {
    case .invalid(let diagnostic), .incomplete(let diagnostic):
      throw Diagnostic(
        diagnostic.kind, diagnostic.message, suggestions: diagnostic.suggestions,
        hint: diagnostic.hint)
    }
  }
}
