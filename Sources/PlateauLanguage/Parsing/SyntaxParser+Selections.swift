extension SyntaxParser {
  // MARK: Stretches of time

  /// Whether a stretch of time may begin with a token.
  func beginsSpan(_ token: Token) -> Bool {
    if case .date = token.kind { return true }
    if case .number(let literal) = token.kind { return Self.isYear(literal) }
    return token.isWord("all") || token.isWord("last")
  }

  /// Whether a number is what someone types who means a whole year; it is refused with its repair.
  private static func isYear(_ literal: NumberLiteral) -> Bool {
    literal.unit == nil && literal.text.count == 4 && (1000...2999).contains(literal.value)
  }

  /// Reads `all`, `last 1y`, `last 20%`, `last 500 bars`, a date, or two dates.
  mutating func span() throws(SyntaxFailure) -> SpanSyntax {
    let first = try peek()
    let form: SpanSyntax.Form
    if try take(word: "all") != nil {
      form = .all
    } else if try take(word: "last") != nil {
      form = try lastSpan()
    } else if case .date(let date) = first.kind {
      form = try dates(from: date, first)
    } else if case .number(let literal) = first.kind, Self.isYear(literal) {
      throw .invalid(
        .dateForm, "a date has a month and a day", at: first.range,
        suggestions: ["\(literal.text)-01-01"])
    } else {
      throw unexpected(first, wanted: "'all', 'last …' or a date")
    }
    return SpanSyntax(form: form, range: first.range.lowerBound..<lexer.previousEnd)
  }

  private mutating func dates(
    from first: DateLiteral, _ token: Token
  ) throws(SyntaxFailure) -> SpanSyntax.Form {
    try advance()
    guard let range = try take(.range) else { return .dates(first, first) }
    try continueLine(after: range)
    note(.date)
    let end = try peek()
    guard case .date(let last) = end.kind else {
      throw unexpected(end, wanted: "a date such as 2020-12-31")
    }
    try advance()
    guard first.timestamp <= last.timestamp else {
      throw .invalid(
        .range, "the first date is after the last",
        at: token.range.lowerBound..<end.range.upperBound,
        suggestions: ["\(last.text)..\(first.text)"])
    }
    return .dates(first, last)
  }

  private mutating func lastSpan() throws(SyntaxFailure) -> SpanSyntax.Form {
    note(.length)
    let token = try peek()
    guard case .number(let literal) = token.kind else {
      throw unexpected(token, wanted: "a length such as 1y, 20% or 500 bars")
    }
    try advance()
    guard literal.value > 0 else {
      throw .invalid(.outOfBounds, "a stretch of time is longer than nothing", at: token.range)
    }
    switch literal.unit {
    case .percent?, .basisPoints?:
      guard literal.value <= 1 else {
        throw .invalid(.outOfBounds, "there is no more than 100%", at: token.range)
      }
      return .lastShare(literal.value)
    case let unit?:
      return .lastTime(literal.quantity, unit)
    case nil:
      guard literal.decimal.isWhole, let count = Int(exactly: literal.value) else {
        throw .invalid(.wholeNumber, "bars are counted in whole numbers", at: token.range)
      }
      if try take(word: "bars") == nil {
        guard try peek().isWord("bar") else {
          throw .invalid(
            .unit, "a number alone is no length of time", at: token.range,
            suggestions: ["\(literal.text) bars", "\(literal.text)d"])
        }
        try advance()
      }
      return .lastBars(count)
    }
  }

  // MARK: Candidates

  /// Whether a candidate may begin with the next token.
  func beginsCandidate(_ token: Token) -> Bool {
    if case .number = token.kind { return true }
    return token.isWord("best") || token.isWord("rank") || runNumber(token) != nil
  }

  /// The number of the run named by `r2:`, if the token is that.
  private func runNumber(_ token: Token) -> Int? {
    guard case .identifier(let word) = token.kind, word.first == "r" || word.first == "R",
      lexer.byte(token.range.upperBound) == UInt8(ascii: ":")
    else { return nil }
    return Int(word.dropFirst())
  }

  /// Reads `17`, `best`, `rank 3`, or one of these after `r2:`.
  mutating func candidate() throws(SyntaxFailure) -> CandidateSyntax {
    let first = try peek()
    let run = runNumber(first)
    if run != nil { lexer.move(to: first.range.upperBound + 1) }
    note(.candidate(ofRun: run))
    let token = try peek()
    let form: CandidateSyntax.Form
    if try take(word: "best") != nil {
      form = .best
    } else if try take(word: "rank") != nil {
      form = .rank(try wholeNumber(wanted: "a rank", atLeast: 1))
    } else if case .number = token.kind {
      form = .number(try wholeNumber(wanted: "a candidate's number", atLeast: 0))
    } else {
      throw unexpected(token, wanted: "a candidate (17, best, rank 3 or r2:17)")
    }
    return CandidateSyntax(
      run: run, form: form, range: first.range.lowerBound..<lexer.previousEnd)
  }

  // MARK: Whole numbers

  /// Reads a whole number without a unit.
  mutating func wholeNumber(wanted: String, atLeast minimum: Int) throws(SyntaxFailure) -> Int {
    let token = try peek()
    guard case .number(let literal) = token.kind else {
      throw unexpected(token, wanted: "\(wanted) (a whole number)")
    }
    guard literal.unit == nil, literal.decimal.isWhole else {
      throw .invalid(.wholeNumber, "\(wanted) is a whole number", at: token.range)
    }
    guard literal.value < 0x1p53, let number = Int(exactly: literal.value) else {
      throw .invalid(.tooLarge, "\(wanted) is too large", at: token.range)
    }
    guard number >= minimum else {
      throw .invalid(.outOfBounds, "\(wanted) is at least \(minimum)", at: token.range)
    }
    try advance()
    return number
  }
}
