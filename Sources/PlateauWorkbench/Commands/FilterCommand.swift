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
      Reads metrics and swept parameters. Filters stack; bare 'filter' lists them, 'unset filter' \
      drops the last, 'undo' takes it back. An undefined value passes no filter.
      """,
    examples: ["filter sharpe > 0.2 and drawdown < 30%"],
    related: ["unset", "top", "describe", "require"])

  static func run(_ call: CommandCall, in session: Session) throws -> Document {
    guard let syntax = call.expression("condition") else { return try list(session) }
    let run = try session.currentRun()
    let expression = try ExpressionScopes.inResult(of: run) {
      try compile(
        syntax, in: ExpressionScopes.result(of: run, session.state), expecting: .condition)
    }
    session.state.filters.append(
      NamedExpression(name: expression.text, text: expression.text, expression: expression))
    let view = try session.currentView()
    let before = view.keptAfterFilter.dropLast().last ?? view.result.count
    var text =
      "\(Wording.count(view.rows.count)) of \(Wording.count(before)) rows kept"
    if view.rows.isEmpty { text += try "\n" + explanation(of: view, session) }
    return .message(text)
  }

  private static func list(_ session: Session) throws -> Document {
    guard !session.state.filters.isEmpty else { return .message("no filters") }
    let view = try session.currentView()
    var before = view.result.count
    let rows: [[Cell]] = zip(session.state.filters, view.keptAfterFilter).enumerated().map {
      index, pair in
      defer { before = pair.1 }
      return [
        .number(Double(index + 1), .length), .text(pair.0.text),
        .number(Double(before - pair.1), .length), .number(Double(pair.1), .length),
      ]
    }
    return Document([
      .table(
        TableBlock(
          [
            .init("#", .length), .init("filter"), .init("removed", .length), .init("kept", .length),
          ],
          rows: rows))
    ])
  }

  /// Why nothing is left: what each filter keeps when it stands alone.
  private static func explanation(of view: RunView, _ session: Session) throws -> String {
    try session.state.filters.map { filter in
      let alone = try RunView(
        run: view.run, filters: [filter], objective: session.state.objective)
      return "  \(filter.text) alone keeps \(Wording.count(alone.rows.count)) of "
        + Wording.count(view.result.count)
    }.joined(separator: "\n") + "\n  'undo' takes the filter back"
  }
}
