import PlateauColumns
import PlateauLanguage
import PlateauReport
import PlateauSearch

/// Statistics of the kept rows.
enum DescribeCommand: Command {
  static let signature = CommandSignature(
    "describe", group: "results", summary: "show statistics of the kept rows, metric by metric",
    details: "Quartiles interpolate linearly; deviations divide by n - 1.",
    examples: ["describe"], related: ["top", "filter", "failures"])
  static let isUndoable = false

  static func run(_ call: CommandCall, in session: Session) throws -> Document {
    let view = try session.currentView()
    let columns = view.result.table.columns.dropFirst(view.result.parameterCount)
    let rows = columns.map { column in
      let values = view.rows.map { column.values[$0] }.filter { !$0.isNaN }.sorted()
      let statistics = [
        mean(values), deviation(values), values.first ?? .nan, quantile(values, 0.25),
        quantile(values, 0.5), quantile(values, 0.75), values.last ?? .nan,
      ]
      return [.text(column.name), .number(Double(values.count), .length)]
        + statistics.map { $0.isNaN ? Cell.undefined : .number($0, column.kind) }
    }
    return Document([
      .table(
        TableBlock(
          [.init("metric"), .init("defined", .length)]
            + ["mean", "sd", "min", "25%", "median", "75%", "max"].map { .init($0, .number) },
          rows: rows, notes: [session.countNote(view)]))
    ])
  }

  private static func mean(_ values: [Double]) -> Double {
    values.isEmpty ? .nan : values.reduce(0, +) / Double(values.count)
  }

  private static func deviation(_ values: [Double]) -> Double {
    guard values.count > 1 else { return .nan }
    guard values[0] != values[values.count - 1] else { return 0 }
    let mean = mean(values)
    let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return (squares / Double(values.count - 1)).squareRoot()
  }

  private static func quantile(_ sorted: [Double], _ share: Double) -> Double {
    guard !sorted.isEmpty else { return .nan }
    let position = share * Double(sorted.count - 1)
    let low = Int(position)
    let high = min(low + 1, sorted.count - 1)
    return sorted[low] + (sorted[high] - sorted[low]) * (position - Double(low))
  }
}
