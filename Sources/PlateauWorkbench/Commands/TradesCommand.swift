import PlateauColumns
import PlateauEngine
import PlateauLanguage
import PlateauMarket
import PlateauReport

/// The trades of one candidate.
enum TradesCommand: Command {
  static let signature = CommandSignature(
    "trades", group: "results", summary: "list the trades of a candidate",
    [.optional([.candidate("candidate")])],
    details: """
      Closed trades with their profit after costs; for account-driven strategies their fills. A \
      position still open on the last bar is no trade and is told below the table.
      """,
    examples: ["trades best"], related: ["show", "equity"])
  static let isUndoable = false

  static func run(_ call: CommandCall, in session: Session) throws -> Document {
    let choice = try CandidateChoice.find(
      call.candidate("candidate"), at: call.range(of: "candidate"), in: session)
    if call.candidate("candidate") == nil { session.echo("trades best: \(choice.title)") }
    let backtest = try choice.replay()
    var table =
      backtest.fills.map { self.fills($0, choice.market) } ?? trades(backtest, choice.market)
    table.title = "\(choice.title): \(choice.valuesText)"
    if backtest.openUnits != 0 {
      table.notes.append(
        "still open: \(NumberStyle(unicode: true).text(backtest.openUnits, .number)) units at the last close"
      )
    }
    return Document([.table(table)])
  }

  private static func trades(_ backtest: Backtest, _ market: Market) -> TableBlock {
    let times = market.series.times
    return TableBlock(
      [
        .init("#", .length), .init("side"), .init("units", .number), .init("entry"),
        .init("exit"), .init("entry_price", .price), .init("exit_price", .price),
        .init("profit", .money), .init("return", .fraction), .init("fees", .money),
        .init("days", .days), .init("reason"),
      ],
      rows: backtest.trades.enumerated().map { index, trade in
        [
          .number(Double(index + 1), .length), .text(trade.isLong ? "long" : "short"),
          .number(trade.units, .number), .time(times[trade.entryBar]),
          .time(times[trade.exitBar]), .number(trade.entryPrice, .price),
          .number(trade.exitPrice, .price), .number(trade.profit, .money),
          .number(trade.netReturn, .fraction), .number(trade.fees, .money),
          .number(Double(trade.days), .days),
          .text(trade.exitReason.rawValue),
        ]
      })
  }

  private static func fills(_ fills: [Fill], _ market: Market) -> TableBlock {
    TableBlock(
      [
        .init("#", .length), .init("time"), .init("kind"), .init("units", .number),
        .init("price", .price), .init("fee", .money), .init("cash", .money),
        .init("position", .number),
      ],
      rows: fills.enumerated().map { index, fill in
        [
          .number(Double(index + 1), .length), .time(market.series.times[fill.bar]),
          .text(fill.kind.rawValue), .number(fill.units, .number), .number(fill.price, .price),
          .number(fill.fee, .money), .number(fill.cashAfter, .money),
          .number(fill.unitsAfter, .number),
        ]
      })
  }
}
