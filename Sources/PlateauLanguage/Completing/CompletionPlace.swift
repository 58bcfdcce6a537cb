/// What may stand where the cursor is.
///
/// The text is read by the parser that executes it, up to the cursor; a word that touches the
/// cursor counts as not typed yet.
public struct CompletionPlace: Hashable, Sendable {
  /// The first byte of the word being typed; it ends at the cursor.
  public let start: Int
  /// What is typed of the word, without its quotes.
  public let typed: String
  /// Whether the word begins with a quote.
  public let isQuoted: Bool
  /// The verb of the statement, or `nil` where it has none yet.
  public let verb: String?
  /// The arguments before the word.
  public let arguments: [Argument]
  /// What may stand here, in the order of the command's syntax; never empty.
  public let wanted: [Wanted]
  /// The statements above in the strategy block that is open, or `nil` outside one.
  public let block: [StrategyStatement]?
  /// The first word of the statement in that block.
  public let blockWord: String?
  /// The call or look back whose part the word is, or `nil` outside one.
  public let operandPlace: OperandPlace?

  /// Finds what may stand at a place in a text, or `nil` where nothing may.
  ///
  /// - Parameters:
  ///   - text: Everything typed of the unfinished statement, and what stands before it.
  ///   - cursor: The place in bytes; what follows it does not count.
  ///   - signatures: The commands there are.
  /// - Complexity: O(bytes before the cursor).
  public init?(in text: String, cursor: Int, signatures: [CommandSignature]) {
    let bytes = Array(text.utf8.prefix(max(0, cursor)))
    let expectations = Expectations()
    var parser = StatementParser(SourceText(bytes: bytes), signatures: signatures)
    parser.readToEnd(noting: expectations)
    guard let start = expectations.start, !expectations.wanted.isEmpty else { return nil }
    self.start = start
    (typed, isQuoted) = Self.plain(bytes[start...])
    verb = expectations.verb
    arguments = expectations.arguments
    wanted = expectations.wanted
    block = expectations.block
    blockWord = expectations.blockWord
    operandPlace = expectations.operandPlace
  }

  /// The text of a word that may be a string, closed or not.
  private static func plain(_ bytes: ArraySlice<UInt8>) -> (text: String, isQuoted: Bool) {
    let quote = UInt8(ascii: "\"")
    guard bytes.first == quote else { return (String(decoding: bytes, as: UTF8.self), false) }
    var text: [UInt8] = []
    var isEscaped = false
    for byte in bytes.dropFirst() {
      if isEscaped {
        text.append(Lexer.unescaped(byte) ?? byte)
        isEscaped = false
      } else if byte == quote {
        break
      } else if byte == UInt8(ascii: "\\") {
        isEscaped = true
      } else {
        text.append(byte)
      }
    }
    return (String(decoding: text, as: UTF8.self), true)
  }
}
