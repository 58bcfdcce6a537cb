import PlateauColumns

/// Words that are operators and can never be names.
let operatorWords = ["and", "or", "not", "in", "crosses", "above", "below"]

extension SyntaxParser {
  /// Reads an expression whose operators bind at least as tightly as `loosest`.
  ///
  /// Two operands never stand side by side, so the expression ends before any word that is no
  /// operator.
  mutating func expression(
    _ loosest: ExpressionSyntax.Precedence = .or
  ) throws(SyntaxFailure) -> ExpressionSyntax {
    var left = try operand(loosest)
    noteOperators(after: left, loosest)
    while let (operation, token) = try infix(loosest) {
      try advance()
      if case .crosses = operation { try direction(after: token) }
      try continueLine(after: token)
      let tighter =
        operation.precedence == .power ? .power : operation.precedence.tighter
      let right = try nested(at: token.range) { parser throws(SyntaxFailure) in
        try parser.expression(tighter)
      }
      let whole = operation.joining(left, right)
      if operation.precedence == .comparison { try refuseChain(after: whole, right) }
      guard whole.depth <= Self.deepestExpression else {
        throw .invalid(
          .tooLong, "an expression of more than \(Self.deepestExpression) steps is too long",
          at: token.range)
      }
      left = whole
      noteOperators(after: left, loosest)
    }
    return left
  }

  // MARK: Operators

  private enum Infix {
    case binary(BinaryOperation)
    case crosses(CrossingDirection)

    var precedence: ExpressionSyntax.Precedence {
      switch self {
      case .binary(let operation): operation.precedence
      case .crosses: .comparison
      }
    }

    func joining(_ left: ExpressionSyntax, _ right: ExpressionSyntax) -> ExpressionSyntax {
      let range = left.range.lowerBound..<right.range.upperBound
      return switch self {
      case .binary(let operation): ExpressionSyntax(.binary(operation, left, right), at: range)
      case .crosses(let direction):
        ExpressionSyntax(.crosses(direction, left, right), at: range)
      }
    }
  }

  /// The operator that stands next, if it binds at least as tightly as `loosest`.
  private mutating func infix(
    _ loosest: ExpressionSyntax.Precedence
  ) throws(SyntaxFailure) -> (Infix, Token)? {
    let token = try peek()
    let operation: Infix
    switch token.kind {
    case .symbol(.assign): operation = .binary(.equal)
    case .symbol(let symbol):
      guard let known = BinaryOperation(rawValue: symbol.rawValue) else { return nil }
      operation = .binary(known)
    case .identifier(let word):
      switch word.lowercased() {
      case "and": operation = .binary(.and)
      case "or": operation = .binary(.or)
      case "crosses": operation = .crosses(try crossingDirection())
      default: return nil
      }
    default: return nil
    }
    return operation.precedence >= loosest ? (operation, token) : nil
  }

  /// Looks at the word after `crosses` without consuming anything.
  private func crossingDirection() throws(SyntaxFailure) -> CrossingDirection {
    var ahead = self
    let crosses = try ahead.advance()
    try ahead.continueLine(after: crosses)
    let token = try ahead.peek()
    for word in ["above", "below"] { ahead.note(.keyword(word, usage: "crosses \(word)")) }
    if token.isWord("above") { return .above }
    if token.isWord("below") { return .below }
    guard !token.endsStatement else {
      throw .invalid(
        .missingArgument, "'above' or 'below' is missing after 'crosses'", at: crosses.range)
    }
    throw .invalid(
      .unexpectedText, "'crosses' is followed by 'above' or 'below', not \(shown(token))",
      at: token.range)
  }

  private mutating func direction(after crosses: Token) throws(SyntaxFailure) {
    try continueLine(after: crosses)
    try advance()
  }

  private mutating func refuseChain(
    after whole: ExpressionSyntax, _ middle: ExpressionSyntax
  ) throws(SyntaxFailure) {
    guard let (next, token) = try infix(.comparison), next.precedence == .comparison else { return }
    try advance()
    if case .crosses = next { try direction(after: token) }
    try continueLine(after: token)
    let last = try expression(.sum)
    let repaired = "\(whole.text) and \(next.joining(middle, last).text)"
    let range = whole.range.lowerBound..<last.range.upperBound
    throw .invalid(
      Diagnostic(
        .comparisonChain, "comparisons do not chain", at: range, suggestions: [repaired],
        repairs: range))
  }

