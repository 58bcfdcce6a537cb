import PlateauColumns
import PlateauLanguage
import PlateauMarket
import PlateauReport

/// Lists the prices of the session.
enum DataCommand: Command {
  static let signature = CommandSignature(
    "data", group: "data", summary: "list the loaded prices",
    details: """
      'days' are those of the week on which bars mostly stand, as the prices show it. Symbols in \
      use are marked; 'inspect NAME' tells what was found in each.
      """,
    examples: ["data"], related: ["load", "use", "inspect", "generate", "resample"])

  static func run(_ call: CommandCall, in session: Session) throws -> Document {
    let state = session.state
    guard !state.datasets.isEmpty else {
      return .message("no prices are loaded; 'load PATH' reads a file, 'generate' makes some")
    }
    let rows: [[Cell]] = state.datasets.map { dataset in
      let series = dataset.series
      return [
        .text(series.name), .number(Double(series.count), .length),
        .time(series.times[0]), .time(series.times[series.count - 1]),
        .text(series.interval.description), series.marketDays.map { .text($0) } ?? .undefined,
        .number(Double(dataset.findings.count), .length),
        .flag(state.symbolsInUse.contains(series.name)), .flag(series.isSynthetic),
        .text(series.fingerprint.short),
      ]
    }
    return Document([
      .table(
        TableBlock(
          [
            .init("symbol"), .init("bars", .length), .init("first"), .init("last"),
            .init("interval"), .init("days"), .init("findings", .length), .init("used"),
            .init("synthetic"),
            .init("fingerprint"),
          ], rows: rows))
    ])
  }
}
