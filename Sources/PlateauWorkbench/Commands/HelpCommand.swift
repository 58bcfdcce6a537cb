import PlateauLanguage
import PlateauReport
import PlateauColumns

/// The manual.
enum HelpCommand: Command {
  static let signature = CommandSignature(
    "help", group: "prompt", summary: "show the manual: an overview, a topic, or a search",
    [.optional([.word("topic", .topic, placeholder: "TOPIC or WORD")])],
    details: "Topics are commands, metrics, functions, settings and strategies.",
    examples: ["help", "help sweep", "help drawdown"], related: ["data", "set", "sweep"])
  static let isUndoable = false

  /// The groups of the overview, in the order of work.
  private static let groups: [(name: String, title: String)] = [
    ("data", "prices"), ("strategy", "strategy"), ("space", "what to try"),
    ("search", "sweeping"), ("results", "results"), ("keep", "keeping"), ("prompt", "the prompt"),
  ]

  static func run(_ call: CommandCall, in session: Session) throws -> Document {
    guard let word = call.word("topic") else { return overview() }
    if let topic = HelpTopics.topic(word, session.state) { return document(of: topic) }
    let topics = HelpTopics.all(session.state)
    let found = topics.filter { $0.mentions(word) }
    guard !found.isEmpty else {
      throw Diagnostic(
        "no help on '\(word)'", at: call.range(of: "topic"),
        suggestions: nearestNames(to: word, among: topics.map(\.name)),
        hint: "'help' alone shows an overview")
    }
    return Document([
      .table(
        TableBlock(
          title: "'\(word)' is mentioned in", [.init("topic"), .init("kind"), .init("meaning")],
          rows: found.map { [.text($0.name), .text($0.kind), .text($0.summary)] }))
    ])
  }

  private static func overview() -> Document {
    var lines: [String] = []
    for group in groups {
      lines.append(group.title)
      for signature in CommandTable.signatures where signature.group == group.name {
        let verb = signature.verb + String(repeating: " ", count: 11 - signature.verb.count)
        lines.append("  \(verb)\(signature.summary)")
      }
    }
    lines.append("")
    lines.append("help TOPIC tells more: a command, metrics, functions, settings, strategies,")
    lines.append("values, expressions. A first tour: run \"sessions/quickstart.plateau\"")
    return Document([.verbatim(lines.joined(separator: "\n"))])
  }

  private static func document(of topic: HelpTopic) -> Document {
    var lines = [topic.syntax, "  \(topic.summary)"]
    if !topic.details.isEmpty { lines += [""] + paragraphs(topic.details) }
    if !topic.examples.isEmpty {
      lines += [""] + topic.examples.map { "example: \($0)" }
    }
    if !topic.related.isEmpty {
      lines += ["see also: \(topic.related.joined(separator: ", "))"]
    }
    return Document([.verbatim(lines.joined(separator: "\n"))])
  }

  /// Prose broken into lines that fit a terminal; lines that begin with a space stand as they are.
  private static func paragraphs(_ text: String) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { line in
      guard line.count > 78, !line.hasPrefix(" ") else { return [String(line)] }
      var lines = [""]
      for word in line.split(separator: " ") {
        if lines[lines.count - 1].count + word.count >= 78 { lines.append("") }
        lines[lines.count - 1] += (lines[lines.count - 1].isEmpty ? "" : " ") + word
      }
      return lines
    }
  }
}
