import PlateauColumns

extension PatternMatcher {
  /// Whether the next token can begin a sequence of patterns.
  func begins(
    _ patterns: [ArgumentPattern], before following: [ArgumentPattern]
  ) -> Bool {
    for (index, pattern) in patterns.enumerated() {
      let rest = Array(patterns[(index + 1)...]) + following
      if case .keyword(let word) = pattern {
        parser.note(.keyword(word, usage: ArgumentPattern.syntax(of: Array(patterns[index...]))))
      }
      if begins(pattern, before: rest) { return true }
      guard pattern.canBeEmpty else { return false }
    }
    return false
  }

  /// Whether the next token can begin a pattern.
  ///
  /// What cannot be read begins nothing; it is reported by whoever wanted it. A word or an expression does not begin with a keyword that may follow it; in quotes a word
  /// may be anything.
  func begins(
    _ pattern: ArgumentPattern, before following: [ArgumentPattern]
  ) -> Bool {
    var ahead = parser
    switch pattern {
    case .word(let name, let role, _):
      let isUnfinished = parser.noteWord(
        .word(role, argument: name), endingBefore: role.stops)
      guard !isUnfinished else { return false }
      let word: (text: String, range: Range<Int>, isQuoted: Bool)?
      do { word = try ahead.lexer.word() } catch { return true }
      guard let word else { return false }
      return word.isQuoted || !following.mayBegin(withKeyword: word.text)
    case .rest:
      return !ahead.rest().isEmpty
    case .optional(let patterns):
      return begins(patterns, before: following)
    case .oneOf(let alternatives), .clauses(let alternatives):
      for alternative in alternatives where begins(alternative, before: following) {
        return true
      }
      return false
    case .commaList(let item), .spaceList(let item):
      return begins(item, before: following)
    default:
      break
    }
    parser.note(pattern)
    guard let token = nextToken() else { return false }
    switch pattern {
    case .keyword(let word):
      return ahead.lexer.source[token.range].lowercased() == word.lowercased()
    case .choice(_, let words):
      // A word such as 4h is read as a number.
      let text = ahead.lexer.source[token.range].lowercased()
      return words.contains { token.isWord($0) || $0 == text }
    case .count: return token.isNumber
    case .number: return token.isNumber || token.isSymbol(.minus) || token.isSymbol(.plus)
    case .expression: return parser.beginsExpression(token) && !isKeyword(token, of: following)
    case .values: return parser.beginsValues(token) && !isKeyword(token, of: following)
    case .candidate: return parser.beginsCandidate(token)
    case .span: return parser.beginsSpan(token)
    case .assignment: return token.isNameOrString && !isKeyword(token, of: following)
    case .text: return token.isString
    case .strategyBlock: return token.isSymbol(.openBrace)
    default: return false
    }
  }

  /// The next token, or `nil` where the statement ends or nothing can be read.
  private func nextToken() -> Token? {
    var ahead = parser
    guard let token = try? ahead.peek(), !token.endsStatement else { return nil }
    return token
  }

  private func isKeyword(_ token: Token, of following: [ArgumentPattern]) -> Bool {
    guard case .identifier(let word) = token.kind else { return false }
    return following.mayBegin(withKeyword: word)
  }

  /// The failure that a pattern was wanted where the next token stands.
  mutating func unmatched(_ pattern: ArgumentPattern) throws(SyntaxFailure) -> SyntaxFailure {
    let token = try parser.peek()
    guard case .choice(_, let words) = pattern, case .identifier(let typed) = token.kind else {
      return parser.unexpected(token, wanted: pattern.wanted)
    }
    // A file where its format is wanted: the ending says which.
    if let ending = words.first(where: { typed.lowercased().hasSuffix("." + $0.lowercased()) }) {
      return .invalid(
        Diagnostic(
          .missingArgument, "'\(typed)' is not \(pattern.wanted)", at: token.range,
          suggestions: ["\(ending) \(typed)"], repairs: token.range))
    }
    return .invalid(
      .unknownWord, "'\(typed)' is not \(pattern.wanted)", at: token.range,
      suggestions: nearestNames(to: typed, among: words))
  }

  /// The range that was meant by `5 to 50`, where values end before the `to`.
  func rangeMeant(by token: Token) -> Diagnostic? {
    guard token.isWord("to"), let values = arguments.last, case .values = values.value else {
      return nil
    }
    var ahead = parser
    guard (try? ahead.advance()) != nil, let end = try? ahead.peek(), case .number = end.kind
    else { return nil }
    let source = parser.lexer.source
    return Diagnostic(
      .unexpectedText, "a range is written with '..'", at: token.range,
      suggestions: ["\(source[values.range])..\(source[end.range])"],
      repairs: values.range.lowerBound..<end.range.upperBound)
  }
}

extension ArgumentPattern {
  /// Whether the pattern may match nothing.
  fileprivate var canBeEmpty: Bool {
    switch self {
    case .optional, .clauses: true
    case .oneOf(let alternatives): alternatives.contains { $0.allSatisfy(\.canBeEmpty) }
    default: false
    }
  }

  /// Whether a word may begin the pattern as a keyword or a choice.
  fileprivate func mayBegin(withKeyword word: String) -> Bool {
    switch self {
    case .keyword(let keyword): keyword.lowercased() == word.lowercased()
    case .choice(_, let words): words.contains { $0.lowercased() == word.lowercased() }
    case .optional(let patterns): patterns.mayBegin(withKeyword: word)
    case .oneOf(let alternatives), .clauses(let alternatives):
      alternatives.contains { $0.mayBegin(withKeyword: word) }
    default: false
    }
  }
}

extension [ArgumentPattern] {
  /// Whether a keyword may come next in these patterns, passing over those that may be empty.
  fileprivate func mayBegin(withKeyword word: String) -> Bool {
    for pattern in self {
      if pattern.mayBegin(withKeyword: word) { return true }
      guard pattern.canBeEmpty else { return false }
    }
    return false
  }
}

extension Token {
  fileprivate var isNumber: Bool { if case .number = kind { true } else { false } }

  fileprivate var isString: Bool { if case .string = kind { true } else { false } }

  fileprivate var isNameOrString: Bool {
    if case .identifier = kind { true } else { isString }
  }
}
