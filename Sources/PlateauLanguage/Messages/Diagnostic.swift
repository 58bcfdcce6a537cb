/// What is wrong with something a user wrote, where, and what would have worked.
public struct Diagnostic: Error, Hashable, Sendable {
  /// The fault in one sentence, without a full stop.
  public var message: String
  /// The bytes of the source that are at fault; `nil` when no place is.
  public var range: Range<Int>?
  /// The nearest valid names or a repaired text, best first.
  public var suggestions: [String]
  /// Where to read on or what to type next.
  public var hint: String?
  /// The bytes that the first suggestion can take the place of; `nil` where it cannot be pasted.
  public var repairs: Range<Int>?

  /// Creates a diagnostic.
  public init(
    _ message: String, at range: Range<Int>? = nil, suggestions: [String] = [], hint: String? = nil,
    repairs: Range<Int>? = nil
  ) {
    self.message = message
    self.range = range
    self.suggestions = suggestions
    self.hint = hint
    self.repairs = repairs
  }

  /// The message with its suggestions: `no metric 'sharp'; did you mean 'sharpe'?`.
  public var sentence: String {
    guard let first = suggestions.first else { return message }
    let quoted = suggestions.map { "'\($0)'" }
    guard suggestions.count > 1 else { return "\(message); did you mean '\(first)'?" }
    return "\(message); did you mean \(quoted.dropLast().joined(separator: ", "))"
      + " or \(quoted[quoted.count - 1])?"
  }

  /// The line with the first suggestion put in where it repairs it, ready to be pasted.
  public func repairedLine(in source: SourceText) -> String? {
    guard let repairs, let repaired = suggestions.first else { return nil }
    let place = source.place(of: repairs.lowerBound)
    let before = place.text.prefix(place.column - 1)
    let after = place.text.dropFirst(place.column - 1 + source[repairs].count)
    let line = (before + repaired + after).trimmed
    return line.count <= 200 ? line : nil
  }

  /// The whole message as it is shown: place, sentence, the line with a caret, and the hint.
  ///
  /// In a script the place is `file:line:column:`; a typed line is shown with its caret alone.
  public func rendered(in source: SourceText) -> String {
    var lines: [String] = []
    if let range {
      let place = source.place(of: range.lowerBound)
      let prefix = source.name.map { "\($0):\(place.line):\(place.column): " } ?? ""
      lines.append("\(prefix)error: \(sentence)")
      let shown = Excerpt(line: place.text, column: place.column)
      let length = max(1, min(source[range].count, shown.text.count - shown.column + 1))
      lines.append("  " + shown.text)
      lines.append(
        "  " + String(repeating: " ", count: shown.column - 1) + "^"
          + String(repeating: "~", count: length - 1))
    } else {
      lines.append("\(source.name.map { "\($0): " } ?? "")error: \(sentence)")
    }
    if let repaired = repairedLine(in: source) { lines.append("  try: " + repaired) }
    if let hint { lines.append("  " + hint) }
    return lines.joined(separator: "\n")
  }
}

/// The part of a long line around a column, so that a caret stays on the screen.
private struct Excerpt {
  var text: String
  var column: Int

  init(line: String, column: Int) {
    let characters = line.map { $0 == "\t" ? " " : $0 }
    let start = column > 100 ? column - 60 : 1
    let shown = characters[min(start - 1, characters.count)..<min(start + 119, characters.count)]
    text = (start > 1 ? "…" : "") + String(shown)
    self.column = column - start + (start > 1 ? 2 : 1)
  }
}
