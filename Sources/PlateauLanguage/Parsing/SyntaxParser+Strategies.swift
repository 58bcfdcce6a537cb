import PlateauColumns

extension SyntaxParser {
  /// Reads a strategy block: statements between braces, one a line or separated by `;`.
  mutating func strategyBlock() throws(SyntaxFailure) -> StrategySyntax {
    let opener = try peek()
    guard opener.isSymbol(.openBrace) else { throw unexpected(opener, wanted: "'{'") }
    var statements: [StrategyStatement] = []
    expectations?.block = []
    let end = try inBlock(opener) { parser throws(SyntaxFailure) in
      while true {
        let token = try parser.peek()
        if token.kind == .newline || token.isSymbol(.semicolon) {
          try parser.advance()
        } else if token.isSymbol(.closeBrace) {
          parser.expectations?.block = nil
          return try parser.advance().range.upperBound
        } else {
          statements.append(try parser.strategyStatement())
          parser.expectations?.block = statements
          let next = try parser.peek()
          guard next.endsStatement || next.isSymbol(.closeBrace), next.kind != .endOfInput else {
            throw parser.unexpected(next, wanted: "the statement's end")
          }
        }
      }
    }
    let range = opener.range.lowerBound..<end
    return StrategySyntax(statements: statements, range: range, text: lexer.source[range])
  }

  private mutating func strategyStatement() throws(SyntaxFailure) -> StrategyStatement {
    let first = try peek()
    note(.blockStatement)
    guard case .identifier(let word) = first.kind else {
      throw unexpected(first, wanted: "a statement")
    }
    try advance()
    expectations?.blockWord = word.lowercased()
    let kind: StrategyStatement.Kind
    if let rule = StrategyRule(rawValue: word.lowercased()) {
      try require(word: "when")
      kind = .rule(rule, try expression())
    } else if let level = StrategyLevel(rawValue: word.lowercased()) {
      kind = .level(level, try expression(.sum))
    } else {
      switch word.lowercased() {
      case "param": kind = try parameter()
      case "let":
        let (name, range) = try declaredName()
        kind = .definition(name, range, try expression())
      case "exit": kind = try exit()
      case "reversal":
        try require(word: "off")
        kind = .reversalOff
      case "size": kind = try size()
      case "order":
        let units = try expression(.sum)
        try require(word: "when", hint: "order UNITS when RULE")
        kind = .order(units: units, when: try expression())
      case "start": kind = .start(try expression(.sum))
      case "fill": kind = try fill()
      default:
        throw unknownStatement(word, first.range)
      }
    }
    return StrategyStatement(kind: kind, range: first.range.lowerBound..<lexer.previousEnd)
  }

  private func unknownStatement(_ word: String, _ range: Range<Int>) -> SyntaxFailure {
    let rules = StrategyRule.allCases.map(\.rawValue).joined(separator: "|")
    let levels = StrategyLevel.allCases.map(\.rawValue).joined(separator: "|")
    return .invalid(
      .unknownWord, "a strategy has no statement '\(word)'", at: range,
      suggestions: nearestNames(to: word, among: StrategyStatement.words),
      hint: "statements: param NAME = DEFAULT [in VALUES], let NAME = EXPR, \(rules) when RULE, "
        + "\(levels) FRACTION, exit after N bars|days, exit at session end, "
        + "size \(StrategySizing.usage), reversal off, order UNITS when RULE, start SHARE, "
        + "fill close|next_open")
  }

  private mutating func parameter() throws(SyntaxFailure) -> StrategyStatement.Kind {
    let (name, range) = try declaredName()
    let value = try expression(.sum)
    let values = try take(word: "in") == nil ? nil : try self.values()
    return .parameter(name, range, default: value, values: values)
  }

  /// Reads `NAME =`.
  private mutating func declaredName() throws(SyntaxFailure) -> (String, Range<Int>) {
    let token = try peek()
    guard case .identifier(let name) = token.kind else {
      throw unexpected(token, wanted: "a name")
    }
    guard !operatorWords.contains(name.lowercased()) else {
      throw .invalid(.nameForm, "'\(name)' is an operator and cannot be a name", at: token.range)
    }
    try advance()
    note(.keyword("=", usage: "="))
    guard let sign = try take(.assign) else {
      throw unexpected(try peek(), wanted: "'=' after '\(name)'")
    }
    try continueLine(after: sign)
    return (name, token.range)
  }
}
