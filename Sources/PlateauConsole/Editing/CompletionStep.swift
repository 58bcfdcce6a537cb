import PlateauReport

/// What the Tab key does with a completion.
enum CompletionStep: Hashable, Sendable {
  /// Nothing fits.
  case nothing
  /// The word before the cursor becomes another text.
  case replace(deleted: Int, text: String)
  /// The word cannot be told yet; these fit.
  case list([String])

  /// Decides: the one candidate, else what all have in common, else a list.
  ///
  /// - Parameters:
  ///   - completion: What fits.
  ///   - line: The line being edited.
  ///   - cursor: The cursor's place in bytes.
  init(_ completion: Completion, line: String, cursor: Int) {
    let bytes = line.utf8
    let end = bytes.index(bytes.startIndex, offsetBy: cursor, limitedBy: bytes.endIndex)
    let start = bytes.index(
      bytes.startIndex, offsetBy: max(0, completion.start), limitedBy: bytes.endIndex)
    guard let start, let end, start <= end, let first = completion.candidates.first else {
      self = .nothing
      return
    }
    let typed = line[start..<end]
    // libedit deletes code points.
    let deleted = typed.unicodeScalars.count
    if completion.candidates.count == 1 {
      self = .replace(deleted: deleted, text: first + completion.suffix)
      return
    }
    let common = completion.candidates.dropFirst().reduce(first[...]) { common, candidate in
      common[..<common.commonEnd(with: candidate)]
    }
    self =
      common.count > typed.count
      ? .replace(deleted: deleted, text: String(common)) : .list(completion.candidates)
  }

  /// Words in columns, filled downwards, within a width.
  static func lines(_ words: [String], width: Int) -> [String] {
    let column = (words.map(\.displayWidth).max() ?? 0) + 2
    let columns = max(1, (width + 2) / column)
    let rows = (words.count + columns - 1) / columns
    return (0..<rows).map { row in
      var line = ""
      for index in stride(from: row, to: words.count, by: rows) {
        let isLast = index + rows >= words.count
        let spaces = isLast ? 0 : column - words[index].displayWidth
        line += words[index] + String(repeating: " ", count: spaces)
      }
      return line
    }
  }
}

extension Substring {
  /// Where this text and another stop being the same.
  fileprivate func commonEnd(with other: String) -> Index {
    zip(indices, other).first { self[$0] != $1 }?.0
      ?? index(startIndex, offsetBy: other.count, limitedBy: endIndex) ?? endIndex
  }
}
