extension Lexer {
  /// Reads a word where a signature says PATH or NAME: a string, or the bytes up to white space,
  /// `;` or `,`.
  ///
  /// - Parameter stops: Further signs that end the word, for names that a sign may follow.
  /// - Returns: The word, its bytes, and whether it was quoted; `nil` if the statement ends here.
  /// - Throws: What cannot be part of a word.
  mutating func word(
    endingBefore stops: [UInt8] = []
  ) throws(SyntaxFailure) -> (text: String, range: Range<Int>, isQuoted: Bool)? {
    let start = skipSpace(from: position)
    guard let first = byte(start), first != UInt8(ascii: "\n") else { return nil }
    if first == UInt8(ascii: "\"") {
      let token = try scanString(from: start)
      guard case .string(let text) = token.kind else { return nil }
      move(to: token.range.upperBound)
      return (text, token.range, true)
    }
    var end = start
    while let byte = byte(end), !byte.isSpace, byte != UInt8(ascii: ";"),
      byte != UInt8(ascii: ","), !stops.contains(byte)
    {
      if byte == UInt8(ascii: "\\"), lineEnd(afterBackslashAt: end) != nil { break }
      guard byte >= 0x20, byte != 0x7F else { throw unreadable(at: end) }
      if byte < 0x80 {
        end += 1
      } else {
        guard let (scalar, length) = source.scalar(at: end), !scalar.isLookalikeOfQuoteOrSpace
        else { throw unreadable(at: end) }
        end += length
      }
    }
    guard end > start else { return nil }
    move(to: end)
    return (source[start..<end], start..<end, false)
  }

  /// Reads a string, which may run over lines.
  ///
  /// `\"`, `\\`, `\n` and `\t` stand for one character.
  func scanString(from start: Int) throws(SyntaxFailure) -> Token {
    var text: [UInt8] = []
    var offset = start + 1
    while let byte = byte(offset) {
      switch byte {
      case UInt8(ascii: "\""):
        let range = start..<offset + 1
        guard let valid = String(validating: text, as: UTF8.self), !text.contains(0) else {
          throw .invalid("this string holds bytes that are not text", at: range)
        }
        return Token(kind: .string(valid), range: range)
      case UInt8(ascii: "\\"):
        switch self.byte(offset + 1) {
        case UInt8(ascii: "\""): text.append(UInt8(ascii: "\""))
        case UInt8(ascii: "\\"): text.append(UInt8(ascii: "\\"))
        case UInt8(ascii: "n"): text.append(UInt8(ascii: "\n"))
        case UInt8(ascii: "t"): text.append(UInt8(ascii: "\t"))
        case nil: throw unclosedString(from: start)
        default:
          throw .invalid(
            "in a string, a backslash stands before \", \\, n or t only",
            at: offset..<offset + 1, suggestions: ["\\\\"])
        }
        offset += 2
      default:
        text.append(byte)
        offset += 1
      }
    }
    throw unclosedString(from: start)
  }

  private func unclosedString(from start: Int) -> SyntaxFailure {
    .incomplete(Diagnostic("this string is not closed", at: start..<start + 1))
  }
}
