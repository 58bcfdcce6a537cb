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
        guard let (scalar, length) = source.scalar(at: end), !scalar.isLookalikeOfQuoteOrSpace,
          !scalar.replacesBytes
        else { throw unreadable(at: end) }
        end += length
      }
    }
    guard end > start else { return nil }
    move(to: end)
    return (source[start..<end], start..<end, false)
  }

  /// Reads a string.
  ///
  /// It ends on its line, so that a forgotten quote does not swallow a script; where someone is
  /// typing, it goes on. `\"`, `\\`, `\n` and `\t` stand for one character.
  func scanString(from start: Int) throws(SyntaxFailure) -> Token {
    var text: [UInt8] = []
    var offset = start + 1
    while let byte = byte(offset) {
      switch byte {
      case UInt8(ascii: "\""):
        let range = start..<offset + 1
        guard let valid = String(validating: text, as: UTF8.self), !text.contains(0),
          !valid.unicodeScalars.contains(where: \.replacesBytes)
        else {
          throw .invalid(
            .unreadableCharacter, "this string holds bytes that are not text", at: range)
        }
        return Token(kind: .string(valid), range: range)
      case UInt8(ascii: "\n") where !stringsRunOn:
        throw unclosedString(from: start)
      case UInt8(ascii: "\\"):
        guard let letter = self.byte(offset + 1) else { throw unclosedString(from: start) }
        guard let meant = Self.unescaped(letter) else {
          throw .invalid(
            .unreadableCharacter, "in a string, a backslash stands before \", \\, n or t only",
            at: offset..<offset + 1, suggestions: ["\\\\"])
        }
        text.append(meant)
        offset += 2
      default:
        text.append(byte)
        offset += 1
      }
    }
    throw unclosedString(from: start)
  }

  /// The byte that a backslash and this one stand for in a string, or `nil` where they may not
  /// stand together.
  static func unescaped(_ letter: UInt8) -> UInt8? {
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): letter
    case UInt8(ascii: "n"): UInt8(ascii: "\n")
    case UInt8(ascii: "t"): UInt8(ascii: "\t")
    default: nil
    }
  }

  private func unclosedString(from start: Int) -> SyntaxFailure {
    let failure = Diagnostic(.unclosed, "this string is not closed", at: start..<start + 1)
    return stringsRunOn ? .incomplete(failure) : .invalid(failure)
  }
}

extension String {
  /// Whether the text reads back as itself where a command wants a path or a name, without quotes.
  ///
  /// - Complexity: O(bytes).
  public var isPlainWord: Bool {
    // A `\` at a line's end would go on in the next line.
    var lexer = Lexer(SourceText(self + "\nx"))
    guard let word = try? lexer.word(endingBefore: Array("={}()".utf8)) else { return false }
    return !word.isQuoted && word.range == 0..<utf8.count
  }
}
