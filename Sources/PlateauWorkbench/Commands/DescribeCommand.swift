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
    let kept = view.ranking.rowsInTable
    let failedRows = Set(view.result.failures.lazy.map(\.row))
    let rows = failedRows.isEmpty ? kept : kept.filter { !failedRows.contains($0) }
    let metrics = Array(columns)
    let wanted = rows.count == view.result.count ? nil : rows
    // Each core takes its share of the metrics, all in the same memory.
    let shares = min(Cores.count, metrics.count)
    let shared = Cores.map(shares) { share in
      var selection = RankSelection()
      return stride(from: share, to: metrics.count, by: shares).map { index in
        line(metrics[index], at: wanted, &selection)
      }
    }
    let lines = metrics.indices.map { shared[$0 % shares][$0 / shares] }
    let failed = kept.count - rows.count
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

  /// The statistics of a metric's defined values.
  private static func line(
    _ column: Column, at rows: [Int]?, _ selection: inout RankSelection
  ) -> [Cell] {
    let count = selection.take(column.values, at: rows)
    let quartiles = [0, 0.25, 0.5, 0.75, 1].map { QuantilePlace($0, of: count) }
    let ranks = Set(quartiles.flatMap { [$0.below, $0.above] }).sorted()
    let numbers = count == 0 ? [] : selection.numbers(ofRanks: ranks)
    let valueOf = Dictionary(uniqueKeysWithValues: zip(ranks, numbers))
    let (mean, deviation) = column.moments(at: rows, count: count)
    let statistics =
      [mean, deviation]
      + quartiles.map { $0.between(valueOf[$0.below] ?? .nan, valueOf[$0.above] ?? .nan) }
    return [.text(column.name), .number(Double(count), .length)]
      + statistics.map { $0.isNaN ? Cell.undefined : .number($0, column.kind) }
  }
}

/// Where a quantile lies among ranks, with linear interpolation between neighbours.
private struct QuantilePlace {
  let below: Int
  let above: Int
  private let share: Double

  init(_ share: Double, of count: Int) {
    let position = share * Double(max(0, count - 1))
    below = Int(position)
    above = min(below + 1, max(0, count - 1))
    self.share = position - Double(below)
  }

  func between(_ low: Double, _ high: Double) -> Double {
    share == 0 ? low : low + share * (high - low)
  }
}

extension Column {
  /// The mean and the standard deviation of the defined values, in the order of the rows.
  fileprivate func moments(at rows: [Int]?, count: Int) -> (mean: Double, deviation: Double) {
    let defined = rows == nil && count == values.count
    let wanted =
      defined
      ? values
      : rows.map { $0.map { values[$0] } }?.filter { !$0.isNaN }
        ?? values.filter { !$0.isNaN }
    return (PlateauEngine.mean(of: wanted), sampleDeviation(of: wanted))
  }
}
