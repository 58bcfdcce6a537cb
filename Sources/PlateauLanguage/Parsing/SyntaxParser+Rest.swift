extension SyntaxParser {
  /// Reads the rest of the statement as it stands, trimmed.
  ///
  /// It ends at a newline, at a `;` outside strings and braces, or before a comment.
  mutating func rest() -> String {
    let start = lexer.skipSpace(from: lexer.position)
    var offset = start
    var braces = 0
    var inString = false
    scan: while let byte = lexer.byte(offset) {
      switch byte {
      case UInt8(ascii: "\""): inString.toggle()
      case UInt8(ascii: "\\") where inString: offset += 1
      case UInt8(ascii: "{") where !inString: braces += 1
      case UInt8(ascii: "}") where !inString: braces -= 1
      case UInt8(ascii: ";") where !inString && braces <= 0: break scan
      case UInt8(ascii: "\n") where braces <= 0: break scan
      case UInt8(ascii: "#")
      where !inString && offset > start && lexer.source.bytes[offset - 1].isSpace:
        break scan
      default: break
      }
      offset += 1
    }
    var end = min(offset, lexer.source.bytes.count)
    while end > start, lexer.source.bytes[end - 1].isSpace { end -= 1 }
    lexer.move(to: end)
    return lexer.source[start..<end]
  }
}
