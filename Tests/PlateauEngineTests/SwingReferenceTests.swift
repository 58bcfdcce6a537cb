import PlateauColumns
import PlateauEngine
import PlateauMarket
import Testing

/// Trades of the earlier strategy tester, on the settings that mean the same rules.
@Suite(.enabled(if: SharedFiles.present, "needs ../shared"))
struct SwingReferenceTests {
  @Test(arguments: ["GOOG", "BTCUSD"])
  func `every swing trade comes out again`(symbol: String) throws {
    let market = try ReferencePrices.market(symbol)
    let folder = "reference/swing/\(symbol)"
    let cases = try SharedFiles.rows("\(folder)/summary.csv")
    let trades = try SharedFiles.rows(
      "\(folder)/trades.csv" + (symbol == "GOOG" ? "" : ".gz"))
    #expect(cases.count == 36)
    var compared = 0
    for row in cases {
      let name = row["case"]
      var settings = Self.settings
      settings.direction = name.hasSuffix("long_only") ? .long : .both
      let backtest = try RuleStrategy.swing.backtest(
        try parameters(of: name), settings: settings, market: market)
      let all = trades.filter { $0["case"] == name }
      let expected = Array(all.prefix(Self.affordable(all)))
      compared += expected.count
      if expected.count == all.count {
        #expect(backtest.trades.count == expected.count, "\(name)")
        let realised = backtest.trades.reduce(1_000_000) { $0 + $1.profit }
        #expect(agree(realised, row.number("final_equity"), within: 1e-10), "\(name)")
      }
      #expect(backtest.trades.count >= expected.count, "\(name)")
      for (trade, reference) in zip(backtest.trades, expected) {
        let place = "\(symbol) \(name) trade \(reference["trade"])"
        #expect(
          market.series.times[trade.entryBar].description == reference["entry_date"], "\(place)")
        #expect(
          market.series.times[trade.exitBar].description == reference["exit_date"], "\(place)")
        #expect(trade.isLong == (reference["direction"] == "LONG"), "\(place)")
        #expect(trade.units == reference.number("quantity"), "\(place)")
        #expect(agree(trade.entryPrice, reference.number("entry_price"), within: 1e-11), "\(place)")
        #expect(agree(trade.exitPrice, reference.number("exit_price"), within: 1e-11), "\(place)")
        #expect(agree(trade.fees, reference.number("costs"), within: 1e-9), "\(place)")
        #expect(agree(trade.profit, reference.number("pnl"), within: 1e-9), "\(place)")
        #expect(trade.days == reference.whole("days_held"), "\(place)")
        #expect(Self.reasons[reference["exit_reason"]] == trade.exitReason, "\(place)")
      }
    }
    #expect(symbol == "GOOG" ? compared == trades.count : compared > 500, "\(compared)")
  }

  /// How many trades come before the first that 0.8% of the account cannot pay for.
  ///
  /// The reference then buys one unit all the same; here there is no order.
  private static func affordable(_ trades: [CSVRow]) -> Int {
    var account = 1_000_000.0
    for (index, trade) in trades.enumerated() {
      guard account * 0.008 >= trade.number("entry_price") else { return index }
      account += trade.number("pnl")
    }
    return trades.count
  }

  private static var settings: ExecutionSettings {
    var settings = ExecutionSettings()
    settings.cash = 1_000_000
    settings.fill = .close
    settings.protective = .close
    settings.sizingMode = .fraction
    settings.sizingAmount = 0.008
    settings.lot = 1
    settings.maximumPositionValue = 100_000
    settings.commission = 0.0015
    return settings
  }

  private static let reasons: [String: ExitReason] = [
    "gap_exit_sl": .stop, "sl_hit": .stop, "gap_exit_tp": .target, "tp_hit": .target,
    "max_hold": .time,
  ]

  /// Fast, slow, stop, target and days of a name such as `swing_5_20_sl3_tp6_hold15`.
  private func parameters(of name: String) throws -> [Double] {
    let numbers = name.split(separator: "_").compactMap { part in
      Double(part.drop { !$0.isNumber })
    }
    #expect(numbers.count == 5)
    return [numbers[0], numbers[1], numbers[2] / 100, numbers[3] / 100, numbers[4]]
  }
}
