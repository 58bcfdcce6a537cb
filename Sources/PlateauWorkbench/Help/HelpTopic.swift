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
  /// What kind of thing it is: command, metric, function, setting, strategy, topic.
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

  /// Whether a word occurs in the entry.
  func mentions(_ word: String) -> Bool {
    ([name, syntax, summary, details] + aliases).contains {
      $0.lowercased().contains(word.lowercased())
    }
  }
}

/// Every entry of the manual.
enum HelpTopics {
  /// The entries for a session: its own strategies and metrics are among them.
  static func all(_ state: SessionState) -> [HelpTopic] {
    commands + overviews + strategies(state) + metrics + functions + settings
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

  private static let functions: [HelpTopic] = ColumnFunction.all.map { function in
    HelpTopic(
      name: function.name, kind: "function", syntax: function.signature,
      summary: function.summary,
      details: "Formula: \(function.formula).\nWarm-up: \(function.warmUp).",
      examples: [
        "series \(function.name)(\(example(function.arguments))) last 3"
      ], related: ["functions", "series", "strategy"])
  }

  private static func example(_ arguments: [ColumnFunction.Argument]) -> String {
    arguments.enumerated().map { index, argument in
      switch argument.kind {
      case .series: index == 0 ? "close" : "open"
      case .length: "20"
      case .number: "2"
      }
    }.joined(separator: ", ")
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
    + SessionSetting.allCases.map { setting in
      HelpTopic(
        name: setting.rawValue, kind: "setting", syntax: "set \(setting.rawValue) VALUE",
        summary: setting.summary, details: "Default: \(setting.defaultText).",
        examples: ["set \(setting.rawValue) \(setting.exampleText)"], related: ["settings", "set"])
    }

  private static func strategies(_ state: SessionState) -> [HelpTopic] {
    StrategyLibrary(state).all.map { strategy, summary in
      let defaults = strategy.parameters.map { parameter in
        let value =
          parameter.kind == .text
          ? parameter.labels[Int(parameter.defaultValue)]
          : NumberText.typed(parameter.defaultValue, kind: parameter.kind)
        let meaning = parameter.summary.isEmpty ? "" : "  \(parameter.summary)"
        return "  \(parameter.name) = \(value)\(meaning)"
      }
      let text = (strategy as? RuleStrategy).map { "\nstrategy \($0.name) \($0.text)" } ?? ""
      let parameters =
        defaults.isEmpty ? "No parameters." : "Parameters:\n" + defaults.joined(separator: "\n")
      return HelpTopic(
        name: strategy.name, kind: "strategy", syntax: "strategy \(strategy.name)",
        summary: summary, details: parameters + text, examples: ["strategy \(strategy.name)"],
        related: ["strategy", "strategies", "set"])
    }
  }
}
