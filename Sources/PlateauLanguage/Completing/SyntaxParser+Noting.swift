extension SyntaxParser {
  /// Whether the text ends here and its last word is being completed.
  var completesHere: Bool {
    var ahead = lexer
    return expectations != nil && (try? ahead.peek())?.kind == .endOfInput
  }

  /// Notes what may stand next, if the text ends here; does nothing while no one completes.
  func note(_ wanted: @autoclosure () -> Wanted) {
    guard let expectations else { return }
    var ahead = lexer
    guard let token = try? ahead.peek(), token.kind == .endOfInput, !ahead.endsInComment
    else { return }
    expectations.add(wanted(), at: token.range.lowerBound)
  }

  /// Notes that a word may stand next.
  ///
  /// - Returns: Whether the text ends with it.
  func noteWord(_ wanted: @autoclosure () -> Wanted, endingBefore stops: [UInt8] = []) -> Bool {
    guard let expectations, let start = lexer.startOfLastWord(endingBefore: stops) else {
      return false
    }
    var ahead = lexer
    _ = ahead.skipSpace(from: ahead.position)
    if !ahead.endsInComment { expectations.add(wanted(), at: start) }
    return true
  }

  /// Notes what a pattern of one argument wants.
  func note(_ pattern: ArgumentPattern) {
    switch pattern {
    case .keyword(let word): note(.keyword(word, usage: word))
    case .choice(let name, let words): note(.choice(words, argument: name))
    case .count(let name), .number(let name): note(.count(argument: name))
    case .expression(let name): noteOperand(of: name, .or)
    case .values(let name): note(.values(argument: name))
    case .candidate: note(.candidate(ofRun: nil))
    case .span: note(.span)
    case .assignment(let name): note(.assignedName(argument: name))
    case .strategyBlock: note(.keyword("{", usage: pattern.syntax))
    case .word, .text, .rest, .optional, .oneOf, .commaList, .spaceList, .clauses: break
    }
  }

  /// Notes what an expression may begin with.
  func noteOperand(of argument: String, _ loosest: ExpressionSyntax.Precedence) {
    note(.operand(argument: argument))
    if loosest <= .not { note(.operatorWord("not")) }
  }

  /// Notes the words that may join a value with another; comparisons do not chain.
  func noteOperators(after left: ExpressionSyntax, _ loosest: ExpressionSyntax.Precedence) {
    guard expectations != nil else { return }
    if loosest <= .comparison, !left.isComparison { note(.operatorWord("crosses")) }
    if loosest <= .and { note(.operatorWord("and")) }
    if loosest <= .or { note(.operatorWord("or")) }
  }
}

extension Lexer {
  /// Whether the text ends inside a comment that was passed over.
  var endsInComment: Bool { comments.last?.upperBound == source.bytes.count }
}

extension ExpressionSyntax {
  fileprivate var isComparison: Bool {
    switch kind {
    case .crosses: true
    case .binary(let operation, _, _): operation.precedence == .comparison
    default: false
    }
  }
}
