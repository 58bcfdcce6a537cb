import PlateauColumns
import PlateauLanguage
import PlateauReport
import PlateauSearch

/// Stops a script where a condition does not hold.
enum AssertCommand: Command {
  static let signature = CommandSignature(
    "assert", group: "prompt", summary: "stop with exit status 4 unless a condition holds",
    [.expression("condition")],
    details: """
      Metrics and parameters are those of the best kept row; 'candidates', 'kept' and 'failed' \
      count rows of the run.
      """,
    examples: ["assert kept > 0 and sharpe > 0"], related: ["filter", "replay"])
  static let isUndoable = false

  static func run(_ call: CommandCall, in session: Session) throws -> Document {
    let view = try session.currentView()
    let scope = ExpressionScopes.assertion(of: view.run, session.state)
    guard let syntax = call.expression("condition") else { return Document() }
    let expression = try compile(syntax, in: scope, expecting: .condition)
    var environment = ColumnEnvironment(
      rowCount: 1,
      inputs: [
        "candidates": .scalar(Double(view.result.count)),
        "kept": .scalar(Double(view.count)),
        "failed": .scalar(Double(view.result.failures.count)),
      ])
    let best = view.best
    for column in view.result.table.columns {
      environment.inputs[column.name] = .scalar(best.map { column.values[$0] } ?? .nan)
    }
    let value = try expression.program.evaluate(in: environment)
    guard value[0] == 1 else {
      let found = expression.program.inputs.map { name in
        "\(name) is \(NumberText.typed(environment.inputs[name]?[0] ?? .nan, kind: kind(of: name, view)))"
      }
      throw StatusFault(
        diagnostic: Diagnostic(
          .assertion, "assertion failed: \(expression.text)", at: syntax.range,
          hint: found.isEmpty ? nil : found.joined(separator: ", ")),
        status: .assertionFailed)
    }
    return .message("holds: \(expression.text)")
  }

  private static func kind(of name: String, _ view: RunView) -> ValueKind {
    view.result.table[name]?.kind ?? .number
  }
}
