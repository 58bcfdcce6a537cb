import PlateauColumns
import PlateauEngine
import PlateauLanguage
import PlateauReport
import PlateauSearch

/// Keeps only the rows that meet a condition.
enum FilterCommand: Command {
  static let signature = CommandSignature(
    "filter", group: "results", summary: "keep only the rows that meet a condition",
    [.optional([.expression("condition")])],
    details: """
      Reads metrics and swept parameters. Filters stack; bare 'filter' lists what each condition \
      keeps, 'unset filter' drops the last, 'undo' takes it back. An undefined value passes no \
      filter, except that 'profit_factor = none' asks for it.
      """,
    examples: ["filter sharpe > 0.2 and drawdown < 30%"],
    related: ["unset", "why", "top", "describe", "require"])

  static func run(_ call: CommandCall, in session: Session) throws -> Document {
    guard let syntax = call.expression("condition") else { return try list(session) }
    let run = try session.currentRun()
    let expression = try compile(
      syntax, in: ExpressionScopes.result(of: run, session.state), expecting: .condition)
    session.state.filters.append(
      NamedExpression(name: expression.text, text: expression.text, expression: expression))
    let view = try session.currentView()
    let before = view.keptAfterFilter.dropLast().last ?? view.result.count
    let text = "\(Wording.count(view.count)) of \(Wording.count(before)) rows kept"
    guard view.isEmpty, before > 0 else { return .message(text) }
    let conditions = try FilterCondition.all(
      in: session.state.filters, of: view, session.state)
    return Document([
      .message(text), .table(FilterWaterfall.table(view, conditions)),
      .message(FilterWaterfall.nearest(view, conditions) + "\n'undo' takes the filter back"),
    ])
  }

  private static func list(_ session: Session) throws -> Document {
    guard !session.state.filters.isEmpty else { return .message("no filters") }
    let view = try session.currentView()
    let conditions = try FilterCondition.all(
      in: session.state.filters, of: view, session.state)
    let table = Document.Block.table(FilterWaterfall.table(view, conditions))
    guard view.isEmpty else { return Document([table]) }
    return Document([
      table,
      .message(
        FilterWaterfall.nearest(view, conditions) + "\n'unset filter' drops the last filter"),
    ])
  }
}
