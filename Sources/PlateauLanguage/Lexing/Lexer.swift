/// Reads tokens from a source, one at a time and where the parser asks for them.
///
/// The parser drives: whether a newline is white space, and whether a word or a token stands
/// next, depends on the command (DESIGN 2.1), so nothing is read ahead but one token.
struct Lexer: Sendable {
  let source: SourceText
  /// The first byte not yet consumed.
  private(set) var position: Int
  /// The end of the last token consumed.
  private(set) var previousEnd: Int
  /// Brackets around the next token; newlines are white space inside them.
  var nesting = 0 {
    didSet { lookahead = nil }
  }
  /// The comments passed over, in order.
  private(set) var comments: [Range<Int>] = []
  private var lookahead: Token?
  /// Whether a string may run over lines, as it does where someone is typing it.
  private(set) var stringsRunOn: Bool
  /// Where reading began; a comment may stand there as at a line's start.
  private let origin: Int
  /// Whether the text is read to complete its last word.
  private let isCompleting: Bool

  init(
    _ source: SourceText, at position: Int = 0, stringsRunOn: Bool = false,
    isCompleting: Bool = false
  ) {
    self.source = source
    self.stringsRunOn = stringsRunOn
    self.isCompleting = isCompleting
    self.position = position
    previousEnd = position
    origin = position
  }

  /// The byte at an offset; `nil` past the end.
  func byte(_ offset: Int) -> UInt8? {
    offset < source.bytes.count ? source.bytes[offset] : nil
  }

  /// The next token, without consuming it.
  mutating func peek() throws(SyntaxFailure) -> Token {
    if let lookahead { return lookahead }
    let start = skipSpace(from: position)
    if isCompleting, beginsOpenString(at: start) {
      return Token(kind: .endOfInput, range: start..<start)
    }
    let token = try scan(from: start)
    lookahead = isCompleting ? unfinished(token) : token
    return lookahead ?? token
  }

  /// Consumes the next token.
  @discardableResult
  mutating func advance() throws(SyntaxFailure) -> Token {
    let token = try peek()
    move(to: token.range.upperBound)
    return token
  }

  /// Goes on reading at an offset.
  mutating func move(to offset: Int) {
    position = offset
    previousEnd = offset
    lookahead = nil
  }

  /// The offset of the next byte that is neither white space nor comment.
  mutating func skipSpace(from start: Int) -> Int {
    var offset = start
    while let byte = byte(offset) {
      switch byte {
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"):
        offset += 1
      case UInt8(ascii: "\n") where nesting > 0:
        offset += 1
      case UInt8(ascii: "\\"):
        guard let next = lineEnd(afterBackslashAt: offset) else { return offset }
        offset = next
      case UInt8(ascii: "#"):
        guard startsComment(at: offset) else { return offset }
        let end = source.bytes[offset...].firstIndex(of: UInt8(ascii: "\n")) ?? source.bytes.count
        if comments.last.map({ $0.upperBound <= offset }) ?? true { comments.append(offset..<end) }
        offset = end
      default:
        return offset
      }
    }
    return offset
  }

  /// A `#` opens a comment at a line's start and after white space.
  private func startsComment(at offset: Int) -> Bool {
    offset <= origin || source.bytes[offset - 1].isSpace
  }

  /// The offset of the next line if only white space follows a `\`, else `nil`.
  ///
  /// A `\` at the very end waits for a line that has not come yet.
  func lineEnd(afterBackslashAt offset: Int) -> Int? {
    var offset = offset + 1
    while let byte = byte(offset), byte == 0x20 || byte == 0x09 || byte == 0x0D { offset += 1 }
    guard byte(offset) == UInt8(ascii: "\n"), isCompleting || !restIsBlank(after: offset) else {
      return nil
    }
    return offset + 1
  }

  private func scan(from start: Int) throws(SyntaxFailure) -> Token {
    guard let first = byte(start) else { return Token(kind: .endOfInput, range: start..<start) }
    switch first {
    case UInt8(ascii: "\n"):
      return Token(kind: .newline, range: start..<start + 1)
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      if let date = try scanDate(from: start) { return date }
      return try scanNumber(from: start)
    case UInt8(ascii: "\""):
      return try scanString(from: start)
    default:
      if first.isIdentifierHead || first >= 0x80, let name = identifier(from: start) { return name }
      return try scanSymbol(from: start)
    }
  }

  /// An identifier: a letter or `_` first, then also digits; a dot only between two parts.
  private func identifier(from start: Int) -> Token? {
    var offset = start
    while let next = identifierPart(from: offset) {
      offset = next
      guard byte(offset) == UInt8(ascii: "."), identifierPart(from: offset + 1) != nil else {
        break
      }
      offset += 1
    }
    guard offset > start else { return nil }
    return Token(kind: .identifier(source[start..<offset]), range: start..<offset)
  }

  private func identifierPart(from start: Int) -> Int? {
    var offset = start
    while let byte = byte(offset) {
      if byte < 0x80 {
        guard byte.isIdentifierHead || (byte.isDigit && offset > start) else { break }
        offset += 1
      } else {
        guard let (scalar, length) = source.scalar(at: offset), scalar.properties.isAlphabetic
        else { break }
        offset += length
      }
    }
    return offset > start ? offset : nil
  }

  private func scanSymbol(from start: Int) throws(SyntaxFailure) -> Token {
    let pair = source[start..<min(start + 2, source.bytes.count)]
    if let symbol = Symbol(rawValue: pair), pair.utf8.count == 2 {
      return Token(kind: .symbol(symbol), range: start..<start + 2)
    }
    if let symbol = Symbol(rawValue: source[start..<start + 1]) {
      return Token(kind: .symbol(symbol), range: start..<start + 1)
    }
    throw unreadable(at: start)
  }
}

extension UInt8 {
  /// Whether the byte is an ASCII letter or `_`.
  var isIdentifierHead: Bool {
    let lower = self | 0x20
    return (lower >= UInt8(ascii: "a") && lower <= UInt8(ascii: "z")) || self == UInt8(ascii: "_")
  }

  /// Whether the byte is an ASCII digit.
  var isDigit: Bool { self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9") }

  /// Whether the byte is a space, a tab or part of a line's end.
  var isSpace: Bool { self == 0x20 || (self >= 0x09 && self <= 0x0D) }
}
