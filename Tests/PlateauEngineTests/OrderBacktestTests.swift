import PlateauColumns
import PlateauMarket
import Testing

@testable import PlateauEngine

/// What orders do on price lists worked out by hand.
@Suite struct OrderBacktestTests {
  private func order(_ units: Formula, when condition: Formula) -> OrderRule {
    OrderRule(units: units.program, condition: condition.program)
  }

  /// The bar counted from 1 is in the volume of each bar.
  private func run(
    _ orders: [OrderRule], on bars: [Bar], start: Formula? = nil,
    fill: ExecutionSettings.FillTime? = .close,
    _ configure: (inout ExecutionSettings) -> Void = { _ in }
  ) throws -> Backtest {
    var settings = ExecutionSettings()
    settings.cash = 1000
    configure(&settings)
    let volume = bars.indices.map { Double($0 + 1) }
    let market = Market(
      series: PriceSeries(
        name: "TINY", times: bars.indices.map { Timestamp(CivilDate(dayNumber: 19_723 + $0)) },
        open: bars.map(\.open), high: bars.map(\.high), low: bars.map(\.low),
        close: bars.map(\.close), volume: volume, interval: .daily), periodsPerYear: 252)
    let strategy = OrderStrategy(
      name: "tiny", parameters: [],
      rules: OrderRules(orders: orders, start: start?.program, fill: fill))
    return try strategy.backtest([], settings: settings, market: market)
  }

  private func on(_ bar: Double) -> Formula { .binary(.equal, "volume", .number(bar)) }

  @Test func `an order fills at the close that decided it or at the next open`() throws {
    let bars = [Bar(10, 10), Bar(12, 15), Bar(20, 25)]
    let close = try run([order(10, when: on(1))], on: bars)
    #expect(close.fills?.map(\.price) == [10])
    #expect(close.equity == [1000, 1050, 1150])
    let open = try run([order(10, when: on(1))], on: bars, fill: .nextOpen)
    #expect(open.fills?.map(\.bar) == [1])
    #expect(open.equity == [1000, 1030, 1130])
  }

  @Test func `the last bar's order fills at its close and never at the next open`() throws {
    let bars = [Bar(10, 10), Bar(10, 10)]
    #expect(try run([order(1, when: on(2))], on: bars).fills?.count == 1)
    #expect(try run([order(1, when: on(2))], on: bars, fill: .nextOpen).fills?.isEmpty == true)
  }

  @Test func `the setting says when orders fill where the rules do not`() throws {
    let bars = [Bar(10, 10), Bar(12, 15)]
    let open = try run([order(1, when: on(1))], on: bars, fill: nil) { $0.fill = .nextOpen }
    #expect(open.fills?.map(\.price) == [12])
    let close = try run([order(1, when: on(1))], on: bars, fill: nil) { $0.fill = .close }
    #expect(close.fills?.map(\.price) == [10])
  }

  @Test func `a purchase is cut to what cash pays for, costs included`() throws {
    let result = try run([order(1e6, when: on(1))], on: [Bar(10, 10), Bar(10, 10)]) {
      $0.commission = 0.01
      $0.commissionFixed = 5
      $0.slippage = 0.1
    }
    // 11 a unit after slippage, 11.11 with commission; 995 are left after the fixed fee.
    let fill = try #require(result.fills?.first)
    #expect(fill.price == 11)
    #expect(agree(fill.units, 995 / 11.11, within: 1e-12))
    #expect(fill.unitsBeforeLimits == 1e6)
    #expect(abs(fill.cashAfter) < 1e-9)
    #expect(agree(result.fees, 995 / 11.11 * 0.11 + 5, within: 1e-12))
  }

  @Test func `a sale is cut to the units held, so nothing is ever owed`() throws {
    let result = try run(
      [order(10, when: on(1)), order(-25, when: on(2) || on(3))],
      on: [Bar(10, 10), Bar(10, 20), Bar(10, 20)])
    #expect(result.fills?.map(\.units) == [10, -10])
    #expect(result.units == [10, 0, 0])
    #expect(result.finalEquity == 1100)
    #expect(result.openEntryBar == nil)
  }

  @Test func `lots round down, and positions keep to their largest value`() throws {
    let bars = [Bar(10, 10), Bar(10, 10), Bar(10, 10)]
    let lots = try run(
      [order(7.9, when: on(1)), order(-2.5, when: on(2)), order(0.9, when: on(3))], on: bars
    ) { $0.lot = 1 }
    #expect(lots.fills?.map(\.units) == [7, -2])
    let capped = try run([order(30, when: on(1) || on(2))], on: bars) {
      $0.maximumPositionValue = 500
    }
    #expect(capped.fills?.map(\.units) == [30, 20])
  }

