public import PlateauLanguage

/// A statement with the text it came from, ready to be executed.
public struct ParsedStatement: Sendable {
  let statement: Statement
  let source: SourceText

  /// Whether the input ended inside the statement.
  public var isIncomplete: Bool {
    if case .incomplete = statement { true } else { false }
  }

  /// Every statement of a text, in order.
  public static func all(in source: SourceText) -> [ParsedStatement] {
    var parser = StatementParser(source, signatures: CommandTable.signatures)
    var statements: [ParsedStatement] = []
    while true {
      let statement = parser.next()
      if case .end = statement { return statements }
      statements.append(ParsedStatement(statement: statement, source: source))
      if case .incomplete = statement { return statements }
    }
  }
}

extension Session {
  /// Executes a statement that was parsed before; `#=` lines are remarks.
  public func execute(_ parsed: ParsedStatement) throws(SessionError) {
    switch parsed.statement {
    case .command(let call):
      try execute(call, from: parsed.source)
      try stopIfInterrupted(call, parsed.source)
    case .invalid(let diagnostic), .incomplete(let diagnostic):
      throw SessionError(diagnostic: diagnostic, source: parsed.source, status: .commandFailed)
    case .expectation, .end:
      return
    }
  }
}
