import PlateauColumns
import PlateauEngine
import PlateauLanguage
import PlateauMarket
import PlateauReport

/// One candidate in full.
enum ShowCommand: Command {
  static let signature = CommandSignature(
    "show", group: "results", summary: "show one candidate with every metric",
    [.optional([.candidate("candidate")])],
    details: """
      A candidate is named by its number, 'best', 'rank N' or 'r2:17'. Metrics that the sweep \
      computed are those of its row; all others come from running it once more, bar by bar.
      """,
    examples: ["show best", "show rank 2"], related: ["top", "trades", "equity"])
  static let isUndoable = false

  static func run(_ call: CommandCall, in session: Session) throws -> Document {
    let choice = try CandidateChoice.find(
      call.candidate("candidate"), at: call.range(of: "candidate"), in: session)
    if call.candidate("candidate") == nil { session.echo("show best: \(choice.title)") }
    let backtest = try choice.replay()
    let values = choice.values.columns.map { column in
      // An amount is shown with the word for what it means.
      let isAmount = choice.run.plan.state.assignments.contains {
        $0.name == column.name && $0.values.mode != nil
      }
      return FieldList.Field(
        column.name,
        isAmount ? .text(choice.run.typed(column, row: 0)) : CellText.cell(column, row: 0),
        digits: .all)
    }
    var facts: [FieldList.Field] = [
      .init("strategy", .text(choice.run.plan.strategy.name)),
      .init("symbol", .text(choice.market.series.name)),
    ]
    facts += values
    let metrics = Metric.all.map { metric in
      let value = choice.value(of: metric, in: backtest)
      return FieldList.Field(
        metric.name, value.isNaN ? .undefined : .number(value, metric.kind))
    }
    return Document([
      .fields(FieldList(title: choice.title, facts)), .fields(FieldList(metrics)),
    ])
  }
}
