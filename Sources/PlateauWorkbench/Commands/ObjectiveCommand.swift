import PlateauColumns
import PlateauEngine
import PlateauLanguage
import PlateauReport

/// Says what makes one candidate better than another.
enum ObjectiveCommand: Command {
  static let signature = CommandSignature(
    "objective", group: "search", summary: "say what makes one candidate better than another",
    [
      .optional([
        .optional([.choice("direction", ["maximize", "minimize"])]), .expression("objective"),
      ])
    ],
    details: """
      A bare metric takes its natural direction: drawdown is minimised, Sharpe maximised. Other \
      expressions are maximised unless told otherwise.
      """,
    examples: ["objective calmar", "objective maximize sharpe - 0.5 * drawdown"],
    related: ["sweep", "top", "define"])

  static func run(_ call: CommandCall, in session: Session) throws -> Document {
    if let syntax = call.expression("objective") {
      session.state.objective = try ObjectiveChoice(
        syntax, direction: call.choice("direction"), in: ExpressionScopes.metrics(session.state))
    }
    return .message("objective \(session.state.objective.commandText)")
  }
}

extension ObjectiveChoice {
  /// Checks an objective.
  ///
  /// - Parameters:
  ///   - syntax: The expression.
  ///   - direction: `maximize` or `minimize`; `nil` takes the metric's natural direction.
  ///   - scope: What names mean.
  /// - Throws: `Diagnostic` with the place of the fault.
  init(_ syntax: ExpressionSyntax, direction: String?, in scope: ExpressionScope) throws {
    let expression = try compile(syntax, in: scope)
    guard expression.kind != .condition, expression.kind != .text else {
      throw Diagnostic(
        .typeMismatch,
        "an objective is a number, and '\(expression.text)' is a \(expression.kind.name)",
        at: syntax.range)
    }
    var natural = true
    var shown = expression.text
    if case .input(let name)? = expression.program.instructions.last,
      let metric = Metric.named(name)
    {
      natural = metric.direction != .lower
      shown = metric.name
    }
    self.init(
      text: shown, program: expression.program,
      maximizes: direction.map { $0 == "maximize" } ?? natural, kind: expression.kind,
      directionIsWritten: direction != nil)
  }

  /// The text after `objective` that gives this one again.
  var commandText: String {
    directionIsWritten ? "\(maximizes ? "maximize" : "minimize") \(text)" : text
  }
}
