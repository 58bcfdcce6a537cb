extension Lexer {
  /// Says what stands where no token can begin, and what to type instead.
  func unreadable(at offset: Int) -> SyntaxFailure {
    guard let (scalar, length) = source.scalar(at: offset) else {
      return .invalid("this byte is not valid UTF-8 text", at: offset..<offset + 1)
    }
    let range = offset..<offset + length
    switch scalar {
    case "\\" where restIsBlank(after: offset):
      return .incomplete(Diagnostic("the line goes on after this '\\'", at: range))
    case "%":
      return .invalid(
        "'%' belongs directly after a number, as in 15%; it is not an operation", at: range)
    case "&": return .invalid("'&' is not an operator", at: doubled(range), suggestions: ["and"])
    case "|": return .invalid("'|' is not an operator", at: doubled(range), suggestions: ["or"])
    case "!": return .invalid("'!' is not an operator", at: range, suggestions: ["not"])
    case "'": return .invalid("text stands between double quotes", at: range, suggestions: ["\""])
    case ".":
      let digits = source.bytes[(offset + 1)...].prefix { $0.isDigit }
      guard !digits.isEmpty else { break }
      let end = digits.endIndex
      return .invalid(
        "a number begins with a digit", at: offset..<end,
        suggestions: ["0" + source[offset..<end]])
    case "#":
      return .invalid("a comment needs white space before its '#'", at: range)
    default: break
    }
    if scalar.value < 0x20 || scalar.value == 0x7F {
      return .invalid("a control character (\(scalar.codePoint)) stands here", at: range)
    }
    guard scalar.value >= 0x80 else {
      return .invalid("'\(scalar)' means nothing here", at: range)
    }
    return .invalid(
      "\(scalar.isInvisible ? "an invisible character" : "'\(scalar)'") (\(scalar.codePoint)) "
        + "means nothing here",
      at: range, suggestions: scalar.plainLookalike.map { [$0] } ?? [],
      hint: scalar.isInvisible ? "type an ordinary space instead" : nil)
  }

  private func doubled(_ range: Range<Int>) -> Range<Int> {
    byte(range.upperBound) == byte(range.lowerBound)
      ? range.lowerBound..<range.upperBound + 1 : range
  }

  /// Whether nothing but white space follows an offset.
  func restIsBlank(after offset: Int) -> Bool {
    source.bytes[(offset + 1)...].allSatisfy(\.isSpace)
  }
}

extension Unicode.Scalar {
  /// The character as `U+201C`.
  var codePoint: String {
    let digits = String(value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

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
