import PlateauColumns

/// What is wrong with something a user wrote, where, and what would have worked.
public struct Diagnostic: Error, Hashable, Sendable {
  /// What kind of mistake it is; `help` has an entry for each.
  public var kind: ErrorKind
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
    _ kind: ErrorKind, _ message: String, at range: Range<Int>? = nil, suggestions: [String] = [],
    hint: String? = nil, repairs: Range<Int>? = nil
  ) {
    self.kind = kind
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

  /// The sentence without the middle of what is far too long, such as a name of a megabyte.
  private var shownSentence: String {
    guard sentence.utf8.count > 1000 else { return sentence }
    return "\(sentence.prefix(300))…\(sentence.suffix(200))"
  }

  /// Where to read on: the hint, or the entry of the manual.
  public var advice: String { hint ?? "'help \(kind.rawValue)' tells more" }

  /// The line with the first suggestion put in where it repairs it, ready to be pasted.
  public func repairedLine(in source: SourceText) -> String? {
    guard let repairs, let repaired = suggestions.first else { return nil }
    let (text, column) = source.surroundings(of: repairs.lowerBound)
    let before = text.prefix(column - 1)
    let after = text.dropFirst(column - 1 + source[repairs].count)
    let line = (before + repaired + after).trimmed
    return line.count <= 200 ? line : nil
  }

  /// The whole message as it is shown: place, sentence, the line with a caret, and the hint.
  ///
  /// In a script the place is `file:line:column:`; a typed line is shown with its caret alone. The
  /// column counts characters; the caret stands where a terminal draws them. What a file holds
  /// cannot steer the terminal: control characters are shown as a mark.
  public func rendered(in source: SourceText) -> String {
    var lines: [String] = []
    if let range {
      let place = source.place(of: range.lowerBound)
      let prefix = source.name.map { "\($0):\(place.line):\(place.column): " } ?? ""
      lines.append("\(prefix)error: \(shownSentence)")
      let (text, column) = source.surroundings(of: range.lowerBound)
      lines += Excerpt(line: text, column: column, length: source[range].count).lines
    } else {
      lines.append("\(source.name.map { "\($0): " } ?? "")error: \(shownSentence)")
    }
    if let repaired = repairedLine(in: source) { lines.append("  try: " + repaired) }
    lines.append("  " + advice)
    return lines.map { $0.drawable() }.joined(separator: "\n")
  }
}
