import PlateauColumns
import PlateauEngine

extension HelpTopics {
  /// Entries about several things at once: lists, and the language itself.
  static let overviews: [HelpTopic] = [
    HelpTopic(
      name: "metrics", kind: "topic", syntax: "metrics", summary: "every metric",
      details: list(Metric.all.map { ($0.name, $0.summary) }),
      examples: ["set metrics +omega_ratio"], related: ["top", "filter"]),
    HelpTopic(
      name: "functions", kind: "topic", syntax: "functions",
      summary: "every function of expressions",
      details: list(ColumnFunction.all.map { ($0.signature, $0.summary) }),
      examples: ["series sma(close, 20) last 3"], related: ["series", "strategy", "expressions"]),
    HelpTopic(
      name: "settings", kind: "topic", syntax: "settings", summary: "every setting",
      details: list(
        ExecutionSetting.all.map { ($0.name, $0.summary) }
          + SessionSetting.allCases.map { ($0.rawValue, $0.summary) }),
      examples: ["set"], related: ["set", "unset"]),
    HelpTopic(
      name: "strategies", kind: "topic", syntax: "strategies",
      summary: "every strategy that comes with Plateau",
      details: list(BuiltInStrategies.all.map { ($0.strategy.name, $0.summary) }),
      examples: ["strategy"], related: ["strategy"]),
    HelpTopic(
      name: "values", kind: "topic", syntax: "A..B [log] [step S | count N] | { A, B, … } | A",
      summary: "how values are written after 'set'",
      details: """
        5..50 is every whole number from 5 to 50; 5..50 step 5 every fifth. Other ranges need a \
        step or a count: 0.3..2.0 step 0.1, 1%..10% step 1%, 0.001..1 log count 13. Lists stand \
        in braces: {1%, 1.5%, 2%}. 15% is 0.15, 25bp is 0.0025. Both ends carry the same unit.
        """,
      examples: ["set fast 5..50 step 5"], related: ["set", "expressions"]),
    HelpTopic(
      name: "expressions", kind: "topic", syntax: "sharpe > 1.5 and drawdown < 15%",
      summary: "how conditions and formulas are written",
      details: """
        + - * / ^ ( ), comparisons < <= > >= = !=, and or not, functions such as max(a, b). \
        Over bars also x[1] (one bar ago), a crosses above b, a crosses below b. A percentage is \
        compared with a percentage: drawdown < 15%. What is undefined makes a comparison \
        undefined, and an undefined condition passes no filter and fires no rule.
        """,
      examples: ["filter sharpe > 0.2 and drawdown < 30%"],
      related: ["filter", "require", "define", "strategy", "functions"]),
  ]

  private static func list(_ entries: [(name: String, summary: String)]) -> String {
    let width = entries.map(\.name.count).max() ?? 0
    return entries.map { entry in
      entry.name + String(repeating: " ", count: width - entry.name.count + 2) + entry.summary
    }.joined(separator: "\n")
  }
}
