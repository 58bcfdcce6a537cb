import PlateauColumns
import PlateauEngine
import PlateauLanguage
import PlateauReport

/// One equity curve under the definitions of several packages.
enum ConventionCommand: Command {
  static let signature = CommandSignature(
    "convention", group: "results",
    summary: "show what other packages would say of a candidate's curve",
    [.optional([.candidate("candidate")])],
    details: """
      The curve and trades stay as they are; only the formulas change. Each package keeps its own \
      sign, unit and defaults: backtesting.py compounds volatility and takes trade returns, \
      quantstats wins and losses of bars, vectorbt a year of 365 bars, backtrader returns of \
      calendar years less 1%, a logarithm as total return, and drawdown length in bars. Empty where \
      a package has no such figure.
      """,
    examples: ["convention best", "convention rank 2"], related: ["show", "equity", "metrics"])
  static let isUndoable = false

  /// Rows that Plateau has a metric for under another name.
  private static let names = ["longest_drawdown": "longest_drawdown_days"]

  static func run(_ call: CommandCall, in session: Session) throws -> Document {
    let choice = try CandidateChoice.find(
      call.candidate("candidate"), at: call.range(of: "candidate"), in: session)
    if call.candidate("candidate") == nil { session.echo("convention best: \(choice.title)") }
    let backtest = try choice.replay()
    let curve = EquityCurve(backtest)
    let packages = Convention.all.map { $0.figures(of: curve) }
    let rows: [[Cell]] = rowNames(packages).map { name in
      let metric = Metric.named(names[name] ?? name)
      let own =
        metric.map { CellText.cell(choice.value(of: $0, in: backtest), $0.kind) } ?? .undefined
      return [.text(name), own]
        + packages.map { figures in
          figures.first { $0.name == name }.map { CellText.cell($0.value, $0.kind) } ?? .undefined
        }
    }
    let headings =
      [.init("metric"), .init("plateau", .number, digits: .own)]
      + Convention.all.map { TableBlock.Heading($0.name, .number, digits: .own) }
    return Document([
      .table(
        TableBlock(
          title: "\(choice.title): \(choice.valuesText)", headings, rows: rows,
          notes: [
            "formulas of "
              + Wording.list(Convention.all.map { "\($0.name) \($0.version)" })
          ]))
    ])
  }

  /// Every name that some package has a figure of: in Plateau's order, then the others.
  private static func rowNames(_ packages: [[Convention.Figure]]) -> [String] {
    let found = packages.flatMap { $0.map(\.name) }
    let known = Metric.all.map { metric in
      names.first { $0.value == metric.name }?.key ?? metric.name
    }
    var seen: Set<String> = []
    return (known.filter(found.contains) + found).filter { seen.insert($0).inserted }
  }
}
