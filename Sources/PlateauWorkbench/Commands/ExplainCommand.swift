import PlateauColumns
import PlateauEngine
import PlateauLanguage
import PlateauMarket
import PlateauReport
import PlateauSearch

/// Says what a sweep would do, without doing it.
enum ExplainCommand: Command {
  static let signature = CommandSignature(
    "explain", group: "search", summary: "show what a sweep would do, and what it would cost",
    [.keyword("sweep"), .clauses(SweepCommand.clauses)],
    examples: ["explain sweep"], related: ["sweep", "set", "require"])

  static func run(_ call: CommandCall, in session: Session) throws -> Document {
    let plan = try SweepPlanner.plan(session)
    let threads = try session.threadCount(call)
    let estimate = SweepEstimate(plan, threads: threads)
    let space = plan.study.space
    let path = plan.evaluator.backtester.describedPath(varying: plan.variedSettings)
    var fields: [FieldList.Field] = [
      .init("strategy", .text(plan.strategy.name)),
      .init(
        "path", .text(path.name), note: path.reason),
      .init("threads", .number(Double(threads), .length)),
      .init("symbols", .text(plan.markets.map(\.series.name).joined(separator: ", "))),
      .init(
        "bars", .number(Double(plan.barCount), .length), note: "window \(session.state.window.text)"
      ),
      .init("combinations", .text(Wording.roughCount(space.combinationCount))),
    ]
    for (requirement, share) in zip(session.state.requirements, space.refusedShares()) {
      fields.append(
        .init(
          "require", .text(requirement.text),
          note: "excludes \(Wording.decimal(share * 100, digits: 1))%"))
    }
    fields += [
      .init("estimate", .text(estimate.sentence)),
      .init("batches of", .number(Double(plan.study.batchSize), .length)),
      .init("objective", .text(session.state.objective.commandText)),
      .init("metrics", .number(Double(plan.metrics.count), .length)),
    ]
    return Document([.fields(FieldList(title: "sweep", fields)), .table(dimensions(of: plan))])
  }

  private static func dimensions(of plan: SweepPlan) -> TableBlock {
    TableBlock(
      title: "varies", [.init("name"), .init("count", .length), .init("from"), .init("to")],
      rows: plan.study.space.domains.map { domain in
        let column = domain.column(values: domain.values)
        return [
          .text(domain.name), .number(Double(domain.values.count), .length),
          .text(plan.typed(column, row: 0)),
          .text(plan.typed(column, row: domain.values.count - 1)),
        ]
      })
  }
}
