import PlateauColumns
import PlateauMarket
import Testing

@testable import PlateauEngine

/// Rules that ask to buy while they hold: a stop lets another position begin before they would
/// have left the first.
@Suite struct RecurringEntryTests {
  private static let parameters = ["fast", "slow", "width"].map {
    StrategyParameter($0, kind: .length, default: 3, allowed: 1...1000)
  }

  /// Levels of two kinds, of which the entry holds for many bars.
  private static func rules(_ random: inout RandomStream) -> TradingRules {
    let (mean, strength) = (
      Formula.closeMean("slow"), Formula.call("rsi", [.name("close"), .name("fast")])
    )
    let above = Formula.binary(.greater, .name("close"), mean)
    var rules =
      random.uniform() < 0.5
      ? TradingRules(
        buy: Formula.binary(.and, above, .binary(.less, strength, .number(60))).program,
        sell: Formula.binary(.greater, strength, .number(70)).program)
      : TradingRules(
        buy: Formula.binary(.less, strength, .number(55)).program,
        sell: Formula.binary(.greater, .name("close"), mean).program)
    rules.reversal = random.uniform() < 0.5
    if random.uniform() < 0.3 {
      rules.exitAfter = HoldingLimit(ColumnProgram(constant: 7), .days)
    }
    if random.uniform() < 0.7 { rules.stop = RandomCase.protection(&random) }
    if random.uniform() < 0.3 { rules.target = RandomCase.protection(&random) }
    return rules
  }

  /// Settings under which trades multiply all equity.
  private static func settings(_ random: inout RandomStream) -> ExecutionSettings {
    var settings = RandomCase.settings(&random)
    (settings.sizingMode, settings.sizingAmount) = (.allIn, .nan)
    (settings.commissionFixed, settings.lot, settings.maximumPositionValue) = (0, 0, .nan)
    (settings.trail, settings.direction) = (.nan, .both)
    return settings
  }

  @Test(arguments: 1...6)
  func `stops of every kind come out as on the reference, gathered`(seed: UInt64) throws {
    var random = RandomStream(seed: seed)
    var recurring = 0
    for _ in 0..<250 {
      let market = RandomCase.market(&random)
      let strategy = RuleStrategy(
        name: "levels", parameters: Self.parameters, rules: Self.rules(&random))
      let settings = Self.settings(&random)
      let candidates = RandomCase.candidates(of: strategy, count: 16, &random)
      try Backtester(
        strategy: strategy, markets: [market], settings: settings, metrics: Metric.defaults
      ).requireAgreement(on: candidates)
      var backtest = try #require(EventBacktest(strategy, samples: [], market: market))
      var results = BatchResults([], rowCount: 1)
      guard
        let isGathered = try? backtest.gather(
          [5, 8, 3], settings: settings, settingsVersion: 0, row: 0, into: &results)
      else { continue }
      #expect(isGathered)
      if let group = backtest.group, group.shared.trades == nil { recurring += 1 }
    }
    #expect(recurring > 100)
  }

  /// Bought at 100 on bar 1, stopped at 95 there; again at 96 on bar 2, sold at 120 on bar 4.
  private let bars = [
    Bar(100, 100, .buy), Bar(100, 101, 90, 96, .buy), Bar(96, 110, 95, 110, .buy),
    Bar(110, 120, 110, 120, .sell), Bar(120, 120), Bar(120, 120),
  ]

  private func evaluate(
    _ change: (inout TradingRules) -> Void, widths: [Double],
    configure: (inout ExecutionSettings) -> Void = { _ in }
  ) throws -> (trades: [Double], equity: [Double]) {
    var rules = TinyMarket.rules()
    change(&rules)
    var settings = ExecutionSettings()
    configure(&settings)
    let backtester = Backtester(
      strategy: RuleStrategy(
        name: "tiny", parameters: [StrategyParameter("width", kind: .number, default: 1)],
        rules: rules), markets: [TinyMarket(bars).market], settings: settings,
      metrics: Metric.defaults)
    let candidates = Table([Column("width", kind: .number, values: widths)])
    try backtester.requireAgreement(on: candidates)
    let results = backtester.evaluate(candidates)
    func values(_ name: String) throws -> [Double] {
      results.metrics[try #require(backtester.metrics.firstIndex { $0.name == name })]
    }
    return (try values("trade_count"), try values("final_equity"))
  }

  @Test func `a stop lets a recurring signal buy again, a wider one does not`() throws {
    let found = try evaluate(
      { $0.stop = Formula.binary(.multiply, .number(0.01), .name("width")).program },
      widths: [5, 20])
    #expect(found.trades == [2, 1])
    // 0.95 of the cash, then 120 for 96; and 120 for 100.
    #expect(abs(found.equity[0] - 118_750) < 1e-6)
    #expect(abs(found.equity[1] - 120_000) < 1e-6)
  }

  @Test func `a column is a stop of each entry's own`() throws {
    // By the deciding close: 5 and 4.8 percent, then 20 and 19.2.
    let found = try evaluate(
      {
        $0.stop =
          Formula.binary(
            .multiply, .name("width"),
            .binary(.divide, .name("close"), .number(2000))
          ).program
      }, widths: [1, 4])
    #expect(found.trades == [2, 1])
    #expect(abs(found.equity[0] - 118_750) < 1e-6)
    #expect(abs(found.equity[1] - 120_000) < 1e-6)
  }

  @Test func `a stop, target or trail that is not above zero lets no position begin`() throws {
    let number = Formula.binary(.multiply, .number(-0.01), .name("width"))
    let column = Formula.binary(
      .divide, .binary(.multiply, number, .name("close")), .number(100))
    let rules: [WritableKeyPath<TradingRules, ColumnProgram?>] = [\.stop, \.target, \.trail]
    for rule in rules {
      for formula in [number, column] {
        let found = try evaluate(
          { $0[keyPath: rule] = formula.program }, widths: [3, 0, -30])
        #expect(found.trades.prefix(2) == [0, 0])
        #expect(found.equity.prefix(2) == [100_000, 100_000])
        #expect(found.trades[2] > 0)
      }
    }
  }
}
