extension String {
  /// The text with a mark in place of each character that would steer a terminal; tabs become
  /// spaces.
  ///
  /// Names come from files, and a file must not be able to steer a terminal.
  ///
  /// - Parameter mark: What is drawn in place of such a character.
  /// - Returns: The text without such characters.
  /// - Complexity: O(bytes).
  public func drawable(mark: Character = "\u{FFFD}") -> String {
    guard unicodeScalars.contains(where: \.steersTerminal) else { return self }
    return String(
      map { character in
        guard character.unicodeScalars.contains(where: \.steersTerminal) else { return character }
        return character == "\t" ? " " : mark
      })
  }

  /// The longest beginning that takes no more than `width` columns of a terminal, its mark included.
  ///
  /// - Parameters:
  ///   - width: Columns, at least those of the mark.
  ///   - mark: What ends a text that was cut.
  /// - Returns: The text itself where it fits.
  /// - Complexity: O(bytes).
  public func cut(toDisplayWidth width: Int, mark: String = "") -> String {
    guard displayWidth > width else { return self }
    let room = width - mark.displayWidth
    var (kept, used) = ("", 0)
    for character in self {
      used += character.displayWidth
      if used > room { break }
      kept.append(character)
    }
    return kept + mark
  }
}

extension Unicode.Scalar {
  /// Whether the character moves the cursor, changes colours or turns the direction of writing.
  fileprivate var steersTerminal: Bool {
    switch value {
    case 0..<0x20, 0x7F..<0xA0, 0x2028...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}
