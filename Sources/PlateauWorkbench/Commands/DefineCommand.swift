import PlateauEngine
import PlateauLanguage
import PlateauReport

/// Gives an expression over metrics a name.
enum DefineCommand: Command {
  static let signature = CommandSignature(
    "define", group: "results", summary: "give an expression over metrics a name of its own",
    [
      .optional([.word("name", .newName, placeholder: "NAME"), .keyword("="), .expression("value")])
    ],
    details: "The name works wherever a metric does: top by, filter, objective, export.",
    examples: ["define score = sharpe - 0.5 * drawdown"], related: ["top", "filter", "objective"])

  static func run(_ call: CommandCall, in session: Session) throws -> Document {
    guard let name = call.word("name"), let syntax = call.expression("value") else {
      let lines = session.state.definedMetrics.map { "define \($0.name) = \($0.text)" }
      return .message(lines.isEmpty ? "nothing is defined" : lines.joined(separator: "\n"))
    }
    guard ExpressionScopes.isName(name) else {
      throw Diagnostic(
        .nameForm, "'\(name)' cannot be a metric's name", at: call.range(of: "name"),
        hint: "a name is letters, digits and '_', and begins with a letter")
    }
    guard Metric.named(name) == nil else {
      throw Diagnostic(.nameTaken, "'\(name)' is a metric already", at: call.range(of: "name"))
    }
    let parameters = StrategyLibrary(session.state).chosenOrNone()?.parameters.map(\.name) ?? []
    guard ExecutionSetting.named(name.lowercased()) == nil, !parameters.contains(name) else {
      throw Diagnostic(
        .nameTaken, "'\(name)' is a parameter or setting already", at: call.range(of: "name"))
    }
    if let user = session.state.user(ofDefinition: name) {
      throw Diagnostic(
        .inUse, "'\(name)' is used by \(user)", at: call.range(of: "name"),
        hint: "choose another name, or drop that first: 'unset' drops filters and definitions")
    }
    let expression = try compile(
      syntax, in: ExpressionScopes.metrics(session.state, without: name),
      allowsConditions: true)
    let metric = NamedExpression(
      name: name.lowercased(), text: expression.text, expression: expression)
    if let index = session.state.definedMetrics.firstIndex(where: { $0.name == metric.name }) {
      session.state.definedMetrics[index] = metric
    } else {
      session.state.definedMetrics.append(metric)
    }
    return .message("\(name) = \(expression.text)")
  }
}
