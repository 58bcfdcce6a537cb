import PlateauColumns
import PlateauReport

/// Messages and remarks as a terminal of some width shows them.
enum RemarkLayout {
  /// The text with its prose cut at spaces, so that no line is wider than the terminal.
  ///
  /// A quoted line and the caret under it stay a pair: of a wider one the part around the caret is
  /// kept. Lines to be pasted (`try: …`, `> …`) are left whole; a terminal that breaks them still
  /// copies them as one.
  ///
  /// - Parameters:
  ///   - text: Lines; a line of `^~~~` belongs to the one above it.
  ///   - width: Columns of the terminal; 0 leaves the text as it is.
  /// - Returns: The lines to write.
  static func fitted(_ text: String, to width: Int) -> String {
    guard width > 0, text.displayWidth > width else { return text }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    var fitted: [String] = []
    for (index, line) in lines.enumerated() {
      if line.isCaret, index > 0 { continue }
      if index + 1 < lines.count, lines[index + 1].isCaret {
        fitted += excerpt(of: line, under: lines[index + 1], width)
      } else if line.hasPrefix("  try: ") || line.hasPrefix("> ") {
        fitted.append(line)
      } else {
        fitted += line.wrapped(to: width)
      }
    }
    return fitted.joined(separator: "\n")
  }

  /// The part of a quoted line that fits, with its caret.
  private static func excerpt(of line: String, under caret: String, _ width: Int) -> [String] {
    guard line.displayWidth > width || caret.count > width else { return [line, caret] }
    let indentation = 2
    let room = max(1, width - indentation - 1)
    let place = caret.prefix { $0 == " " }.count - indentation
    // A third of the room shows what stands before the fault.
    let first = max(0, place - room / 3)
    var shown = ""
    var column = 0
    var skipped = 0
    for character in line.dropFirst(indentation) {
      defer { column += character.displayWidth }
      if column < first {
        skipped = column + character.displayWidth
      } else if column + character.displayWidth - skipped <= room {
        shown.append(character)
      }
    }
    let start = indentation + (skipped > 0 ? 1 : 0) + place - skipped
    let marks = caret.count - place - indentation
    return [
      "  " + (skipped > 0 ? "…" : "") + shown,
      String(repeating: " ", count: start) + "^"
        + String(repeating: "~", count: max(0, min(marks, width - start) - 1)),
    ]
  }
}

extension String {
  /// Whether the line is a caret under the line above it.
  fileprivate var isCaret: Bool {
    let mark = drop { $0 == " " }
    return mark.first == "^" && mark.dropFirst().allSatisfy { $0 == "~" }
  }
}
