import PlateauColumns

/// The part of a line around a fault, so that its caret stays on the screen.
struct Excerpt {
  /// The most columns of the line that are shown.
  static let width = 119

  private let text: String
  private let mark: String

  /// Creates the excerpt of a fault.
  ///
  /// - Parameters:
  ///   - line: The line as it is in the source.
  ///   - column: The character at fault, from 1; one past the end where something is missing.
  ///   - length: Characters at fault; those on further lines count but are not shown.
  init(line: String, column: Int, length: Int) {
    let characters = Array(line.drawable())
    let place = min(column - 1, characters.count)
    let start = Self.start(of: characters, upTo: place)
    let before = (start > 0 ? "…" : "") + String(characters[start..<place])
    var shown = before
    var width = before.displayWidth
    var faulty = 0
    for (index, character) in characters[place...].enumerated() {
      guard width + character.displayWidth <= Self.width + (start > 0 ? 1 : 0) else { break }
      if index < length { faulty += character.displayWidth }
      width += character.displayWidth
      shown.append(character)
    }
    text = shown
    mark =
      String(repeating: " ", count: before.displayWidth) + "^"
      + String(repeating: "~", count: max(1, faulty) - 1)
  }

  /// The line and the caret under it.
  var lines: [String] { ["  " + text, "  " + mark] }

  /// The first character that is shown: the line's first, or 60 columns before a fault that is far
  /// to the right.
  private static func start(of characters: [Character], upTo place: Int) -> Int {
    var width = characters[..<place].reduce(0) { $0 + $1.displayWidth }
    guard width >= 100 else { return 0 }
    var start = 0
    while width > 60 {
      width -= characters[start].displayWidth
      start += 1
    }
    return start
  }
}