  @Test func `the first order whose condition is true decides alone`() throws {
    let bars = [Bar(10, 10), Bar(10, 10)]
    let first = try run([order(1, when: 1), order(2, when: 1)], on: bars)
    #expect(first.fills?.map(\.units) == [1, 1])
    // Nothing was sold yet, so the gain is undefined: no order, and the second is not asked.
    let undefined = try run([order("pnl", when: 1), order(2, when: 1)], on: bars)
    #expect(undefined.fills?.isEmpty == true)
    let zero = try run([order(0, when: 1), order(2, when: 1)], on: bars)
    #expect(zero.fills?.isEmpty == true)
    // An undefined condition is not true.
    let unknown = try run([order(1, when: "pnl" > 0), order(2, when: on(1))], on: bars)
    #expect(unknown.fills?.map(\.units) == [2])
  }

  @Test func `the entry is that of the fill from flat, the last fill that of any`() throws {
    let bars = [
      Bar(10, 11, 9, 10), Bar(10, 14, 8, 12), Bar(12, 13, 11, 12), Bar(12, 30, 5, 20),
      Bar(20, 20),
    ]
    // Each state is asked on bar 4 by an order of that many units.
    func told(_ state: Formula, _ bar: Double = 4) throws -> Double? {
      let orders = [
        order(10, when: on(1)), order(5, when: on(2)), order(-3, when: on(3)),
        order(state / 1000, when: on(bar)),
      ]
      return try run(orders, on: bars).fills?.first { $0.bar == Int(bar) - 1 }
        .map { $0.unitsBeforeLimits * 1000 }
    }
    func expect(_ state: Formula, _ value: Double, _ bar: Double = 4) throws {
      #expect(agree(try #require(try told(state, bar)), value, within: 1e-12))
    }
    try expect("position", 12)
    try expect("entry_price", 10)
    try expect("last_fill", 12)
    try expect("bars_held", 3)
    try expect("high_since", 30)
    try expect("low_since", 5)
    // 1000 - 100 - 60 + 36 in cash, twelve units of 20.
    try expect("equity", 876 + 240)
    try expect("weight", 240.0 / 1116)
    try expect("pnl", 1)
    try expect("last_fill", 12, 5)
    try expect("high_since", 30, 5)
    try expect("bars_held", 4, 5)
  }

  @Test func `a position that was left begins anew`() throws {
    let bars = [Bar(10, 10), Bar(10, 10), Bar(20, 20), Bar(20, 25)]
    let orders = [
      order(10, when: on(1)), order(-"position", when: on(2)), order(5, when: on(3)),
      order("entry_price" / 100, when: on(4)),
    ]
    let result = try run(orders, on: bars)
    #expect(result.fills?.last?.unitsBeforeLimits == 0.2)
    #expect(result.openEntryBar == 2)
  }

  @Test func `a starting share is bought without fee, decides nothing and is not scored`() throws {
    let bars = [Bar(10, 10), Bar(10, 12), Bar(12, 12)]
    let orders = [order(1, when: on(1)), order(-10, when: "close" > "last_fill" * 1.1)]
    let result = try run(orders, on: bars, start: 0.4) { $0.commission = 0.5 }
    #expect(result.firstBar == 1)
    #expect(result.fills?.map(\.bar) == [1])
    #expect(result.fills?.first?.anchorBefore == 10)
    // 600 in cash and 40 units, of which ten are sold at 12 for half of that.
    #expect(result.equity == [600 + 60 + 360, 1020])
    #expect(result.fees == 60)
  }

  @Test func `a starting share that is none and a window of one bar are failures`() {
    let bars = [Bar(10, 10), Bar(10, 12)]
    for share in [-0.1, 1.5, .nan] {
      #expect(throws: CandidateFailure.self) {
        try run([order(1, when: 1)], on: bars, start: .number(share))
      }
    }
    #expect(throws: CandidateFailure.onlyStartingMix) {
      try run([order(1, when: 1)], on: [Bar(10, 10)], start: 0.5)
    }
  }

  @Test func `an account that fees have eaten is ruined`() throws {
    let orders = [order(10, when: on(1)), order(-1, when: on(2) || on(3))]
    let result = try run(orders, on: [Bar(100, 100), Bar(10, 10), Bar(10, 10), Bar(10, 10)]) {
      $0.cash = 1010
      $0.commissionFixed = 60
    }
    #expect(result.isRuined)
    #expect(result.finalEquity == 0)
  }

  @Test func `rules that ask for the account's past fail with that reason`() {
    let orders = [order(1, when: .crossesAbove("close", "last_fill"))]
    #expect(throws: CandidateFailure.stateWithoutPast) { try run(orders, on: [Bar(10, 10)]) }
  }

  @Test func `the first bar is the first on which every column of the rules is defined`() throws {
    let strategy = OrderStrategy(
      name: "s", parameters: [StrategyParameter("n", kind: .length, default: 3)],
      rules: OrderRules(orders: [
        order(1, when: "close" > .call("sma", ["close", "n"]) && "pnl" > 0)
      ]))
    let market = Market(
      series: AnchoredCase.series([1, 2, 3, 4, 5]), periodsPerYear: 252)
    func first(_ length: Double) throws -> Int? {
      try strategy.firstBar([length], settings: ExecutionSettings(), market: market)
    }
    #expect(try first(3) == 2)
    #expect(try first(6) == nil)
    #expect(throws: CandidateFailure.neverDefined) {
      try strategy.backtest([6], settings: ExecutionSettings(), market: market)
    }
  }
}
