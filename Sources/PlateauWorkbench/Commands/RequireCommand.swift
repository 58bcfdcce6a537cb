import PlateauColumns
import PlateauLanguage
import PlateauReport

/// Adds a condition that candidates must meet before they run.
enum RequireCommand: Command {
  static let signature = CommandSignature(
    "require", group: "space", summary: "leave out candidates that do not meet a condition",
    [.optional([.expression("condition")])],
    details: """
      Reads parameters and settings. Whole branches of the space are left out while it is walked, \
      so a requirement makes a sweep cheaper. Requirements add up; bare 'require' lists them.
      """,
    examples: ["require fast < slow"], related: ["set", "unset", "filter", "explain"])

  static func run(_ call: CommandCall, in session: Session) throws -> Document {
    guard let syntax = call.expression("condition") else {
      return .message(
        session.state.requirements.isEmpty
          ? "no requirements" : SpaceListing.requirements(session.state))
    }
    guard let strategy = StrategyLibrary(session.state).chosenOrNone() else {
      throw Diagnostic(
        .noStrategy, "a requirement is about a strategy's parameters, and none is chosen",
        hint: "choose one first, such as strategy sma_cross")
    }
    let expression = try compile(
      syntax, in: ExpressionScopes.space(session.state, strategy: strategy), expecting: .condition)
    guard !session.state.requirements.contains(where: { $0.text == expression.text }) else {
      return .message("require \(expression.text) is already there")
    }
    session.state.requirements.append(
      NamedExpression(name: expression.text, text: expression.text, expression: expression))
    return .message("require \(expression.text)")
  }
}
