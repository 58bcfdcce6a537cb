import PlateauColumns
import PlateauEngine
import PlateauLanguage
import PlateauMarket
import PlateauReport

/// The equity of candidates over time.
enum EquityCommand: Command {
  static let signature = CommandSignature(
    "equity", group: "results", summary: "show the equity of candidates bar by bar",
    [.optional([.spaceList(.candidate("candidate"))])],
    details: "Equity is cash plus the position at the close. 'set mode csv' makes it a file.",
    examples: ["equity best", "equity rank 1 rank 2"], related: ["show", "trades"])
  static let isUndoable = false

  static func run(_ call: CommandCall, in session: Session) throws -> Document {
    let named = call.candidates("candidate")
    var choices: [CandidateChoice] = []
    if named.isEmpty {
      choices = [try CandidateChoice.find(nil, at: nil, in: session)]
      session.echo("equity best: \(choices[0].title)")
    }
    var finder = CandidateFinder(session)
    for syntax in named {
      choices.append(try finder.find(syntax, at: syntax.range))
    }
    let curves = try choices.map { choice in
      (choice, curve(of: try choice.replay(), in: choice.market))
    }
    var moments = Set<Timestamp>()
    for (_, curve) in curves { moments.formUnion(curve.keys) }
    let rows = moments.sorted().map { moment in
      [Cell.time(moment)]
        + curves.map { $0.1[moment].map { .number($0, .money) } ?? .undefined }
    }
    return Document([
      .table(
        TableBlock(
          [.init("time")]
            + choices.map {
              .init(choices.count > 1 ? "\($0.run.label):\($0.row)" : "equity", .money)
            },
          rows: rows))
    ])
  }

  private static func curve(of backtest: Backtest, in market: Market) -> [Timestamp: Double] {
    var curve: [Timestamp: Double] = [:]
    for (index, equity) in backtest.equity.enumerated() {
      curve[market.series.times[backtest.firstBar + index]] = equity
    }
    return curve
  }
}
