extension Lexer {
  /// The text from a character that resembles a plain one up to the last such on the line, with
  /// the plain ones in their place; `nil` where the first resembles none.
  func replacingLookalikes(from start: Int) -> (text: String, range: Range<Int>)? {
    var text = ""
    var found: (text: String, range: Range<Int>)?
    var offset = start
    while offset < source.bytes.count, source.bytes[offset] != 0x0A, offset - start < 200,
      let (scalar, length) = source.scalar(at: offset)
    {
      offset += length
      if let plain = scalar.plainLookalike {
        text += plain
        found = (text, start..<offset)
      } else {
        guard found != nil else { return nil }
        text.unicodeScalars.append(scalar)
      }
    }
    return found
  }
}

extension Unicode.Scalar {
  /// The character as `U+201C`.
  var codePoint: String {
    let digits = String(value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  /// Whether the character is the one that readers put in place of bytes that are no text.
  var replacesBytes: Bool { value == 0xFFFD }

  /// Whether the character is a space or a mark that cannot be seen.
  var isInvisible: Bool {
    properties.isWhitespace || properties.isDefaultIgnorableCodePoint
  }

  /// Whether the character is one that editors put in place of `"` or a space.
  var isLookalikeOfQuoteOrSpace: Bool { isInvisible || plainLookalike == "\"" }

  /// The plain character that this one was probably meant to be: editors and web pages put curly
  /// quotes and long dashes where plain ones were typed.
  var plainLookalike: String? {
    switch value {
    case 0x201C...0x201F, 0x2018...0x201B, 0xAB, 0xBB, 0x2033: "\""
    case 0x2010...0x2015, 0x2212, 0xFE63: "-"
    case 0xD7, 0x22C5, 0xB7, 0x2217: "*"
    case 0xF7, 0x2215, 0x2044: "/"
    case 0x2264, 0x2A7D: "<="
    case 0x2265, 0x2A7E: ">="
    case 0x2260: "!="
    case 0x2026: ".."
    case 0x2227: "and"
    case 0x2228: "or"
    case 0xAC: "not"
    case 0xFF01...0xFF5E: Unicode.Scalar(value - 0xFEE0).map { String(Character($0)) }
    default: nil
    }
  }
}
