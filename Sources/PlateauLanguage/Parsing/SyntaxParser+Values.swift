extension SyntaxParser {
  /// Whether VALUES may begin with a token.
  func beginsValues(_ token: Token) -> Bool {
    switch token.kind {
    case .symbol(.openBrace), .symbol(.assign): true
    default: beginsExpression(token)
    }
  }

  /// Whether an expression may begin with a token.
  func beginsExpression(_ token: Token) -> Bool {
    switch token.kind {
    case .number, .string, .date, .symbol(.minus), .symbol(.plus), .symbol(.openParenthesis): true
    case .identifier(let word):
      !operatorWords.contains(word.lowercased()) || word.lowercased() == "not"
    default: false
    }
  }

  /// Reads VALUES: `5..50 step 5`, `{1%, 2%}`, `a, b`, `fraction 50%`, `uniform(0, 1)`.
  mutating func values() throws(SyntaxFailure) -> ValuesSyntax {
    let first = try peek()
    if first.isSymbol(.assign) {
      throw .invalid(.unexpectedText, "values follow their name without '='", at: first.range)
    }
    if case .identifier(let word) = first.kind, try modeFollows() {
      try advance()
      let form = try valuesForm()
      return ValuesSyntax(
        mode: word, modeRange: first.range, form: form,
        range: first.range.lowerBound..<lexer.previousEnd)
    }
    let form = try valuesForm()
    return ValuesSyntax(
      mode: nil, modeRange: nil, form: form, range: first.range.lowerBound..<lexer.previousEnd)
  }

  /// Whether a value follows the next word directly, which makes the word a mode.
  private func modeFollows() throws(SyntaxFailure) -> Bool {
    var ahead = self
    if case .identifier(let word) = try ahead.advance().kind { ahead.note(.amount(mode: word)) }
    switch try ahead.peek().kind {
    case .number, .symbol(.openBrace): return true
    case .symbol(.minus), .symbol(.plus):
      // A word is no number, so nothing can be taken from it: the sign is the amount's.
      try ahead.advance()
      if case .number = try ahead.peek().kind { return true }
      return false
    default: return false
    }
  }

  private mutating func valuesForm() throws(SyntaxFailure) -> ValuesSyntax.Form {
    let first = try peek()
    if first.isSymbol(.openBrace) { return try set(first) }
    let item = try item()
    guard case .expression(let low) = item else { return try list(from: item) }
    if case .call(let name, let arguments) = low.kind,
      ValuesSyntax.distributions.contains(name.lowercased())
    {
      return .distribution(name.lowercased(), arguments)
    }
    if let range = try take(.range) { return .range(try bounds(from: low, range)) }
    return try list(from: item)
  }

  private mutating func set(_ opener: Token) throws(SyntaxFailure) -> ValuesSyntax.Form {
    try open(opener)
    var items: [ValuesSyntax.Item] = []
    if try !peek().isSymbol(.closeBrace) {
      repeat {
        items.append(try item())
        let next = try peek()
        guard !next.isSymbol(.range) else {
          throw .invalid(.unexpectedText, "a range stands without braces", at: next.range)
        }
      } while try take(.comma) != nil
    }
    try close(.closeBrace)
    guard !items.isEmpty else {
      throw .invalid(
        .missingArgument, "this set has no values", at: opener.range.lowerBound..<lexer.previousEnd)
    }
    return .items(items, inBraces: true)
  }

  private mutating func list(
    from first: ValuesSyntax.Item
  ) throws(SyntaxFailure) -> ValuesSyntax.Form {
    var items = [first]
    while let comma = try take(.comma) {
      try continueLine(after: comma)
      items.append(try item())
    }
    return .items(items, inBraces: false)
  }

  private mutating func item() throws(SyntaxFailure) -> ValuesSyntax.Item {
    let first = try peek()
    note(.item)
    if first.isSymbol(.plus) {
      var ahead = self
      try ahead.advance()
      ahead.note(.addedName)
      let token = try ahead.peek()
      if case .identifier(let name) = token.kind {
        try ahead.advance()
        self = ahead
        return .added(name, first.range.lowerBound..<token.range.upperBound)
      }
    }
    return .expression(try expression(.sum))
  }

  private mutating func bounds(
    from low: ExpressionSyntax, _ range: Token
  ) throws(SyntaxFailure) -> ValuesSyntax.Bounds {
    try continueLine(after: range)
    let high = try expression(.sum)
    let isLogarithmic = try take(word: "log") != nil
    var step: ExpressionSyntax?
    var count: ExpressionSyntax?
    if try take(word: "step") != nil {
      step = try expression(.sum)
    } else if try take(word: "count") != nil {
      count = try expression(.sum)
    }
    let next = try peek()
    guard !next.isSymbol(.range) else {
      throw .invalid(
        .range, "a range has two ends; a distance is given with 'step'", at: next.range)
    }
    guard !next.isWord("step"), !next.isWord("count") else {
      throw .invalid(.range, "a range takes 'step' or 'count', not both", at: next.range)
    }
    return ValuesSyntax.Bounds(
      low: low, high: high, isLogarithmic: isLogarithmic, step: step, count: count)
  }
}
