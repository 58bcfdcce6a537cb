/// One word, number or sign of a command, with the bytes it was read from.
struct Token: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    case number(NumberLiteral)
    case date(DateLiteral)
    case identifier(String)
    case string(String)
    case symbol(Symbol)
    /// A line's end outside brackets.
    case newline
    case endOfInput
  }

  var kind: Kind
  var range: Range<Int>

  /// Whether a statement ends here.
  var endsStatement: Bool {
    switch kind {
    case .newline, .endOfInput, .symbol(.semicolon): true
    default: false
    }
  }

  /// Whether the token is the given word, in any case.
  func isWord(_ word: String) -> Bool {
    guard case .identifier(let text) = kind else { return false }
    return text == word || text.lowercased() == word.lowercased()
  }

  /// Whether the token is the given sign.
  func isSymbol(_ symbol: Symbol) -> Bool { kind == .symbol(symbol) }
}

/// The signs of the language.
enum Symbol: String, Hashable, Sendable, CaseIterable {
  case range = ".."
  case equal = "=="
  case notEqual = "!="
  case lessOrEqual = "<="
  case greaterOrEqual = ">="
  case less = "<"
  case greater = ">"
  case assign = "="
  case plus = "+"
  case minus = "-"
  case times = "*"
  case divide = "/"
  case power = "^"
  case openParenthesis = "("
  case closeParenthesis = ")"
  case openBracket = "["
  case closeBracket = "]"
  case openBrace = "{"
  case closeBrace = "}"
  case comma = ","
  case semicolon = ";"
}

/// Why reading stopped: the text is wrong, or it is not all there yet.
enum SyntaxFailure: Error {
  /// No continuation can make this right.
  case invalid(Diagnostic)
  /// The input ended inside a bracket or string, or after something that wants more.
  case incomplete(Diagnostic)

  static func invalid(
    _ kind: ErrorKind, _ message: String, at range: Range<Int>, suggestions: [String] = [],
    hint: String? = nil
  ) -> SyntaxFailure {
    .invalid(Diagnostic(kind, message, at: range, suggestions: suggestions, hint: hint))
  }
}
