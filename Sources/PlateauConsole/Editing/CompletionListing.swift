import PlateauColumns
import PlateauWorkbench

/// How candidates are listed above the line.
///
/// One a line with its meaning while about half of the screen holds them; otherwise the words alone
/// in columns, which shows most of them at once.
enum CompletionListing {
  /// The widest that words get before meanings; longer ones push theirs to the right.
  private static let widestWord = 28

  /// Lines for some candidates.
  ///
  /// - Parameters:
  ///   - candidates: What fits.
  ///   - width: Columns of the terminal.
  ///   - height: Lines of the terminal.
  /// - Returns: At most half as many lines as the terminal has, but at least 4.
  static func lines(
    _ candidates: [Completion.Candidate], width: Int, height: Int
  ) -> [String] {
    let most = max(4, height / 2)
    let words = candidates.map { shown($0.text.drawable()) }
    if candidates.count <= most { return explained(candidates, words, width: width) }
    let columns = self.columns(words, width: width)
    guard columns.count > most else { return columns }
    // One line is kept for the count; columns are as long as the lines that are left.
    let column = (words.map(\.displayWidth).max() ?? 0) + 2
    let kept = max(1, (width + 2) / column) * (most - 1)
    return self.columns(Array(words.prefix(kept)), width: width, column: column)
      + ["… \(words.count - kept) more"]
  }

  /// The last part of a path is told apart from the others; of a long one that is enough.
  private static func shown(_ text: String) -> String {
    text.displayWidth <= widestWord ? text : shortened(text)
  }

  private static func shortened(_ text: String) -> String {
    let isFolder = text.hasSuffix("/")
    guard let slash = text.dropLast(isFolder ? 1 : 0).lastIndex(of: "/") else { return text }
    return "…" + text[slash...]
  }

  private static func explained(
    _ candidates: [Completion.Candidate], _ words: [String], width: Int
  ) -> [String] {
    let widest = min(widestWord, words.map(\.displayWidth).max() ?? 0)
    return zip(candidates, words).map { candidate, word in
      guard !candidate.meaning.isEmpty else { return word.cut(toDisplayWidth: width, mark: "…") }
      let space = String(repeating: " ", count: max(0, widest - word.displayWidth) + 2)
      let meaning = candidate.meaning.split(whereSeparator: \.isNewline).joined(separator: " ")
        .drawable()
      return (word + space + meaning).cut(toDisplayWidth: width, mark: "…")
    }
  }

  /// Words in columns, filled downwards, within a width.
  static func columns(_ words: [String], width: Int, column: Int? = nil) -> [String] {
    let column = column ?? (words.map(\.displayWidth).max() ?? 0) + 2
    let columns = max(1, (width + 2) / column)
    let rows = (words.count + columns - 1) / columns
    return (0..<rows).map { row in
      var line = ""
      for index in stride(from: row, to: words.count, by: rows) {
        let isLast = index + rows >= words.count
        let spaces = isLast ? 0 : column - words[index].displayWidth
        line += words[index] + String(repeating: " ", count: spaces)
      }
      return line.cut(toDisplayWidth: width, mark: "…")
    }
  }
}
