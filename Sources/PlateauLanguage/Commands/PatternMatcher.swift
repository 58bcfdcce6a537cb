import PlateauColumns

/// Reads the arguments of one command after its patterns.
///
/// Which pattern comes next is decided by the next token alone, so an error always points at the
/// place where reading stopped and nothing is tried twice.
struct PatternMatcher {
  var parser: SyntaxParser
  private(set) var arguments: [Argument] = []

  init(parser: SyntaxParser) {
    self.parser = parser
  }

  /// Reads all arguments up to the statement's end.
  mutating func matchStatement(_ patterns: [ArgumentPattern]) throws(SyntaxFailure) {
    try match(patterns, before: [])
    let next = try parser.peek()
    guard !next.endsStatement else { return }
    if let meant = rangeMeant(by: next) { throw .invalid(meant) }
    if next.isSymbol(.comma), case .expression? = arguments.last?.value {
      throw .invalid(
        .unexpectedText, "conditions are joined by words, not by ','", at: next.range,
        suggestions: ["and"])
    }
    throw .invalid(
      .unexpectedText,
      arguments.isEmpty
        ? "\(parser.shown(next)) is not expected here"
        : "\(parser.shown(next)) is not expected after \(shownBefore)", at: next.range,
      suggestions: nearestNames(
        to: parser.lexer.source[next.range], among: patterns.flatMap(\.literalWords)))
  }

  private var shownBefore: String {
    guard let last = arguments.last else { return "the verb" }
    let text = parser.lexer.source[last.range].split { $0.isWhitespace }.joined(separator: " ")
    return "'\(text.count <= 30 ? text : "…" + text.suffix(30))'"
  }

  /// Reads patterns one after the other; `following` may come after the last.
  private mutating func match(
    _ patterns: [ArgumentPattern], before following: [ArgumentPattern]
  ) throws(SyntaxFailure) {
    for (index, pattern) in patterns.enumerated() {
      try match(pattern, before: Array(patterns[(index + 1)...]) + following)
    }
  }

  private mutating func match(
    _ pattern: ArgumentPattern, before following: [ArgumentPattern]
  ) throws(SyntaxFailure) {
    switch pattern {
    case .optional(let patterns):
      if begins(patterns, before: following) { try match(patterns, before: following) }
    case .oneOf(let alternatives):
      for alternative in alternatives where begins(alternative, before: following) {
        return try match(alternative, before: following)
      }
      throw try unmatched(pattern)
    case .commaList(let item):
      try match(item, before: following)
      while let comma = parser.takeComma() {
        try parser.continueLine(after: comma)
        try match(item, before: following)
      }
    case .spaceList(let item):
      repeat {
        try match(item, before: following)
        if let comma = parser.takeComma() {
          try parser.continueLine(after: comma)
          guard begins(item, before: following) else { throw try unmatched(item) }
        }
      } while begins(item, before: following)
    case .clauses(let clauses):
      try match(clauses: clauses, before: following)
    default:
      guard begins(pattern, before: following) else { throw try unmatched(pattern) }
      try matchOne(pattern)
    }
  }

  private mutating func match(
    clauses: [[ArgumentPattern]], before following: [ArgumentPattern]
  ) throws(SyntaxFailure) {
    var seen: [Int] = []
    while true {
      var next: Int?
      for (index, clause) in clauses.enumerated()
      where !(seen.contains(index) && parser.completesHere) && begins(clause, before: following) {
        next = index
        break
      }
      guard let index = next else { return }
      let token = try parser.peek()
      guard !seen.contains(index) else {
        throw .invalid(.givenTwice, "\(parser.shown(token)) is given twice", at: token.range)
      }
      seen.append(index)
      try match(clauses[index], before: [.clauses(clauses)] + following)
    }
  }

  /// Reads a pattern that is one argument.
  private mutating func matchOne(_ pattern: ArgumentPattern) throws(SyntaxFailure) {
    let start = nextOffset()
    parser.expectations?.argument = pattern.argumentName ?? ""
    let name: String
    let value: Argument.Value
    switch pattern {
    case .word(let label, let role, _):
      guard let word = try parser.lexer.word(endingBefore: role.stops) else {
        throw try unmatched(pattern)
      }
      (name, value) = (label, .word(word.text))
    case .keyword(let word):
      try parser.advance()
      (name, value) = (word, .flag)
    case .choice(let label, let words):
      (name, value) = (label, .choice(try choice(of: words)))
    case .count(let label):
      (name, value) = (label, .count(try parser.wholeNumber(wanted: "N", atLeast: 0)))
    case .number(let label):
      (name, value) = (label, try number())
    case .expression(let label):
      (name, value) = (label, .expression(try parser.expression()))
    case .values(let label):
      (name, value) = (label, .values(try parser.values()))
    case .candidate(let label):
      (name, value) = (label, .candidate(try parser.candidate()))
    case .span(let label):
      (name, value) = (label, .span(try parser.span()))
    case .assignment(let label):
      (name, value) = (label, .assignment(try parser.assignment()))
    case .text(let label):
      guard case .string(let text) = try parser.advance().kind else { return }
      (name, value) = (label, .text(text))
    case .rest(let label):
      (name, value) = (label, .text(parser.rest()))
    case .strategyBlock(let label):
      (name, value) = (label, .block(try parser.strategyBlock()))
    case .optional, .oneOf, .commaList, .spaceList, .clauses:
      return
    }
    arguments.append(
      Argument(name: name, value: value, range: start..<max(start, parser.lexer.previousEnd)))
    parser.expectations?.arguments = arguments
  }

  private mutating func nextOffset() -> Int {
    parser.lexer.skipSpace(from: parser.lexer.position)
  }

  private mutating func choice(of words: [String]) throws(SyntaxFailure) -> String {
    let token = try parser.advance()
    let text = parser.lexer.source[token.range]
    return words.first { token.isWord($0) || $0 == text.lowercased() } ?? text
  }

  private mutating func number() throws(SyntaxFailure) -> Argument.Value {
    let isNegative = try parser.take(.minus) != nil
    if !isNegative { _ = try parser.take(.plus) }
    let token = try parser.peek()
    guard case .number(let literal) = token.kind else {
      throw parser.unexpected(token, wanted: "a number")
    }
    try parser.advance()
    return .number(isNegative ? -literal.value : literal.value, literal)
  }
}
