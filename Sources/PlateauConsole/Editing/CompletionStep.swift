import PlateauColumns
import PlateauWorkbench

/// What the Tab key does with a completion.
enum CompletionStep: Hashable, Sendable {
  /// Nothing fits.
  case nothing
  /// The word around the cursor becomes another text: so many characters before the cursor and
  /// after it give way.
  case replace(before: Int, after: Int, text: String)
  /// The word cannot be told yet; these fit.
  case list([Completion.Candidate])

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
    // libedit moves by code points.
    let before = typed.unicodeScalars.count
    if completion.candidates.count == 1 {
      let text = first.text + first.suffix
      let tail = Self.tail(of: line[end...], standingIn: first, after: typed)
      self = .replace(before: before, after: tail.unicodeScalars.count, text: text)
      return
    }
    let texts = completion.candidates.map(\.text)
    let common = texts.dropFirst().reduce(texts[0][...]) { common, candidate in
      common[..<common.commonEnd(with: candidate)]
    }
    self =
      common.count > typed.count
      ? .replace(before: before, after: 0, text: String(common))
      : .list(completion.candidates)
  }

  /// What stands after the cursor already and would stand there twice: the rest of the word when
  /// the candidate ends like it, and what follows a candidate.
  private static func tail(
    of following: Substring, standingIn candidate: Completion.Candidate, after typed: Substring
  ) -> Substring {
    let isQuoted = typed.hasPrefix("\"")
    var end = following.startIndex
    if isQuoted, let quote = following.firstIndex(of: "\"") {
      end = following.index(after: quote)
    } else {
      end =
        following.firstIndex { $0.isWhitespace || ";,=(){}[]<>+*^\"".contains($0) }
        ?? following.endIndex
    }
    let rest = following[..<end]
    let added = candidate.text.count - typed.count
    if !candidate.text.hasSuffix(rest) || rest.count > max(0, added) { end = following.startIndex }
    if !candidate.suffix.isEmpty, following[end...].hasPrefix(candidate.suffix) {
      end = following.index(end, offsetBy: candidate.suffix.count)
    }
    return following[..<end]
  }
}

extension Substring {
  /// Where this text and another stop being the same.
  fileprivate func commonEnd(with other: String) -> Index {
    zip(indices, other).first { self[$0] != $1 }?.0
      ?? index(startIndex, offsetBy: other.count, limitedBy: endIndex) ?? endIndex
  }
}
