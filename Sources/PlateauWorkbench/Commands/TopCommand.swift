import PlateauColumns
import PlateauEngine
import PlateauLanguage
import PlateauReport
import PlateauSearch

/// Shows the best rows of a result.
enum TopCommand: Command {
  static let signature = CommandSignature(
    "top", group: "results", summary: "show the best rows of a result",
    [.optional([.count("rows")]), .optional([.keyword("by"), .expression("by")])],
    details: """
      Ranked by the objective unless 'by' gives another expression; a bare metric takes its \
      natural direction. Rows that a filter excludes are left out.
      """,
    examples: ["top", "top 20 by calmar_ratio"],
    related: ["filter", "show", "describe", "export", "objective"])

  static func run(_ call: CommandCall, in session: Session) throws -> Document {
    let run = try session.currentRun()
    let wanted = call.count("rows") ?? 10
    guard wanted >= 1 else {
      throw Diagnostic(.outOfBounds, "top needs at least 1 row", at: call.range(of: "rows"))
    }
    var objective = session.state.objective
    if let syntax = call.expression("by") {
      objective = try ObjectiveChoice(
        syntax, direction: nil, in: ExpressionScopes.result(of: run, session.state))
    }
    let view = try session.currentView(rankedBy: objective)
    if call.count("rows") == nil || call.expression("by") == nil {
      session.echo("top \(wanted) of \(run.label) by \(objective.text)")
    }
    return Document([.table(try table(view, wanted, objective, session))])
  }

  private static func table(
    _ view: RunView, _ wanted: Int, _ objective: ObjectiveChoice, _ session: Session
  ) throws -> TableBlock {
    let columns = ResultColumns(
      view, chosen: session.state.display.columns, defined: session.state.definedMetrics,
      objectiveInputs: objective.program.inputs,
      hidesCommon: session.state.display.mode == .table)
    let rows = view.ranking.first(wanted)
    let isDerived = objective.program.instructions.count > 1
    let hasFailures = rows.contains { view.status(of: $0) != "ok" }
    var headings: [TableBlock.Heading] = [.init("rank", .length), .init("candidate", .length)]
    if hasFailures { headings.append(.init("status")) }
    if isDerived { headings.append(.init(objective.text, objective.kind)) }
    headings += columns.headings
    let cells = rows.enumerated().map { index, row in
      var cells: [Cell] = [
        .number(Double(index + 1), .length), .number(Double(row), .length),
      ]
      if hasFailures { cells.append(.text(view.status(of: row))) }
      if isDerived {
        cells.append(
          view.scores[row].isNaN ? .undefined : .number(view.scores[row], objective.kind))
      }
      cells += columns.cells(row)
      return cells
    }
    var notes: [String] = []
    if !columns.common.isEmpty {
      notes.append("all with " + columns.common.joined(separator: ", "))
    }
    let missing = session.state.display.columns.filter { name in
      Metric.named(name) != nil && view.result.table[name] == nil
    }
    if !missing.isEmpty {
      notes.append("\(view.run.label) was swept without \(Wording.list(missing))")
    }
    notes.append(session.countNote(view))
    var table = TableBlock(headings, rows: cells, totalRows: view.count, notes: notes)
    table.columnsAreChosen = true
    return table
  }
}
