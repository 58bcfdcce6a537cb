extension SyntaxParser {
  /// Reads `NAME=VALUE`; the value is one item, kept both as a raw word and as VALUES.
  mutating func assignment() throws(SyntaxFailure) -> AssignmentSyntax {
    let nameToken = try peek()
    let name: String
    switch nameToken.kind {
    case .identifier(let word): name = word
    case .string(let text): name = text
    default: throw unexpected(nameToken, wanted: "NAME=VALUE")
    }
    try advance()
    note(.keyword("=", usage: "="))
    guard let sign = try take(.assign) else {
      throw unexpected(try peek(), wanted: "'=' after '\(name)'")
    }
    try continueLine(after: sign)
    var ahead = self
    let isUnfinished = noteWord(
      .assignedValue(of: name, argument: expectations?.argument ?? ""))
    guard !isUnfinished, let word = try ahead.lexer.word() else {
      throw unexpected(try peek(), wanted: "a value for '\(name)'")
    }
    let item = assignedItem(from: word.range)
    let end = max(word.range.upperBound, (try? item.get())?.range.upperBound ?? 0)
    lexer.move(to: end)
    return AssignmentSyntax(
      name: name, nameRange: nameToken.range, word: word.text,
      valueRange: word.range.lowerBound..<end, item: item)
  }

  /// The value read as an expression, which must reach at least as far as the raw word does.
  private func assignedItem(from word: Range<Int>) -> Result<ValuesSyntax, Diagnostic> {
    var ahead = self
    do throws(SyntaxFailure) {
      let value = try ahead.expression(.sum)
      guard ahead.lexer.previousEnd >= word.upperBound else {
        return .failure(
          Diagnostic(.unexpectedText, "this is neither a number nor a word", at: word))
      }
      return .success(
        ValuesSyntax(
          mode: nil, modeRange: nil, form: .items([.expression(value)], inBraces: false),
          range: value.range))
    } catch {
      switch error {
      case .invalid(let diagnostic), .incomplete(let diagnostic): return .failure(diagnostic)
      }
    }
  }
}
