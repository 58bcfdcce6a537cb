import PlateauColumns
import PlateauEngine
import PlateauLanguage
import PlateauReport
import PlateauSearch

/// Statistics of the kept rows.
enum DescribeCommand: Command {
  static let signature = CommandSignature(
    "describe", group: "results", summary: "show statistics of the kept rows, metric by metric",
    details: """
      Quartiles interpolate linearly; deviations divide by n - 1. Failed rows are left out, and \
      numbers that are the same but for rounding have the deviation 0.
      """,
    examples: ["describe"], related: ["top", "filter", "failures"])
  static let isUndoable = false

  static func run(_ call: CommandCall, in session: Session) throws -> Document {
    let view = try session.currentView()
    session.echo("describe \(view.run.label)")
    let columns = view.result.table.columns.dropFirst(view.result.parameterCount)
    let rows = view.rows.filter { view.failure(of: $0) == nil }
    let lines = columns.map { column in
      let values = rows.map { column.values[$0] }.filter { !$0.isNaN }.sorted()
      let statistics = [
        mean(of: values), sampleDeviation(of: values), values.first ?? .nan,
        quantile(0.25, ofSorted: values), quantile(0.5, ofSorted: values),
        quantile(0.75, ofSorted: values), values.last ?? .nan,
      ]
      return [.text(column.name), .number(Double(values.count), .length)]
        + statistics.map { $0.isNaN ? Cell.undefined : .number($0, column.kind) }
    }
    let failed = view.rows.count - rows.count
    let leftOut =
      failed == 0
      ? [] : ["\(Wording.plural(failed, "failed row")) left out of these statistics"]
    return Document([
      .table(
        TableBlock(
          [.init("metric"), .init("defined", .length)]
            + ["mean", "sd", "min", "25%", "median", "75%", "max"].map {
              .init($0, .number, digits: .own)
            },
          rows: lines, notes: leftOut + [session.countNote(view)]))
    ])
  }
}
