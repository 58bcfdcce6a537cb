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
    details: """
      The path says how candidates are run, and why. Columns are the functions of several bars in \
      the rules: each distinct one is computed once for all candidates. Where candidates are run \
      from trade to trade, conditions become masks of a bit a bar.
      """,
    examples: ["explain sweep"], related: ["sweep", "set", "require"])

  static func run(_ call: CommandCall, in session: Session) throws -> Document {
    let plan = try SweepPlanner.plan(session)
    let threads = try session.threadCount(call)
    let estimate = SweepEstimate(plan, threads: threads)
    let space = plan.study.space
    let demand = plan.columnDemand
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
    fields += columnFields(demand, plan)
    fields += [
      .init("estimate", .text(estimate.sentence)),
      .init("batches of", .number(Double(plan.study.batchSize), .length)),
      .init("objective", .text(session.state.objective.commandText)),
      .init("metrics", .number(Double(plan.metrics.count), .length)),
    ]
    return Document(
      [.fields(FieldList(title: "sweep", fields)), .table(dimensions(of: plan))]
        + tables(of: demand, plan))
  }

  /// How many columns and masks there will be, and what they take.
  private static func columnFields(_ demand: ColumnDemand, _ plan: SweepPlan) -> [FieldList.Field] {
    let barCounts = plan.markets.map(\.series.count)
    var fields: [FieldList.Field] = []
    if demand.count > 0 {
      fields.append(
        .init(
          "columns", .number(Double(demand.count), .length),
          note: (demand.isBound ? "at most, " : "")
            + "\(Wording.bytes(demand.bytes(barCounts: barCounts))), each computed once"))
    }
    if plan.evaluator.backtester.path == .events, !demand.conditions.isEmpty {
      fields.append(
        .init(
          "masks", .number(Double(demand.conditions.count), .length),
          note: "a candidate, of a bit a bar"))
    }
    return fields
  }

  /// The expressions behind the columns and masks; none for a strategy that has no expressions.
  private static func tables(of demand: ColumnDemand, _ plan: SweepPlan) -> [Document.Block] {
    let columns = TableBlock(
      title: "columns", [.init("expression"), .init("count", .length)],
      rows: demand.entries.map { [.text($0.text), .number(Double($0.count), .length)] })
    let masks = TableBlock(
      title: "masks", [.init("condition")], rows: demand.conditions.map { [.text($0)] })
    let usesMasks = plan.evaluator.backtester.path == .events
    return (demand.entries.isEmpty ? [] : [.table(columns)])
      + (usesMasks && !demand.conditions.isEmpty ? [.table(masks)] : [])
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