  // MARK: Operands

  private mutating func operand(
    _ loosest: ExpressionSyntax.Precedence
  ) throws(SyntaxFailure) -> ExpressionSyntax {
    let token = try peek()
    noteOperand(of: expectations?.argument ?? "", loosest)
    if token.isSymbol(.minus) || token.isSymbol(.plus) {
      return try signed(token)
    }
    if token.isWord("not") {
      guard loosest <= .not else {
        throw .invalid(
          .unexpectedText, "'not' stands inside an operation; put it in parentheses",
          at: token.range)
      }
      try advance()
      try continueLine(after: token)
      let inner = try nested(at: token.range) { parser throws(SyntaxFailure) in
        try parser.expression(.not)
      }
      return ExpressionSyntax(
        .unary(.not, inner), at: token.range.lowerBound..<inner.range.upperBound)
    }
    var value = try primary()
    while try peek().isSymbol(.openBracket) { value = try bracketed(value) }
    return value
  }

  private mutating func signed(_ sign: Token) throws(SyntaxFailure) -> ExpressionSyntax {
    try advance()
    try continueLine(after: sign)
    let inner = try nested(at: sign.range) { parser throws(SyntaxFailure) in
      try parser.expression(.power)
    }
    guard sign.isSymbol(.minus) else { return inner }
    return ExpressionSyntax(
      .unary(.negate, inner), at: sign.range.lowerBound..<inner.range.upperBound)
  }

  private mutating func primary() throws(SyntaxFailure) -> ExpressionSyntax {
    let token = try peek()
    switch token.kind {
    case .number(let literal):
      try advance()
      return ExpressionSyntax(.number(literal), at: token.range)
    case .string(let text):
      try advance()
      return ExpressionSyntax(.text(text), at: token.range)
    case .identifier(let name) where !operatorWords.contains(name.lowercased()):
      try advance()
      guard try peek().isSymbol(.openParenthesis) else {
        return ExpressionSyntax(.name(name), at: token.range)
      }
      return try call(name, token)
    case .symbol(.openParenthesis):
      try open(token)
      let inner = try nested(at: token.range) { parser throws(SyntaxFailure) in
        try parser.expression()
      }
      try close(.closeParenthesis)
      return inner
    case .date:
      throw .invalid(.typeMismatch, "a date cannot stand in an expression", at: token.range)
    default:
      throw unexpected(token, wanted: "a value")
    }
  }

  private mutating func call(
    _ name: String, _ nameToken: Token
  ) throws(SyntaxFailure) -> ExpressionSyntax {
    try open(try peek())
    var arguments: [ExpressionSyntax] = []
    if try !peek().isSymbol(.closeParenthesis) {
      repeat {
        let place = OperandPlace.argument(arguments.count, of: name.lowercased())
        let argument = try nested(at: nameToken.range, as: place) {
          parser throws(SyntaxFailure) in
          try parser.expression()
        }
        arguments.append(argument)
        guard arguments.count <= Self.mostArguments else {
          throw .invalid(
            .argumentCount, "'\(name)' has more than \(Self.mostArguments) arguments",
            at: nameToken.range)
        }
      } while try take(.comma) != nil
    }
    try close(.closeParenthesis)
    return ExpressionSyntax(
      .call(name, arguments), at: nameToken.range.lowerBound..<lexer.previousEnd)
  }

  /// Reads `[1]` after a value, or `[bear]` after a name.
  private mutating func bracketed(
    _ value: ExpressionSyntax
  ) throws(SyntaxFailure) -> ExpressionSyntax {
    let opener = try peek()
    try open(opener)
    if let name = value.name { note(.label(of: name)) }
    let inner = try nested(at: opener.range, as: .lookBack) { parser throws(SyntaxFailure) in
      try parser.expression()
    }
    try close(.closeBracket)
    let range = value.range.lowerBound..<lexer.previousEnd
    guard let name = value.name, let label = inner.word else {
      return try checked(ExpressionSyntax(.lookBack(value, bars: inner), at: range))
    }
    return ExpressionSyntax(
      .labelled(name: name, label: label, labelRange: inner.range), at: range)
  }

  private func checked(_ value: ExpressionSyntax) throws(SyntaxFailure) -> ExpressionSyntax {
    guard value.depth <= Self.deepestExpression else {
      throw .invalid(.tooLong, "too many look backs of look backs", at: value.range)
    }
    return value
  }
}
