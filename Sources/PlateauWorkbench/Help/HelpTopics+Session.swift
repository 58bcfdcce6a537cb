import PlateauColumns
import PlateauEngine
import PlateauLanguage

/// Entries that depend on the session: its strategies, parameters and metrics.
extension HelpTopics {
  static func strategies(_ state: SessionState) -> [HelpTopic] {
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

  /// The parameters of the chosen strategy.
  static func parameters(_ state: SessionState) -> [HelpTopic] {
    guard let strategy = StrategyLibrary(state).chosenOrNone() else { return [] }
    return strategy.parameters.map { parameter in
      let value =
        parameter.kind == .text
        ? parameter.labels[Int(parameter.defaultValue)]
        : NumberText.typed(parameter.defaultValue, kind: parameter.kind)
      return HelpTopic(
        name: parameter.name, kind: "parameter", syntax: "set \(parameter.name) VALUES",
        summary: parameter.summary.isEmpty
          ? "a parameter of \(strategy.name)" : "\(parameter.summary), of \(strategy.name)",
        details: "Default: \(value).", examples: ["set \(parameter.name) \(value)"],
        related: [strategy.name, "set", "values"])
    }
  }

  /// The metrics that the user has defined.
  static func definitions(_ state: SessionState) -> [HelpTopic] {
    state.definedMetrics.map { metric in
      HelpTopic(
        name: metric.name, kind: "metric", syntax: "define \(metric.name) = \(metric.text)",
        summary: "a metric defined in this session", examples: ["top 5 by \(metric.name)"],
        related: ["define", "metrics", "unset"])
    }
  }
}
