public import PlateauLanguage

/// A statement with the text it came from, ready to be executed.
public struct ParsedStatement: Sendable {
  let statement: Statement
  let source: SourceText
  /// Whether the statement is broken, and its block goes on past the end of the text.
  public let isInsideBlock: Bool

  /// Whether the input ended inside the statement.
  public var isIncomplete: Bool {
    if case .incomplete = statement { true } else { false }
  }

  /// Whether it is a command that could be read.
  public var isCommand: Bool {
    if case .command = statement { true } else { false }
  }

  /// The statement as it was written.
  public let text: String

  /// Every statement of a text, in order.
  ///
  /// - Parameters:
  ///   - source: The text.
  ///   - isTyped: Whether someone is typing it: an unclosed string then waits for more lines.
  /// - Returns: The statements; nothing follows an unfinished one.
  public static func all(in source: SourceText, isTyped: Bool = false) -> [ParsedStatement] {
    var parser = StatementParser(
      source, signatures: CommandTable.signatures, stringsRunOn: isTyped)
    var statements: [ParsedStatement] = []
    while true {
      let start = parser.offset
      let statement = parser.next()
      if case .end = statement { return statements }
      let written =
        if case .command(let call) = statement { call.text } else {
          source[start..<max(start, parser.offset)]
        }
      let text = written.drop { $0.isWhitespace || $0 == ";" }
      statements.append(
        ParsedStatement(
          statement: statement, source: source, isInsideBlock: parser.isInsideBlock,
          text: String(text)))
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
      lastError = diagnostic
      throw SessionError(diagnostic: diagnostic, source: parsed.source, status: .commandFailed)
    case .expectation, .end:
      return
    }
  }
}
