import Foundation
import PlateauColumns
import PlateauEngine
import PlateauLanguage

/// One entry of the manual.
///
/// All are made from the tables that the program itself works by.
struct HelpTopic {
  /// The word it is found by.
  let name: String
  /// Other words it is found by.
  var aliases: [String] = []
  /// What kind of thing it is: command, metric, function, state, setting, parameter, strategy,
  /// error, topic.
  let kind: String
  /// How it is written.
  let syntax: String
  /// One line of meaning.
  let summary: String
  /// More, as paragraphs; may be empty.
  var details = ""
  /// Lines that run as they stand.
  var examples: [String] = []
  /// Words to read on at.
  var related: [String] = []
  /// Of an error: a line that raises it and the line repaired.
  var mistake: ErrorEntry?

  /// The texts that a search looks at, the most telling first.
  private var texts: [String] { [name] + aliases + [summary, syntax, details] }

  /// How well the entry answers a search: 0 where its name has the word; `nil` where nothing has.
  func rank(of word: String) -> Int? {
    texts.firstIndex { $0.lowercased().contains(word.lowercased()) }
  }

  /// Where a word stands in the entry, with a few words around it and the word itself between `*`.
  func excerpt(around word: String) -> String {
    // The name stands beside the excerpt already.
    let places = [summary, syntax, details, aliases.joined(separator: ", "), name]
    for text in places {
      let line = text.split(separator: "\n").first { $0.lowercased().contains(word.lowercased()) }
      guard let line, let match = line.range(of: word, options: .caseInsensitive) else { continue }
      let before = line[..<match.lowerBound].suffix(24)
      let after = line[match.upperBound...].prefix(28)
      let isCut = (
        start: before.startIndex > line.startIndex, end: after.endIndex < line.endIndex
      )
      let head = isCut.start ? "…" + before.drop { $0 != " " }.dropFirst() : before
      return "\(head)*\(line[match])*\(after)\(isCut.end ? "…" : "")"
    }
    return summary
  }
}

/// Every entry of the manual.
enum HelpTopics {
  /// The entries for a session: its own strategies and metrics are among them.
  static func all(_ state: SessionState) -> [HelpTopic] {
    commands + overviews + strategies(state) + parameters(state) + definitions(state) + metrics
      + functions + accountStates + settings + errors
  }

  /// The entry of two words, the most specific there is: `set commission` is about the setting,
  /// `top by` about the command, `unknown name` about the error.
  static func topic(_ word: String, _ part: String, _ state: SessionState) -> HelpTopic? {
    if let joined = topic("\(word)-\(part)", state) ?? topic("\(word)_\(part)", state) {
      return joined
    }
    let first = topic(word, state)
    return (first == nil ? nil : topic(part, state)) ?? first
  }

  /// The entry of a word, or `nil`.
  static func topic(_ word: String, _ state: SessionState) -> HelpTopic? {
    let word = word.lowercased()
    let topics = all(state)
    return topics.first { $0.name.lowercased() == word }
      ?? topics.first { $0.aliases.contains(word) }
  }

  static let commands: [HelpTopic] = CommandTable.signatures.map { signature in
    HelpTopic(
      name: signature.verb, aliases: signature.aliases, kind: "command", syntax: signature.syntax,
      summary: signature.summary, details: signature.details, examples: signature.examples,
      related: signature.related)
  }

  private static let metrics: [HelpTopic] = Metric.all.map { metric in
    let direction =
      switch metric.direction {
      case .higher: "more is better"
      case .lower: "less is better"
      case .neutral: "neither more nor less is better"
      }
    let request =
      metric.isDefault
      ? "" : "\nOn request: 'set metrics +\(metric.name)'; 'show' always has it."
    return HelpTopic(
      name: metric.name, aliases: metric.aliases, kind: "metric",
      syntax: ([metric.name] + metric.aliases).joined(separator: " | "),
      summary: "\(metric.summary) (\(metric.kind.name); \(direction))",
      details: metric.convention + request,
      examples: ["top 5 by \(metric.name)"], related: ["metrics", "filter", "top", "objective"])
  }

  private static let settings: [HelpTopic] =
    ExecutionSetting.all.map { setting in
      let values =
        setting.labels.isEmpty
        ? (setting.modes.isEmpty ? "VALUES" : setting.modes.joined(separator: " | "))
        : setting.labels.joined(separator: " | ")
      return HelpTopic(
        name: setting.name, kind: "setting", syntax: "set \(setting.name) \(values)",
        summary: setting.summary, details: "Default: \(setting.defaultText).",
        examples: ["set \(setting.name) \(setting.exampleText)"], related: ["settings", "set"])
    }
    + SessionSetting.allCases.filter { $0 != .metrics }.map { setting in
      HelpTopic(
        name: setting.rawValue, kind: "setting", syntax: "set \(setting.rawValue) VALUE",
        summary: setting.summary, details: "Default: \(setting.defaultText).",
        examples: ["set \(setting.rawValue) \(setting.exampleText)"], related: ["settings", "set"])
    }
}
