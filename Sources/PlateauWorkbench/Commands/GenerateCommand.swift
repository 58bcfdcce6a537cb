import PlateauColumns
import PlateauLanguage
import PlateauMarket
import PlateauReport

/// Makes synthetic prices.
enum GenerateCommand: Command {
  static let signature = CommandSignature(
    "generate", group: "data", summary: "make synthetic prices with named regimes from a seed",
    [
      .word("name", .newName, placeholder: "NAME"),
      .clauses([
        [.keyword("bars"), .count("bars")],
        [.keyword("seed"), .count("seed")],
        [.keyword("interval"), .choice("interval", ["daily", "1h"])],
        [.keyword("start"), .word("start", .newName, placeholder: "DATE")],
        [.keyword("regimes"), .commaList(.choice("regime", Regime.allCases.map(\.rawValue)))],
      ]),
    ],
    details: """
      The prices are labelled synthetic wherever they appear. The same line makes the same prices \
      again. Regimes follow each other in the order given.
      """,
    examples: ["generate PRACTICE bars 1000 seed 7 regimes bull, sideways, bear"],
    related: ["data", "load"])

  static func run(_ call: CommandCall, in session: Session) throws -> Document {
    guard let name = call.word("name"), let bars = call.count("bars"),
      let seed = call.count("seed")
    else {
      throw Diagnostic(
        .missingArgument, "generate needs a name, 'bars N' and 'seed S'", at: call.range,
        suggestions: ["generate PRACTICE bars 1000 seed 7"])
    }
    let start = try start(of: call)
    let regimes = call.choices("regime").compactMap { Regime(rawValue: $0) }
    let series: PriceSeries
    do {
      series = try SyntheticPrices.generate(
        name: name, bars: bars, seed: UInt64(seed), regimes: regimes,
        interval: call.choice("interval") == "1h" ? .intraday(seconds: 3600) : .daily,
        start: start)
    } catch {
      throw Diagnostic(.outOfBounds, "\(error)", at: call.range(of: "bars"))
    }
    let arguments = call.text.drop { !$0.isWhitespace }.drop { $0.isWhitespace }
    let hadPrices = !session.state.datasets.isEmpty
    session.add(
      Dataset(series: series, findings: [], origin: .generated(arguments: String(arguments))))
    session.state.symbolsInUse = [series.name]
    return .message(
      "\(series.identity)\n"
        + DatasetWording.window(session.state, isFirst: !hadPrices))
  }

  private static func start(of call: CommandCall) throws -> CivilDate {
    guard let text = call.word("start") else { return SyntheticPrices.defaultStart }
    let parts = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 3, let year = parts[0], let month = parts[1], let day = parts[2],
      let date = CivilDate(year: year, month: month, day: day)
    else {
      throw Diagnostic(
        .dateForm, "'\(text)' is not a date", at: call.range(of: "start"),
        suggestions: ["2015-01-02"])
    }
    return date
  }
}
