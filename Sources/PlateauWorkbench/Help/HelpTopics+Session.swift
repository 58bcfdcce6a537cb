import PlateauColumns
import PlateauEngine
import PlateauLanguage

/// Entries that depend on the session: its strategies, parameters and metrics.
extension HelpTopics {
  static func strategies(_ state: SessionState) -> [HelpTopic] {
    StrategyLibrary(state).all.map { strategy, summary in
      let text = strategy.text.isEmpty ? "" : "strategy \(strategy.name) \(strategy.text)\n\n"
      let proposals =
        state.writtenStrategies.first { $0.name == strategy.name }?.proposals ?? []
      let parameters = strategy.parameters.map { parameter in
        let proposal = proposals.first { $0.name == parameter.name }
          .map { ", proposes \($0.values.text)" }
        return (
          name: "  \(parameter.name) = \(parameter.defaultText)\(proposal ?? "")",
          summary: parameter.summary
        )
      }
      let isWritten = state.writtenStrategies.contains { $0.name == strategy.name }
      let expectation = isWritten ? nil : BuiltInStrategies.expectation(of: strategy.name)
      return HelpTopic(
        name: strategy.name, kind: "strategy", syntax: "strategy \(strategy.name)",
        summary: summary,
        details: text
          + (parameters.isEmpty
            ? "No parameters." : "Parameters:\n" + list(parameters))
          + (expectation.map { "\nMeant for \($0); 'require \($0)' leaves the rest out." } ?? ""),
        examples: ["strategy \(strategy.name)"],
        related: ["strategy", "strategies", "set", "explain"])
    }
  }

  /// The parameters of the chosen strategy.
  static func parameters(_ state: SessionState) -> [HelpTopic] {
    guard let strategy = StrategyLibrary(state).chosenOrNone() else { return [] }
    return strategy.parameters.map { parameter in
      HelpTopic(
        name: parameter.name, kind: "parameter", syntax: "set \(parameter.name) VALUES",
        summary: parameter.summary.isEmpty
          ? "a parameter of \(strategy.name)" : "\(parameter.summary), of \(strategy.name)",
        details: "Default: \(parameter.defaultText).",
        examples: ["set \(parameter.name) \(parameter.defaultText)"],
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

extension StrategyParameter {
  /// The default as it would be typed.
  var defaultText: String {
    guard kind == .text else { return NumberText.typed(defaultValue, kind: kind) }
    return labels.indices.contains(Int(defaultValue)) ? labels[Int(defaultValue)] : "none"
  }
}
