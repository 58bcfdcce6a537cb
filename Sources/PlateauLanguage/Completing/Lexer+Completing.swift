extension Lexer {
  /// A token as completion takes it: a word that touches the end is not there yet, so the text
  /// ends where it begins.
  func unfinished(_ token: Token) -> Token {
    guard token.range.upperBound == source.bytes.count else { return token }
    switch token.kind {
    case .identifier, .number, .date, .string:
      return Token(kind: .endOfInput, range: token.range.lowerBound..<token.range.lowerBound)
    case .symbol, .newline, .endOfInput: return token
    }
  }

  /// Whether an offset begins a string that is not closed.
  func beginsOpenString(at start: Int) -> Bool {
    guard byte(start) == UInt8(ascii: "\"") else { return false }
    do { _ = try scanString(from: start) } catch {
      if case .incomplete = error { return true }
    }
    return false
  }

  /// Where the next word begins if it touches the end of the text, or the end itself.
  ///
  /// - Parameter stops: Signs that end the word.
  /// - Returns: The offset, or `nil` when a whole word or the statement's end comes next.
  func startOfLastWord(endingBefore stops: [UInt8] = []) -> Int? {
    var ahead = self
    let start = ahead.skipSpace(from: position)
    guard let first = byte(start) else { return start }
    guard first != UInt8(ascii: "\n"), !beginsOpenString(at: start) else {
      return first == UInt8(ascii: "\n") ? nil : start
    }
    guard let word = try? ahead.word(endingBefore: stops),
      word.range.upperBound == source.bytes.count
    else { return nil }
    return word.range.lowerBound
  }
}
