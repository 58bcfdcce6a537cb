extension Lexer {
  /// Says what stands where no token can begin, and what to type instead.
  func unreadable(at offset: Int) -> SyntaxFailure {
    guard let (scalar, length) = source.scalar(at: offset) else {
      return .invalid(
        .unreadableCharacter, "this byte is not valid UTF-8 text", at: offset..<offset + 1)
    }
    let range = offset..<offset + length
    if scalar.replacesBytes {
      return .invalid(
        .unreadableCharacter, "bytes that are not valid UTF-8 text stand here", at: range)
    }
    switch scalar {
    case "\\" where restIsBlank(after: offset):
      return .incomplete(Diagnostic(.unclosed, "the line goes on after this '\\'", at: range))
    case "%":
      return .invalid(
        .unreadableCharacter,
        "'%' belongs directly after a number, as in 15%; it is not an operation", at: range)
    case "&": return notAnOperator("and", at: doubled(range))
    case "|": return notAnOperator("or", at: doubled(range))
    case "!": return notAnOperator("not", at: range)
    case "'": return singleQuoted(from: offset)
    case ".":
      let digits = source.bytes[(offset + 1)...].prefix { $0.isDigit }
      guard !digits.isEmpty else { break }
      let whole = offset..<digits.endIndex
      return .invalid(
        Diagnostic(
          .numberForm, "a number begins with a digit", at: whole,
          suggestions: ["0" + source[whole]], repairs: whole))
    case "#":
      return .invalid(.unreadableCharacter, "a comment needs white space before its '#'", at: range)
    default: break
    }
    if scalar.value < 0x20 || scalar.value == 0x7F {
      return .invalid(
        .unreadableCharacter, "a control character (\(scalar.codePoint)) stands here", at: range)
    }
    guard scalar.value >= 0x80 else {
      return .invalid(.unreadableCharacter, "'\(scalar)' means nothing here", at: range)
    }
    let repaired = replacingLookalikes(from: offset)
    return .invalid(
      Diagnostic(
        .unreadableCharacter,
        "\(scalar.isInvisible ? "an invisible character" : "'\(scalar)'") (\(scalar.codePoint)) "
          + "means nothing here",
        at: range, suggestions: repaired.map { [$0.text] } ?? [],
        hint: scalar.isInvisible ? "type an ordinary space instead" : nil,
        repairs: repaired?.range))
  }

  private func notAnOperator(_ word: String, at range: Range<Int>) -> SyntaxFailure {
    let isSpaced = byte(range.upperBound)?.isSpace ?? true
    return .invalid(
      Diagnostic(
        .unreadableCharacter, "'\(source[range])' is not an operator", at: range,
        suggestions: [word], repairs: isSpaced ? range : nil))
  }

  /// `'text'`, with double quotes in place of the single ones.
  private func singleQuoted(from start: Int) -> SyntaxFailure {
    let rest = source.bytes[(start + 1)...].prefix { $0 != 0x0A }
    let end = rest.firstIndex(of: UInt8(ascii: "'"))
    return .invalid(
      Diagnostic(
        .unreadableCharacter, "text stands between double quotes", at: start..<start + 1,
        suggestions: [end.map { source[start + 1..<$0].quoted } ?? "\""],
        repairs: end.map { start..<$0 + 1 }))
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
