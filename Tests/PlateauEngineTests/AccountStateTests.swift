import PlateauColumns
import PlateauMarket
import Testing

@testable import PlateauEngine

/// What rules read of their own account at a close.
@Suite struct AccountStateTests {
  private typealias Row = [AccountState: Double]

  /// The state at every close, before that close decides.
  private func states(_ bars: [Bar], fill: ExecutionSettings.FillTime = .nextOpen) -> [Row] {
    var settings = ExecutionSettings()
    (settings.cash, settings.fill) = (1000, fill)
    var execution = BarExecution(
      .allEquity(limit: nil, allowsReversal: true), settings: settings)
    let market = TinyMarket(bars).market
    return bars.indices.map { index in
      let bar = market.series.bar(index, sessions: nil)
      execution.begin(bar)
      let row = Dictionary(
        uniqueKeysWithValues: AccountState.allCases.map {
          ($0, execution.value(of: $0, at: bar))
        })
      execution.act(on: bars[index].signals, at: bar)
      return row
    }
  }

  /// Compares a state on each bar; `nil` is undefined.
  private func expect(
    _ state: AccountState, _ rows: [Row], _ expected: [Double?],
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let found = rows.map { row in row[state].flatMap { $0.isNaN ? nil : $0 } }
    #expect(found.count == expected.count, sourceLocation: sourceLocation)
    for (bar, (a, b)) in zip(found, expected).enumerated() {
      let isSame = a == b || abs((a ?? .nan) - (b ?? .nan)) < 1e-12
      #expect(isSame, "bar \(bar): \(String(describing: a))", sourceLocation: sourceLocation)
    }
  }

  @Test func `a long position is seen from its entry bar to the bar before its exit`() {
    // 100 units at 10, sold at 9 on bar 3.
    let rows = states([
      Bar(10, 10, 10, 10, .buy), Bar(10, 12, 9, 11), Bar(11, 11.5, 10, 10.5, .sell),
      Bar(9, 13, 8, 9),
    ])
    expect(.position, rows, [0, 100, 100, 0])
    expect(.entryPrice, rows, [nil, 10, 10, nil])
    expect(.lastFill, rows, [nil, 10, 10, 9])
    expect(.barsHeld, rows, [nil, 0, 1, nil])
    expect(.highSince, rows, [nil, 12, 12, nil])
    expect(.lowSince, rows, [nil, 9, 9, nil])
    expect(.equity, rows, [1000, 1100, 1050, 900])
    expect(.weight, rows, [0, 1, 1, 0])
    expect(.pnl, rows, [nil, 0.1, 0.05, nil])
  }

  @Test func `a short position has negative units and weight, and gains where the price falls`() {
    // 100 units sold at 10: 2000 of cash less what they are worth.
    let rows = states([Bar(10, 10, .short), Bar(10, 11, 7, 8), Bar(8, 13, 8, 12.5)])
    expect(.position, rows, [0, -100, -100])
    expect(.equity, rows, [1000, 1200, 750])
    expect(.weight, rows, [0, -800.0 / 1200, -1250.0 / 750])
    expect(.pnl, rows, [nil, 0.2, -0.25])
    expect(.highSince, rows, [nil, 11, 13])
    expect(.lowSince, rows, [nil, 7, 7])
  }

  @Test func `an entry at the close is seen at the next one, its bar's high and low included`() {
    let rows = states([Bar(10, 15, 6, 10, .buy), Bar(10, 12, 9, 11)], fill: .close)
    expect(.position, rows, [0, 100])
    expect(.barsHeld, rows, [nil, 1])
    expect(.highSince, rows, [nil, 15])
    expect(.lowSince, rows, [nil, 6])
  }

  /// Runs rules that read the account over prices that signals do not matter to.
  private func units(_ rules: TradingRules, _ closes: [Double]) throws -> [Double] {
    try TinyMarket(closes.map { Bar($0, $0) }).run(rules) { $0.cash = 1000 }.units
  }

