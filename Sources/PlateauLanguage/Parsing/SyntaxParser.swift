/// Builds syntax from tokens; what may stand where is asked for by the caller.
///
/// Its extensions read one construct each. All recursion goes through `nested`, so no input can
/// exhaust the stack.
struct SyntaxParser {
  var lexer: Lexer
  /// Where completion notes what is looked for at the end of the text; `nil` while none does.
  let expectations: Expectations?
  /// The brackets that are open, outermost first.
  private(set) var openers: [Range<Int>] = []
  private var depth = 0

  /// Brackets, signs and powers within each other; far more than anyone types.
  static let deepestNesting = 64
  /// Arguments of one call.
  static let mostArguments = 100
  /// Steps of one expression from its outermost operator down.
  static let deepestExpression = 200

  init(_ lexer: Lexer, noting expectations: Expectations? = nil) {
    self.lexer = lexer
    self.expectations = expectations
  }

  // MARK: Tokens

  mutating func peek() throws(SyntaxFailure) -> Token { try lexer.peek() }

  @discardableResult
  mutating func advance() throws(SyntaxFailure) -> Token { try lexer.advance() }

  /// Consumes the next token if it is the given sign.
  mutating func take(_ symbol: Symbol) throws(SyntaxFailure) -> Token? {
    guard try peek().isSymbol(symbol) else { return nil }
    return try advance()
  }

  /// Consumes a comma between words, which need not be readable as tokens.
  mutating func takeComma() -> Token? {
    let start = lexer.skipSpace(from: lexer.position)
    guard lexer.byte(start) == UInt8(ascii: ",") else { return nil }
    lexer.move(to: start + 1)
    return Token(kind: .symbol(.comma), range: start..<start + 1)
  }

  /// Consumes the next token if it is the given word, in any case.
  mutating func take(word: String) throws(SyntaxFailure) -> Token? {
    note(.keyword(word, usage: word))
    guard try peek().isWord(word) else { return nil }
    return try advance()
  }

  /// Goes to the next line after an operator or a comma that ended one.
  mutating func continueLine(after token: Token) throws(SyntaxFailure) {
    var offset = lexer.skipSpace(from: lexer.position)
    while lexer.byte(offset) == UInt8(ascii: "\n") {
      lexer.move(to: offset + 1)
      offset = lexer.skipSpace(from: offset + 1)
    }
    guard lexer.byte(offset) == nil, expectations == nil else { return }
    throw unfinished(after: token.range)
  }

  // MARK: Brackets

  /// Consumes an opening bracket; newlines are white space until it closes.
  mutating func open(_ opener: Token) throws(SyntaxFailure) {
    try advance()
    openers.append(opener.range)
    lexer.nesting += 1
  }

  /// Consumes the closing bracket of the innermost open one.
  mutating func close(_ symbol: Symbol) throws(SyntaxFailure) {
    let token = try peek()
    guard token.isSymbol(symbol) else { throw unexpected(token, wanted: "'\(symbol.rawValue)'") }
    lexer.nesting -= 1
    openers.removeLast()
    lexer.move(to: token.range.upperBound)
  }

  /// Reads the statements of a block, where newlines separate statements again.
  mutating func inBlock<Result>(
    _ opener: Token, _ read: (inout SyntaxParser) throws(SyntaxFailure) -> Result
  ) throws(SyntaxFailure) -> Result {
    try advance()
    let outer = lexer.nesting
    lexer.nesting = 0
    openers.append(opener.range)
    let result = try read(&self)
    openers.removeLast()
    lexer.nesting = outer
    return result
  }

  /// Reads something that may contain itself.
  mutating func nested<Result>(
    at range: Range<Int>, as place: OperandPlace? = nil,
    _ read: (inout SyntaxParser) throws(SyntaxFailure) -> Result
  ) throws(SyntaxFailure) -> Result {
    guard depth < Self.deepestNesting else {
      throw .invalid(
        .tooLong, "brackets and signs are nested more than \(Self.deepestNesting) deep", at: range)
    }
    depth += 1
    if let place { expectations?.openPlaces.append(place) }
    defer {
      depth -= 1
      if place != nil { _ = expectations?.openPlaces.popLast() }
    }
    return try read(&self)
  }

  // MARK: Failures

  /// The failure that something else was wanted where `token` stands.
  ///
  /// At the end of the input inside a bracket this is no error yet: more may come.
  func unexpected(_ token: Token, wanted: String) -> SyntaxFailure {
    if token.kind == .endOfInput, let opener = openers.last {
      return .incomplete(
        Diagnostic(.unclosed, "'\(lexer.source[opener])' is not closed", at: opener))
    }
    guard !token.endsStatement else {
      return .invalid(
        .missingArgument, "\(wanted) is missing", at: lexer.previousEnd..<lexer.previousEnd)
    }
    return .invalid(
      .missingArgument, "\(wanted) is missing before \(shown(token))", at: token.range)
  }

  /// The failure that the input ended after something that wants more.
  func unfinished(after range: Range<Int>) -> SyntaxFailure {
    let opener = openers.last ?? range
    let message =
      openers.isEmpty
      ? "something is missing after '\(lexer.source[range])'"
      : "'\(lexer.source[opener])' is not closed"
    return .incomplete(Diagnostic(.unclosed, message, at: opener))
  }

  /// The token in quotes, cut short where it is long.
  func shown(_ token: Token) -> String {
    let text = lexer.source[token.range]
    return text.count <= 30 ? "'\(text)'" : "'\(text.prefix(30))…'"
  }
}
