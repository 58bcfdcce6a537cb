import PlateauColumns
import Testing

@testable import PlateauEngine

/// When a decision becomes a fill, and which of several decisions counts.
@Suite struct OrderTimingTests {
  private let bars = [Bar(9, 10, .buy), Bar(11, 12, .sell), Bar(13, 14), Bar(14, 15)]

  @Test func `an order fills at the open after the close that decided it`() throws {
    // 1100 at 11: 100 units; sold at 13.
    let backtest = try TinyMarket(bars).run { $0.cash = 1100 }
    #expect(backtest.equity == [1100, 1200, 1300, 1300])
    #expect(backtest.units == [0, 100, 0, 0])
    let trade = try #require(backtest.trades.first)
    #expect(backtest.trades.count == 1)
    #expect((trade.entryBar, trade.exitBar) == (1, 2))
    #expect((trade.entryPrice, trade.exitPrice, trade.profit) == (11, 13, 200))
    #expect(abs(trade.netReturn - 2.0 / 11) < 1e-15)
    #expect(trade.exitReason == .signal)
    #expect(trade.days == 1)
  }

  @Test func `with fill close an order fills at the close that decided it`() throws {
    // 1100 at 10: 110 units, worth 1100 at that close; sold at 12.
    let backtest = try TinyMarket(bars).run {
      $0.cash = 1100
      $0.fill = .close
    }
    #expect(backtest.equity == [1100, 1320, 1320, 1320])
    #expect(backtest.units == [110, 0, 0, 0])
  }

  @Test(arguments: ExecutionSettings.FillTime.allCases)
  func `an order decided on the last bar never fills`(fill: ExecutionSettings.FillTime) throws {
    let entry = try TinyMarket([Bar(10, 10), Bar(10, 10, .buy)]).run { $0.fill = fill }
    #expect(entry.units == [0, 0])
    let exit = try TinyMarket([Bar(10, 10, .buy), Bar(10, 10), Bar(10, 12, .sell)]).run {
      $0.fill = fill
    }
    #expect(exit.trades.isEmpty)
    #expect(exit.openUnits == 10_000)
    #expect(exit.finalEquity == 120_000)
  }

  @Test func `the first decision is at the first bar of the window, flat`() throws {
    // The buy of bar 0 lies before the window; the one of bar 2 is inside it.
    let all = [Bar(10, 10, .buy), Bar(20, 20), Bar(20, 25, .buy), Bar(25, 30), Bar(99, 99, .sell)]
    let backtest = try TinyMarket(all, window: 1..<4).run { $0.cash = 1000 }
    #expect(backtest.equity == [1000, 1000, 1200])
    #expect(backtest.firstBar == 1)
    // Scored from bar 2 on, the same trade with one bar less before it.
    var market = TinyMarket(all, window: 1..<4).market
    market = market.starting(at: 2)
    #expect(market.window == 2..<4)
    #expect(market.starting(at: 7).window == 2..<4)
  }

  @Test func `a sell cancels a buy of the same close, also when flat`() throws {
    let flat = try TinyMarket([Bar(10, 10, [.buy, .sell]), Bar(10, 11)]).run()
    #expect(flat.units == [0, 0])
    // Short: the buy that would turn it around is cancelled, and a sell means nothing to it.
    let short = try TinyMarket([
      Bar(10, 10, .short), Bar(10, 10, [.buy, .sell]), Bar(10, 10), Bar(10, 10),
    ]).run()
    #expect(short.openUnits == -10_000)
  }

  @Test func `a cover cancels a short of the same close`() throws {
    let backtest = try TinyMarket([Bar(10, 10, [.short, .cover]), Bar(10, 11)]).run()
    #expect(backtest.units == [0, 0])
  }

  @Test func `from flat a buy wins over a short`() throws {
    let backtest = try TinyMarket([Bar(10, 10, [.buy, .short]), Bar(10, 10)]).run()
    #expect(backtest.openUnits == 10_000)
  }

  @Test func `a cover closes a short position`() throws {
    // Short 100 at 10, bought back at 8: 200.
    let backtest = try TinyMarket([
      Bar(10, 10, .short), Bar(10, 9, .cover), Bar(8, 8), Bar(8, 8),
    ]).run { $0.cash = 1000 }
    #expect(backtest.equity == [1000, 1100, 1200, 1200])
    #expect(backtest.trades.first?.isLong == false)
    #expect(backtest.trades.first?.profit == 200)
  }

  @Test func `a touch counts as a crossing, a second bar above does not`() throws {
    // Close meets open on bar 1 and is above on bars 2 and 3: one crossing, on bar 2.
    let crossing = Formula.crossesAbove(.name("close"), .name("open")).program
    let backtest = try TinyMarket([
      Bar(10, 9), Bar(10, 10), Bar(10, 11), Bar(10, 11), Bar(10, 11),
    ]).run(TradingRules(buy: crossing))
    #expect(backtest.units.map { $0 > 0 } == [false, false, false, true, true])
    let below = Formula.crossesBelow(.name("close"), .name("open")).program
    let short = try TinyMarket([Bar(10, 10), Bar(10, 9), Bar(10, 9)]).run(
      TradingRules(short: below))
    #expect(short.units.map { $0 < 0 } == [false, false, true])
  }

  @Test func `rules that are never defined in the window fail with that reason`() throws {
    let mean = Formula.call("sma", [.name("close"), .number(3)])
    let rules = TradingRules(buy: Formula.binary(.greater, .name("close"), mean).program)
    let market = TinyMarket([Bar(1, 1), Bar(2, 2), Bar(3, 3), Bar(4, 4)], window: 0..<2)
    #expect(throws: CandidateFailure.neverDefined) { try market.run(rules) }
    // One bar more, and the third has a mean: 3 > 2 is decided there, too late to fill.
    let defined = try TinyMarket([Bar(1, 1), Bar(2, 2), Bar(3, 3)]).run(rules)
    #expect(defined.units == [0, 0, 0])
  }

  @Test func `the first bar needs every side of a rule, also one that cannot change it`() throws {
    // close < 0 is false from the start and decides the conjunction; the mean of two is not.
    let mean = Formula.call("sma", [.name("close"), .number(2)])
    let rule = Formula.binary(
      .and, .binary(.less, .name("close"), .number(0)),
      .binary(.greater, .name("close"), mean))
    let strategy = RuleStrategy(
      name: "both", parameters: [], rules: TradingRules(buy: rule.program))
    let market = TinyMarket([Bar(1, 1), Bar(2, 2), Bar(3, 3)]).market
    #expect(try strategy.firstBar([], settings: ExecutionSettings(), market: market) == 1)
  }
}
