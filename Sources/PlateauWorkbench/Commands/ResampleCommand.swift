import PlateauColumns
import PlateauLanguage
import PlateauMarket
import PlateauReport

/// Puts bars together into longer ones.
enum ResampleCommand: Command {
  private static let intervals = BarInterval.resamplingTargets.map(\.description)

  static let signature = CommandSignature(
    "resample", group: "data", summary: "put bars together into longer ones",
    [
      .word("name", .symbol, placeholder: "NAME"), .keyword("to"),
      .choice("interval", intervals),
      .optional([.keyword("as"), .word("as", .newName, placeholder: "NAME")]),
    ],
    details: """
      First open, highest high, lowest low, last close, sums of volume and dividends. Bars within \
      the day carry the time at which they begin, counted from midnight where the market is open \
      round the clock, else from the beginning of each session, whose end they never cross. Days, \
      weeks (Monday to Sunday) and months carry the date of their first bar. The result is named \
      NAME_weekly unless 'as' names it, and is chosen; the bars it was made of stay loaded.
      """,
    examples: ["resample INDEX to weekly", "resample INDEX to monthly as MONTHS"],
    related: ["data", "load", "inspect", "window"])

  static func run(_ call: CommandCall, in session: Session) throws -> Document {
    guard let symbol = call.word("name"),
      let interval = BarInterval.resamplingTargets.first(where: {
        $0.description == call.choice("interval")
      })
    else {
      throw Diagnostic(
        .missingArgument, "resample needs a name and an interval", at: call.range,
        suggestions: ["resample NAME to weekly"])
    }
    guard let source = session.state.dataset(named: symbol) else {
      throw Diagnostic.unknownSymbol(symbol, at: call.range(of: "name"), session.state)
    }
    let name = call.word("as") ?? "\(source.series.name)_\(interval.description)"
    let series: PriceSeries
    do {
      series = try source.series.resampled(to: interval, as: name)
    } catch {
      throw Diagnostic(
        .outOfBounds, "\(source.series.name): \(error)", at: call.range(of: "interval"),
        hint: hint(for: source.series.interval))
    }
    let dataset = Dataset(
      series: series, findings: findings(in: series, of: source),
      origin: .resampled(of: source, to: interval))
    let replaces = session.state.dataset(named: name) != nil
    session.add(dataset)
    session.state.symbolsInUse = [name]
    return .message(
      [
        series.identity + (replaces ? ", in place of the earlier one" : ""),
        DatasetWording.findings(dataset),
        DatasetWording.window(session.state, isFirst: false),
      ].joined(separator: "\n"))
  }

  /// That the last bar may not be over: for want of bars, or as that of the source may not be.
  private static func findings(in series: PriceSeries, of source: Dataset) -> [Finding] {
    if let finding = series.unfinishedPeriod(of: source.series) { return [finding] }
    guard source.findings.contains(where: { $0.kind == .unfinished }),
      let last = series.times.last
    else { return [] }
    return [
      Finding(
        .warning, .unfinished,
        "the last bar, \(last), may not be over, as that of \(source.series.name) may not be",
        count: 1, times: [last])
    ]
  }

  /// The intervals that would do.
  private static func hint(for interval: BarInterval) -> String? {
    let possible = BarInterval.resamplingTargets.filter { interval.canBeResampled(to: $0) }
    return possible.isEmpty
      ? nil : "these bars can be put together to \(Wording.list(possible.map(\.description)))"
  }
}
