import PlateauLanguage
import PlateauReport

/// Pages of the manual as answers.
enum HelpPage {
  /// The groups of the overview, in the order of work.
  private static let titles = [
    "data": "prices", "space": "what to try", "search": "sweeping", "keep": "keeping",
    "prompt": "the prompt",
  ]

  /// One screen: every verb by task, and where to read on.
  ///
  /// - Parameter showsTour: Whether the first tour can be run from here.
  /// - Returns: A page of at most 24 lines.
  static func overview(showsTour: Bool) -> Document {
    var groups: [String] = []
    for signature in CommandTable.signatures where !groups.contains(signature.group) {
      groups.append(signature.group)
    }
    let tasks = groups.flatMap { group in
      let verbs = CommandTable.signatures.filter { $0.group == group }.map(\.verb)
      return columns(titles[group] ?? group, verbs.joined(separator: ", "))
    }
    let lines =
      (showsTour ? ["A first tour: run \"\(Session.firstTour)\"", ""] : []) + tasks + [""]
      + columns("help VERB", "syntax, meaning and an example; 'help commands': a line each")
      + columns(
        "help LIST", "of metrics, functions, settings, strategies, values, errors")
      + columns("help NAME", "one of them: help drawdown, help sma, help set commission")
      + columns("help error", "the last error explained")
      + columns("help WORD", "searches the whole manual")
    return Document([.verbatim(lines.joined(separator: "\n"))])
  }

  /// One entry.
  ///
  /// - Parameters:
  ///   - topic: The entry.
  ///   - facts: Lines that were found out for this page, below the details.
  /// - Returns: The page.
  static func page(of topic: HelpTopic, facts: [String] = []) -> Document {
    var lines = topic.syntax.wrapped(to: 79) + "  \(topic.summary)".wrapped(to: 79)
    if !topic.details.isEmpty { lines += [""] + paragraphs(topic.details) }
    lines += facts.flatMap { $0.wrapped(to: 79) }
    if let mistake = topic.mistake {
      lines.append("")
      if !mistake.before.isEmpty {
        lines += columns("after:", mistake.before.joined(separator: "; "), width: 8)
      }
      lines += ["wrong:  \(mistake.wrong)", "right:  \(mistake.right)"]
    }
    if !topic.examples.isEmpty {
      lines += [""] + topic.examples.map { "example: \($0)" }
    }
    if !topic.related.isEmpty {
      lines += columns("see also:", topic.related.joined(separator: ", "), width: 10)
    }
    return Document([.verbatim(lines.joined(separator: "\n"))])
  }

  /// What a search found: the entries whose names have the word first.
  ///
  /// The word stands between `*` where it was found.
  static func search(_ word: String, among topics: [HelpTopic]) -> Document? {
    let found = topics.compactMap { topic in topic.rank(of: word).map { (topic: topic, rank: $0) } }
      .enumerated().sorted { ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset) }
      .map(\.element.topic)
    guard !found.isEmpty else { return nil }
    return Document([
      .table(
        TableBlock(
          title: "'\(word)' is mentioned in", [.init("topic"), .init("kind"), .init("mentioned")],
          rows: found.map { [.text($0.name), .text($0.kind), .text($0.excerpt(around: word))] }))
    ])
  }

  /// A word and a text beside it, whose further lines stand under its first.
  private static func columns(_ word: String, _ text: String, width: Int = 13) -> [String] {
    let space = String(repeating: " ", count: width)
    return (space + text).wrapped(to: 79).enumerated().map { index, line in
      index == 0 ? word + line.dropFirst(word.count) : line
    }
  }

  /// Prose broken into lines that fit a terminal; lines that begin with a space, and tables, stand
  /// as they are.
  private static func paragraphs(_ text: String) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { line in
      line.hasPrefix(" ") || line.contains("   ") ? [String(line)] : String(line).wrapped(to: 79)
    }
  }
}