  @Test func `state that is undefined while flat is neither true nor false`() throws {
    let above = Formula.binary(.greater, .name("close"), .name("entry_price"))
    let closes = [10.0, 10, 10, 10]
    #expect(try units(TradingRules(buy: above.program), closes) == [0, 0, 0, 0])
    #expect(
      try units(TradingRules(buy: Formula.unary(.not, above).program), closes) == [0, 0, 0, 0])
    // True decides `or` beside an undefined side.
    let either = Formula.binary(.or, above, .binary(.equal, .name("position"), .number(0)))
    #expect(try units(TradingRules(buy: either.program), closes) == [0, 100, 100, 100])
    // False decides `and`.
    let both = Formula.unary(
      .not, .binary(.and, above, .binary(.notEqual, .name("position"), .number(0))))
    #expect(try units(TradingRules(buy: both.program), closes) == [0, 100, 100, 100])
  }

  @Test func `bars held and prices since the entry close a position`() throws {
    let flat = Formula.binary(.equal, .name("position"), .number(0)).program
    let held = Formula.binary(.greaterOrEqual, .name("bars_held"), .number(2)).program
    // Entered on bar 1; on bar 3 it is held for two; sold on bar 4, where another is decided.
    #expect(
      try units(TradingRules(buy: flat, sell: held), [10, 10, 10, 10, 10, 10, 10])
        == [0, 100, 100, 100, 0, 100, 100])
    // 19.5 is less than 0.98 of 20; 10 is not, of 10.
    let fallen = Formula.binary(
      .less, .name("close"), .binary(.multiply, .name("high_since"), .number(0.98))
    ).program
    #expect(
      try units(TradingRules(buy: flat, sell: fallen), [10, 10, 20, 19.7, 19.5, 19.5])
        == [0, 100, 100, 100, 100, 0])
  }

  @Test func `the last fill is undefined before the first and known ever after`() throws {
    let again = Formula.binary(
      .or, .unary(.isUndefined, .name("last_fill")),
      .binary(.less, .name("close"), .name("last_fill")))
    let rules = TradingRules(
      buy: again.program, sell: Formula.binary(.greater, .name("pnl"), .number(0.1)).program)
    // Bought at 10 and sold at 12; 11 is less than that, and buys 1200 / 11.
    let found = try units(rules, [10, 10, 12, 12, 13, 11, 11])
    #expect(found[0...4] == [0, 100, 100, 0, 0])
    #expect(found[5] == 0 && abs(found[6] - 1200.0 / 11) < 1e-9)
  }

  @Test func `the first defined bar leaves the account out, not what stands beside it`() throws {
    let mean = Formula.call("sma", [.name("close"), .number(3)])
    let strategy = RuleStrategy(
      name: "s", parameters: [],
      rules: TradingRules(
        buy: Formula.binary(
          .and, .binary(.greater, .name("close"), .name("last_fill")),
          .binary(.less, mean, .binary(.multiply, .name("weight"), .number(9)))
        ).program))
    let market = TinyMarket((1...6).map { Bar(Double($0), Double($0)) }).market
    #expect(try strategy.firstBar([], settings: ExecutionSettings(), market: market) == 2)
  }

  @Test func `a trailing rule with a limit gives the trades of a plain program`() throws {
    // buy when close > close[1]; sell when close < high_since * 0.95 or bars_held >= 10, at the
    // next open with a tenth of a percent of commission, over 60 bars of a formula. The trades and
    // figures are those of a plain Python program that knows nothing of this one.
    var (bars, last): ([Bar], Int) = ([], 10_000)
    for i in 0..<60 {
      let open = last + (i * 31) % 41 - 20
      let close = last + (i * i * 7919 + i * 104_729) % 1201 - 580
      let high = max(open, close) + (i * 17) % 60
      let low = min(open, close) - (i * 13) % 60
      bars.append(
        Bar(Double(open) / 100, Double(high) / 100, Double(low) / 100, Double(close) / 100))
      last = close
    }
    let rules = TradingRules(
      buy: Formula.binary(.greater, .name("close"), .lag(.name("close"), 1)).program,
      sell: Formula.binary(
        .or,
        .binary(.less, .name("close"), .binary(.multiply, .name("high_since"), .number(0.95))),
        .binary(.greaterOrEqual, .name("bars_held"), .number(10))
      ).program)
    let backtest = try TinyMarket(bars).run(rules) { $0.commission = 0.001 }
    #expect(backtest.trades.map(\.entryBar) == [2, 13, 18, 23, 32, 37, 48, 53, 56])
    #expect(backtest.trades.map(\.exitBar) == [12, 17, 22, 28, 35, 46, 52, 55, 57])
    #expect(
      backtest.trades.map(\.entryPrice)
        == [97.96, 116.06, 122.16, 122.26, 114.01, 104.73, 112.79, 110.25, 108.24])
    #expect(
      backtest.trades.map(\.exitPrice)
        == [110.66, 116.09, 118.91, 121.38, 104.67, 108.13, 106.94, 102.85, 102.81])
    #expect(abs(backtest.finalEquity - 85060.04617581233) < 1e-6)
    #expect(abs(backtest.openUnits - 813.1158223478857) < 1e-9)
    #expect(abs(maximumDrawdown(of: backtest.equity) - 0.28850852123978876) < 1e-12)
    #expect(abs(backtest.equity.reduce(0, +) - 6327765.306610876) < 1e-5)
  }
}
