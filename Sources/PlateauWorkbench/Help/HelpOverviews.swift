import PlateauColumns
import PlateauEngine
import PlateauLanguage
import PlateauReport

extension HelpTopics {
  /// Entries about several things at once: lists, and the language itself.
  static let overviews: [HelpTopic] = [
    HelpTopic(
      name: "commands", kind: "topic", syntax: "commands", summary: "every command",
      details: list(CommandTable.signatures.map { ($0.verb, $0.summary) }),
      examples: ["help sweep"],
      related: ["help", "expressions", "values"]),
    HelpTopic(
      name: "errors", kind: "topic", syntax: "errors", summary: "every kind of error",
      details: list(ErrorKind.allCases.map { ($0.rawValue, $0.entry.summary) }),
      examples: ["help error"], related: ["help", "warnings"]),
    HelpTopic(
      name: "bars", aliases: ExpressionScopes.seriesNames.map(\.name), kind: "topic",
      syntax: ExpressionScopes.seriesNames.map(\.name).joined(separator: " | "),
      summary: "the series of bars, prices and calendar, which rules and 'series' read",
      details: list(ExpressionScopes.seriesNames.map { ($0.name, $0.summary) })
        + "\nclose[1] is the close one bar ago.",
      examples: ["series close, hl2 last 3"], related: ["series", "strategy", "functions"]),
    HelpTopic(
      name: "metrics", kind: "topic", syntax: "metrics", summary: "every metric",
      details: "'set metrics +NAME' adds one to every further sweep.\n"
        + list(Metric.all.map { ($0.name, $0.summary) }),
      examples: ["set metrics +omega_ratio"], related: ["top", "filter"]),
    functionOverview, stateOverview, findingOverview,
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
        undefined, and an undefined condition passes no filter and fires no rule. In filters and \
        requirements 'x = none' and 'x != none' ask whether a value is undefined.
        """,
      examples: ["filter sharpe > 0.2 and drawdown < 30%"],
      related: ["filter", "require", "define", "strategy", "functions"]),
    HelpTopic(
      name: "keys", kind: "topic", syntax: "Tab, Up, Ctrl-R, Ctrl-C, Ctrl-D",
      summary: "what keys do at the prompt",
      details: list([
        ("Tab", "completes the word; again, lists what fits with its meaning"),
        ("Up, Down", "earlier statements; those of several lines come back whole"),
        ("Ctrl-R", "searches them as you type"),
        ("Ctrl-A, Ctrl-E", "go to the line's beginning or end, as Home and End do"),
        ("Ctrl-Left, Ctrl-Right", "go a word back or forward, as Alt-B and Alt-F do"),
        (
          "Ctrl-W, Ctrl-U, Ctrl-K", "delete a word, the line, the rest of it; Ctrl-Y brings it back"
        ),
        ("Ctrl-C", "dismisses the line; pauses a running sweep"),
        ("Ctrl-Z", "leaves the program for the shell; fg comes back"),
        ("Ctrl-D", "leaves"),
      ]) + "\n'bind -v' in ~/.editrc gives the keys of vi.",
      examples: ["history"], related: ["pager", "history", "help"]),
    HelpTopic(
      name: "pager", kind: "topic", syntax: "PLATEAU_PAGER=less plateau",
      summary: "where answers longer than the screen go",
      details: """
        At a prompt an answer that is longer than the screen is handed to the program that the \
        environment names in PLATEAU_PAGER, else in PAGER. Where neither is set, a long table \
        shows its head, its tail and how many rows there are.
        """, examples: ["set mode line"], related: ["mode", "columns", "keys"]),
  ]

  /// Names and meanings in two columns; what a meaning needs beyond a line stands below it.
  ///
  /// Names wider than `most` have a line of their own.
  static func list(_ entries: [(name: String, summary: String)], atMost most: Int = 40) -> String {
    let width = (entries.map(\.name.count).filter { $0 <= most }.max() ?? 0) + 2
    let space = String(repeating: " ", count: width)
    return entries.flatMap { entry in
      guard !entry.summary.isEmpty else { return [entry.name] }
      let lines = (space + entry.summary).wrapped(to: 79)
      guard entry.name.count < width else { return [entry.name] + lines }
      return lines.enumerated().map { index, line in
        index == 0 ? entry.name + line.dropFirst(entry.name.count) : line
      }
    }.joined(separator: "\n")
  }
}
