import PlateauColumns
import Testing

@testable import PlateauEngine

/// Turning a position around, and the sides that may trade.
@Suite struct ReversalTests {
  private let turn = [Bar(10, 10, .buy), Bar(10, 12, .short), Bar(12, 11), Bar(11, 10)]

  @Test func `the opposite entry is one order at one fill, its fixed fee on the closed trade`()
    throws
  {
    // Buy 10 at 10 with fee 10: cash 890. Sell at 12 with fee 10: 1000. Short 10 at 12 without
    // another: 1120, less 110 at 11 and 100 at 10.
    let backtest = try TinyMarket(turn).run {
      $0.cash = 1000
      $0.commissionFixed = 10
      $0.sizingMode = .units
      $0.sizingAmount = 10
    }
    #expect(backtest.equity == [1000, 1010, 1010, 1020])
    #expect(backtest.units == [0, 10, -10, -10])
    #expect(backtest.fees == 20)
    let trade = try #require(backtest.trades.first)
    #expect(trade.fees == 20)
    #expect(trade.profit == 0)
    #expect(trade.exitReason == .reverse)
    #expect(backtest.openEntryBar == 2)
  }

  @Test func `a reversal is sized on the equity after closing`() throws {
    // 1000 at 10: 100 units, sold at 12: 1200, which shorts 100 at 12.
    let backtest = try TinyMarket(turn).run { $0.cash = 1000 }
    #expect(backtest.units == [0, 100, -100, -100])
    #expect(backtest.finalEquity == 1400)
  }

  @Test func `the opposite entry wins over a sell of the same close`() throws {
    let bars = [Bar(10, 10, .buy), Bar(10, 10, [.short, .sell]), Bar(10, 10)]
    #expect(try TinyMarket(bars).run().openUnits == -10_000)
  }

  @Test func `without reversal the opposite entry is ignored`() throws {
    let backtest = try TinyMarket(turn).run(TinyMarket.rules(reversal: false)) { $0.cash = 1000 }
    #expect(backtest.units == [0, 100, 100, 100])
    #expect(backtest.trades.isEmpty)
  }

  @Test func `without reversal no entry is decided on a bar that began with a position`() throws {
    // The sell of bar 1 fills on bar 2, where the next buy may not be decided; that of bar 3 may.
    let bars = [
      Bar(10, 10, .buy), Bar(10, 10, .sell), Bar(10, 10, .buy), Bar(10, 10, .buy), Bar(10, 10),
    ]
    let without = try TinyMarket(bars).run(TinyMarket.rules(reversal: false))
    #expect(without.units.map { $0 > 0 } == [false, true, false, false, true])
    let with = try TinyMarket(bars).run()
    #expect(with.units.map { $0 > 0 } == [false, true, false, true, true])
  }

  @Test func `with direction long a short neither enters nor exits`() throws {
    let backtest = try TinyMarket(turn).run { $0.direction = .long }
    #expect(backtest.units == [0, 10_000, 10_000, 10_000])
  }

  @Test func `with direction short a buy neither enters nor exits`() throws {
    let bars = [Bar(10, 10, .buy), Bar(10, 10, .short), Bar(10, 10, .buy), Bar(10, 10)]
    let backtest = try TinyMarket(bars).run { $0.direction = .short }
    #expect(backtest.units == [0, 0, -10_000, -10_000])
  }

  @Test func `a holding limit in bars is decided at the first close that reaches it`() throws {
    // Entered on bar 1; held 2 bars at the close of bar 3; out at the open of bar 4.
    var rules = TinyMarket.rules()
    rules.exitAfter = HoldingLimit(ColumnProgram(constant: 2), .bars)
    let bars = [Bar(10, 10, .buy), Bar(10, 10), Bar(10, 10), Bar(10, 10), Bar(12, 12)]
    let backtest = try TinyMarket(bars).run(rules)
    #expect(backtest.trades.map(\.exitReason) == [.time])
    #expect(backtest.trades.map(\.exitBar) == [4])
    #expect(backtest.trades.map(\.exitPrice) == [12])
  }

  @Test func `a holding limit in days counts the calendar`() throws {
    // Entered on day 3, a Friday say; day 6 is the first close three days on.
    var rules = TinyMarket.rules()
    rules.exitAfter = HoldingLimit(ColumnProgram(constant: 3), .days)
    let bars = [Bar(10, 10, .buy), Bar(10, 10), Bar(10, 10), Bar(10, 11), Bar(12, 12)]
    let backtest = try TinyMarket(bars, days: [2, 3, 6, 7, 8]).run(rules)
    #expect(backtest.trades.map(\.exitBar) == [3])
    #expect(backtest.trades.map(\.days) == [4])
    let close = try TinyMarket(bars, days: [2, 3, 6, 7, 8]).run(rules) { $0.fill = .close }
    #expect(close.trades.map(\.exitBar) == [2])
  }

  @Test func `the opposite entry wins over the holding limit`() throws {
    var rules = TinyMarket.rules()
    rules.exitAfter = HoldingLimit(ColumnProgram(constant: 1), .bars)
    let bars = [Bar(10, 10, .buy), Bar(10, 10), Bar(10, 10, .short), Bar(10, 10)]
    #expect(try TinyMarket(bars).run(rules).openUnits == -10_000)
  }
}
