/// Reads statements one after another.
///
/// It is asked for each: a command that was carried out may change what follows, and where a word
/// ends depends on the command's signature.
public struct StatementParser: Sendable {
  private let source: SourceText
  private let signatures: [CommandSignature]
  private let stringsRunOn: Bool
  private var isFinished = false
  /// Whether the text ends in a comment before the next statement.
  private var endsInComment = false

  /// Where the next statement starts.
  ///
  /// After `.incomplete` it is where the unfinished statement starts, so that a prompt can read
  /// more lines and try again from there.
  public private(set) var offset: Int
  /// Whether the latest `.invalid` statement opened a block that the source does not close.
  ///
  /// Where more text may come, the lines up to the block's end belong to that statement.
  public private(set) var isInsideBlock = false

  /// Creates a parser.
  ///
  /// - Parameters:
  ///   - source: The text.
  ///   - signatures: The commands there are.
  ///   - offset: The byte to begin at.
  ///   - stringsRunOn: Whether an unclosed string is `.incomplete` and may run over lines, as
  ///     where someone is typing; elsewhere a string ends on its line.
  public init(
    _ source: SourceText, signatures: [CommandSignature], from offset: Int = 0,
    stringsRunOn: Bool = false
  ) {
    self.source = source
    self.signatures = signatures
    self.stringsRunOn = stringsRunOn
    let hasMark = source.bytes.starts(with: [0xEF, 0xBB, 0xBF])
    self.offset = hasMark ? max(3, offset) : offset
  }

  /// Reads the next statement.
  public mutating func next() -> Statement {
    guard !isFinished else { return .end }
    if let expectation = skipToStatement() { return expectation }
    guard offset < source.bytes.count else { return .end }
    isInsideBlock = false
    var parser = SyntaxParser(Lexer(source, at: offset, stringsRunOn: stringsRunOn))
    do throws(SyntaxFailure) {
      let call = try command(&parser)
      offset = parser.lexer.position
      return .command(call)
    } catch {
      switch error {
      case .incomplete(let diagnostic):
        isFinished = true
        return .incomplete(diagnostic)
      case .invalid(let diagnostic):
        let failure = diagnostic.range?.lowerBound ?? offset
        let end = StatementEnd.after(offset, failingAt: failure, in: source.bytes)
        isInsideBlock = end.isInsideBlock
        // Behind curly quotes and in a string that does not end, a `;` separates nothing.
        let isForeign = diagnostic.kind == .unreadableCharacter && source.bytes[failure] >= 0x80
        let isText = !isForeign && diagnostic.kind != .unclosed
        offset = (isText ? end.separators.first : nil) ?? end.offset
        return .invalid(diagnostic)
      }
    }
  }

  /// Reads to the end and notes what the last statement wants there.
  mutating func readToEnd(noting expectations: Expectations) {
    while true {
      expectations.begin()
      if skipToStatement() != nil {
        guard source.bytes[offset...].contains(0x0A) else { return }
        continue
      }
      guard !endsInComment else { return }
      var parser = SyntaxParser(
        Lexer(source, at: offset, stringsRunOn: true, isCompleting: true), noting: expectations)
      do throws(SyntaxFailure) {
        _ = try command(&parser)
        guard try parser.peek().kind != .endOfInput else { return }
        offset = parser.lexer.position
      } catch {
        guard case .invalid(let diagnostic) = error else { return }
        let end = StatementEnd.after(
          offset, failingAt: diagnostic.range?.lowerBound ?? offset, in: source.bytes)
        offset = end.separators.first ?? end.offset
        guard offset < source.bytes.count else { return }
      }
    }
  }

  /// Passes over blank lines, comments and separators; answers an expectation where one stands.
  private mutating func skipToStatement() -> Statement? {
    var lexer = Lexer(source, at: offset)
    while true {
      if let line = expectationLine(at: lexer.position) {
        offset = line.upperBound
        let text = source[line.lowerBound + 2..<line.upperBound]
        return .expectation(text.trimmed, line)
      }
      offset = lexer.skipSpace(from: lexer.position)
      endsInComment = lexer.endsInComment
      guard let byte = lexer.byte(offset), byte == 0x0A || byte == UInt8(ascii: ";") else {
        return nil
      }
      lexer.move(to: offset + 1)
    }
  }

  /// The bytes of a line that begins with `#=`, if `start` is its first column.
  private func expectationLine(at start: Int) -> Range<Int>? {
    guard source.bytes[start...].starts(with: [UInt8(ascii: "#"), UInt8(ascii: "=")]),
      source.isLineStart(start)
    else { return nil }
    var end = source.bytes[start...].firstIndex(of: 0x0A) ?? source.bytes.count
    while end > start, source.bytes[end - 1].isSpace { end -= 1 }
    return start..<end
  }

  private func command(_ parser: inout SyntaxParser) throws(SyntaxFailure) -> CommandCall {
    let token = try parser.peek()
    parser.note(.verb)
    guard case .identifier(let typed) = token.kind else {
      throw .invalid(
        .unknownCommand, "a command begins with a verb, not \(parser.shown(token))",
        at: token.range,
        hint: "'help' lists the commands")
    }
    let (signature, isPrefix) = try VerbTable(signatures).signature(of: typed, at: token.range)
    try parser.advance()
    parser.expectations?.verb = signature.verb
    var matcher = PatternMatcher(parser: parser)
    do throws(SyntaxFailure) {
      try matcher.matchStatement(signature.patterns)
    } catch {
      guard case .invalid(var diagnostic) = error else { throw error }
      diagnostic.hint = diagnostic.hint ?? "usage: \(signature.syntax)"
      throw .invalid(diagnostic)
    }
    parser = matcher.parser
    let range = token.range.lowerBound..<parser.lexer.previousEnd
    let blocks = matcher.arguments.compactMap { argument in
      if case .block(let block) = argument.value { block.range } else { nil }
    }
    return CommandCall(
      verb: signature.verb, abbreviatedFrom: isPrefix ? typed : nil, arguments: matcher.arguments,
      range: range,
      text: source.text(
        range,
        without: parser.lexer.comments.filter { comment in
          !blocks.contains { $0.contains(comment.lowerBound) }
        }))
  }
}
