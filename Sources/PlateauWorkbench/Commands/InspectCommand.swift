import PlateauColumns
import PlateauLanguage
import PlateauMarket
import PlateauReport

/// Tells what prices are like and what was found in them.
enum InspectCommand: Command {
  static let signature = CommandSignature(
    "inspect", group: "data", summary: "show what prices hold and what was found in them",
    [.optional([.word("name", .symbol, placeholder: "NAME"), .optional([.count("finding")])])],
    details: """
      With a number, one finding in full, with up to \(FindingPage.shownPlaces) of the lines and \
      bars it concerns. 'quality' is 100 where nothing was found: an error takes 20 and 10 more for \
      each percent of the bars it concerns, a repair 2 and 2, a warning 1 and 1. 'help findings' is \
      the table of what is refused, repaired and warned of.
      """,
    examples: ["inspect", "inspect INDEX"], related: ["findings", "data", "load", "series"])

  static func run(_ call: CommandCall, in session: Session) throws -> Document {
    let dataset = try dataset(call, session)
    if let number = call.count("finding") {
      guard number >= 1, number <= dataset.findings.count else {
        throw Diagnostic(
          .outOfBounds,
          "\(dataset.series.name) has \(Wording.plural(dataset.findings.count, "finding"))",
          at: call.range(of: "finding"))
      }
      return FindingPage.document(of: dataset.findings[number - 1], number: number)
    }
    return Document([.fields(fields(of: dataset, session.state)), .table(findings(of: dataset))])
  }

  private static func dataset(_ call: CommandCall, _ session: Session) throws -> Dataset {
    guard let name = call.word("name") else {
      guard let first = session.state.datasetsInUse.first else {
        throw Diagnostic(.noPrices, "no prices are loaded", hint: "'load PATH' reads a file")
      }
      return first
    }
    guard let dataset = session.state.dataset(named: name) else {
      throw Diagnostic.unknownSymbol(name, at: call.range(of: "name"), session.state)
    }
    return dataset
  }

  private static func fields(of dataset: Dataset, _ state: SessionState) -> FieldList {
    let series = dataset.series
    let low = series.low.min() ?? .nan
    let high = series.high.max() ?? .nan
    return FieldList(
      title: series.name,
      [
        .init("source", .text(source(of: dataset))),
        .init("synthetic", .flag(series.isSynthetic)),
        .init("bars", .number(Double(series.count), .length)),
        .init("first", .time(series.times[0])),
        .init("last", .time(series.times[series.count - 1])),
        .init("interval", .text(series.interval.description)),
        .init("market days", series.marketDays.map { .text($0) } ?? .undefined),
        .init("quality", .number(Double(dataset.quality.score), .length)),
        .init("periods a year", .number(series.periodsPerYear, .number)),
        .init("lowest low", .number(low, .price)),
        .init("highest high", .number(high, .price)),
        .init("last close", .number(series.close[series.count - 1], .price)),
        .init("in the window", .number(Double(state.window.bars(of: series).count), .length)),
        .init("fingerprint", .text(series.fingerprint.short)),
      ])
  }

  private static func source(of dataset: Dataset) -> String {
    switch dataset.origin {
    case .file(let path, _, let format): "\(path) (\(format))"
    case .generated(let arguments): "generate \(arguments)"
    case .resampled(let source, let interval):
      "resample \(source.series.name) to \(interval.description)"
    }
  }

  private static func findings(of dataset: Dataset) -> TableBlock {
    TableBlock(
      title: "findings",
      [
        .init("#", .length), .init("severity"), .init("kind"), .init("line", .length),
        .init("time"), .init("message"),
      ],
      rows: dataset.findings.enumerated().map { index, finding in
        [
          .number(Double(index + 1), .length), .text(finding.severity.rawValue),
          .text(finding.kind.rawValue),
          finding.line.map { .number(Double($0), .length) } ?? .undefined,
          finding.time.map { .time($0) } ?? .undefined, .text(finding.message),
        ]
      })
  }
}

extension Diagnostic {
  /// The error for a symbol that is not loaded.
  static func unknownSymbol(
    _ name: String, at range: Range<Int>?, _ state: SessionState
  ) -> Diagnostic {
    let names = state.datasets.map(\.series.name)
    return Diagnostic(
      .unknownSymbol, "no prices named '\(name)'", at: range,
      suggestions: nearestNames(to: name, among: names),
      hint: names.isEmpty
        ? "'load PATH' reads a file" : "loaded are \(Wording.list(names))")
  }
}
