import PlateauColumns
import PlateauEngine
import PlateauLanguage

/// Entries about the functions of expressions.
extension HelpTopics {
  static let functions: [HelpTopic] = ColumnFunction.all.map { function in
    HelpTopic(
      // 'help beta' is about the metric, 'help function beta' about the function.
      name: Metric.named(function.name) == nil ? function.name : "function_\(function.name)",
      kind: "function", syntax: function.signature,
      summary: function.summary, details: details(of: function).joined(separator: "\n"),
      examples: examples(of: function),
      related: ["functions", "series", "strategy"])
  }

  /// All functions by family.
  static let functionOverview = HelpTopic(
    name: "functions", kind: "topic", syntax: "functions",
    summary: "every function of expressions; 'help NAME' tells more of one",
    details: ColumnFunction.families.map { family in
      "\(family.title)\n"
        + list(family.functions.map { ("  " + $0.signature, $0.summary) }, atMost: 30)
    }.joined(separator: "\n\n"),
    examples: ["series sma(close, 20) last 3"],
    related: ["bars", "state", "series", "strategy", "expressions"])

  // MARK: One function

  private static func details(of function: ColumnFunction) -> [String] {
    let arguments = function.arguments.map { "\($0.name): \(meaning(of: $0.kind))" }
    var lines = arguments.isEmpty ? [] : ["Arguments: \(arguments.joined(separator: "; "))."]
    if !function.readBars.isEmpty {
      lines.append("Reads by itself: \(Wording.list(function.readBars.map(\.rawValue))).")
    }
    lines.append("Result: \(result(of: function)).")
    lines.append("Formula: \(function.formula).")
    lines.append("Warm-up: \(function.warmUp).")
    if let name = function.talibName { lines.append("TA-Lib: \(name).") }
    if !function.source.isEmpty { lines.append("Source: \(function.source).") }
    return lines
  }

  private static func meaning(of kind: ColumnFunction.ArgumentKind) -> String {
    switch kind {
    case .series: "a series"
    case .condition: "a condition"
    case .length: "a whole number of bars from 1"
    case .number: "one number"
    case .expression: "anything that has a value a bar"
    }
  }

  private static func result(of function: ColumnFunction) -> String {
    let kind =
      switch function.result {
      case .always(.condition): "true, false or undefined"
      case .always(let kind): kind.name
      case .sameAsFirst: "of the kind of its first argument"
      case .sameAs(let place) where function.arguments.indices.contains(place):
        "of the kind of '\(function.arguments[place].name)'"
      case .sameAs: "of the kind of its argument"
      }
    guard let bounds = function.bounds else { return kind }
    let (low, high) = (bounds.lowerBound, bounds.upperBound)
    let ends =
      switch (low.isFinite, high.isFinite) {
      case (true, true): "from \(NumberText.shortest(low)) to \(NumberText.shortest(high))"
      case (true, false): "of at least \(NumberText.shortest(low))"
      case (false, true): "of at most \(NumberText.shortest(high))"
      case (false, false): ""
      }
    return ends.isEmpty ? kind : "\(kind) \(ends)"
  }

  /// A line for `series` and one that uses the function in a rule.
  private static func examples(of function: ColumnFunction) -> [String] {
    ["series close, \(function.example) last 5"]
      + (rule(with: function).map { ["strategy example { \($0) }"] } ?? [])
  }

  /// Rules that buy and sell by the function, as suits what it returns.
  private static func rule(with function: ColumnFunction) -> String? {
    let call = function.example
    guard let syntax = try? parseExpression(call),
      let kind = try? compile(syntax, in: ExpressionScopes.series, allowsConditions: true).kind
    else { return nil }
    if kind == .condition { return "buy when \(call); sell when not \(call)" }
    if kind == .price { return "buy when close > \(call); sell when close < \(call)" }
    if let bounds = function.bounds, bounds.lowerBound.isFinite, bounds.upperBound.isFinite {
      let quarter = (bounds.upperBound - bounds.lowerBound) / 4
      let low = NumberText.typed(bounds.lowerBound + quarter, kind: kind)
      let high = NumberText.typed(bounds.upperBound - quarter, kind: kind)
      return "buy when \(call) < \(low); sell when \(call) > \(high)"
    }
    return "let x = \(call); buy when x > x[1]; sell when x < x[1]"
  }
}
