import PlateauColumns
import PlateauEngine
import PlateauLanguage
import PlateauMarket
import PlateauReport

/// Computes expressions over the bars of the symbols in use.
enum SeriesCommand: Command {
  static let signature = CommandSignature(
    "series", group: "data", summary: "compute expressions over the bars of the window",
    [
      .commaList(.expression("series")),
      .optional([.keyword("last"), .count("bars"), .optional([.keyword("bars")])]),
    ],
    details: """
      Reads \(Wording.list(ExpressionScopes.seriesNames.map(\.name))) and every function of \
      'help functions'. Bars before the window serve warm-up.
      """,
    examples: ["series close, sma(close, 20) last 5"], related: ["data", "window", "functions"])

  static func run(_ call: CommandCall, in session: Session) throws -> Document {
    let expressions = try call.expressions("series").map { syntax in
      try compile(syntax, in: ExpressionScopes.series, allowsConditions: true)
    }
    guard call.count("bars") ?? 1 >= 1 else {
      throw Diagnostic(.outOfBounds, "'last' wants at least 1 bar", at: call.range(of: "bars"))
    }
    let markets = try session.marketShelf.markets(of: session.state)
    return Document(
      try markets.map { market in
        .table(try table(of: expressions, market, last: call.count("bars"), markets.count > 1))
      })
  }

  private static func table(
    of expressions: [CompiledExpression], _ market: Market, last: Int?, _ isTitled: Bool
  ) throws -> TableBlock {
    var columns: [[Double]] = []
    for expression in expressions {
      do {
        let value = try expression.program.evaluate(in: market.environment)
        columns.append(value.column(rowCount: market.series.count))
      } catch {
        throw Diagnostic(.failedCalculation, "\(expression.text): \(error)")
      }
    }
    let bars = market.window.suffix(last ?? market.window.count)
    return TableBlock(
      title: isTitled ? market.series.name : nil,
      [.init("time")] + expressions.map { .init($0.text, $0.kind) },
      rows: bars.map { bar in
        [.time(market.series.times[bar])]
          + zip(columns, expressions).map { column, expression in
            cell(column[bar], expression.kind)
          }
      })
  }

  private static func cell(_ value: Double, _ kind: ValueKind) -> Cell {
    guard !value.isNaN else { return .undefined }
    return kind == .condition ? .flag(value == 1) : .number(value, kind)
  }
}
