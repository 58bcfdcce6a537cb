import PlateauColumns
import PlateauMarket
import Testing

@testable import PlateauEngine

/// The worked examples of the platform that the rule comes from.
@Suite struct VolatilityBalancingTests {
  private struct Sizing: CustomTestStringConvertible, Sendable {
    var units: Double
    var cash: Double
    var price: Double
    var ratio = 1.6667
    var bounds = (0.25, 0.75)
    var largestTrade = 0.2
    var wanted: Double
    var filled: Double
    var notional: Double
    var commission: Double
    var weight: Double
    var testDescription: String { "\(units) units, \(cash) cash, 100 to \(price)" }
  }

  /// Anchor 100, commission 0.01%; raw and final units, notional, commission, weight after.
  private static let sizings = [
    Sizing(
      units: 100, cash: 10_000, price: 97, wanted: 10.46891, filled: 10.46891,
      notional: 1015.484, commission: 0.101548, weight: 0.543936),
    Sizing(
      units: 100, cash: 10_000, price: 103, wanted: -9.56754, filled: -9.56754,
      notional: 985.457, commission: 0.098546, weight: 0.458847),
    Sizing(
      units: 150, cash: 6000, price: 97, wanted: 10.920614, filled: 8.890934,
      notional: 862.421, commission: 0.086242, weight: 0.749999),
    Sizing(
      units: 30, cash: 7000, price: 103, ratio: 10, largestTrade: 1, wanted: -28.532378,
      filled: -5.510422, notional: 567.573, commission: 0.056757, weight: 0.249994),
    Sizing(
      units: 50, cash: 5000, price: 80, ratio: 3, bounds: (0.05, 0.95), wanted: 84.375,
      filled: 22.5, notional: 1800, commission: 0.18, weight: 0.644457),
    Sizing(
      units: 50, cash: 5000, price: 80, ratio: 3, bounds: (0, 1), largestTrade: 1,
      wanted: 84.375, filled: 62.49375, notional: 4999.5, commission: 0.49995, weight: 1),
  ]

  private func rule(
    ratio: Double = 1.6667, bounds: (Double, Double) = (0.25, 0.75), largestTrade: Double = 0.2,
    smallestNotional: Double = 100, tradesOnDrift: Bool = true, quantityStep: Double = 0,
    lot: Double = 0, commission: Double = 0.0001
  ) -> RebalancingRule {
    RebalancingRule(
      threshold: 0.03, ratio: ratio, lowestWeight: bounds.0, highestWeight: bounds.1,
      largestTrade: largestTrade, smallestNotional: smallestNotional, ordersPerDay: 5,
      startShare: 0.5, withholdingTax: 0.25, anomalyLimit: 0.5, tradesOnDrift: tradesOnDrift,
      smallestQuantity: 0, quantityStep: quantityStep, lot: lot, commission: commission)
  }

  @Test(arguments: sizings)
  private func `sizes are those of the worked table`(example: Sizing) throws {
    let rule = rule(
      ratio: example.ratio, bounds: example.bounds, largestTrade: example.largestTrade)
    let state = RebalancingRule.State(cash: example.cash, units: example.units, anchor: 100)
    let wish = try #require(rule.wish(at: example.price, state))
    let units = try #require(rule.executed(wish, at: example.price, state))
    let after = rule.after(units, at: example.price, state)
    let notional = abs(units) * example.price
    #expect(wish.kind == .trigger)
    #expect(abs(wish.unitsBeforeLimits - example.wanted) < 1e-5)
    #expect(abs(units - example.filled) < 1e-6)
    #expect(abs(notional - example.notional) < 1e-3)
    #expect(abs(notional * 0.0001 - example.commission) < 1e-6)
    #expect(
      abs(after.units * example.price / after.value(at: example.price) - example.weight) < 1e-6)
  }

  @Test func `without a trigger a weight above its bound is sold down to it`() throws {
    // 80 units at 101 beside 2000 cash weigh 80.2%; 75% of 10 080 are 74.851485 units.
    let state = RebalancingRule.State(cash: 2000, units: 80, anchor: 100)
    let wish = try #require(rule().wish(at: 101, state))
    let units = try #require(rule().executed(wish, at: 101, state))
    #expect(wish.kind == .drift)
    #expect(abs(units * 101 + 520) < 1e-9)
  }

  @Test func `a trade under the smallest notional is held and keeps its anchor`() throws {
    // -0.478377 units at 103 are 49.27.
    let state = RebalancingRule.State(cash: 500, units: 5, anchor: 100)
    let wish = try #require(rule().wish(at: 103, state))
    #expect(abs(wish.units + 0.478377) < 1e-6)
    #expect(rule().executed(wish, at: 103, state) == nil)
  }

  @Test func `a trigger against a bound already passed leaves the bar to the drift rule`() throws {
    // 20 units at 103 beside 8000 cash weigh 20.5%: no sale, but a purchase up to 25%.
    let state = RebalancingRule.State(cash: 8000, units: 20, anchor: 100)
    let wish = try #require(rule().wish(at: 103, state))
    #expect(wish.kind == .drift)
    #expect(abs(wish.units - (0.25 * 10_060 / 103 - 20)) < 1e-9)
    #expect(rule(tradesOnDrift: false).wish(at: 103, state) == nil)
  }

  @Test func `a held trigger still keeps the drift rule from acting`() throws {
    // 20 units at 97 beside 8000 cash weigh 19.5%, which the drift rule would mend; but the fall
    // from 100 is a trigger, its 545 of stock are under the smallest notional, and nothing trades.
    let rule = rule(smallestNotional: 1000)
    let state = RebalancingRule.State(cash: 8000, units: 20, anchor: 100)
    let wish = try #require(rule.wish(at: 97, state))
    #expect(wish.kind == .trigger)
    #expect(rule.executed(wish, at: 97, state) == nil)
  }

  @Test func `a trim that turns the side around is no trade`() {
    // 75 units at 97 beside 2425 cash weigh 75%. Buying for 500 costs 5 at 1%, so that 75% of
    // the 9695 left are 74.96 units: the purchase would become a sale.
    let state = RebalancingRule.State(cash: 2425, units: 75, anchor: 100)
    #expect(rule(commission: 0.01).wish(at: 97, state) == nil)
  }

  @Test func `a sale towards the upper bound keeps to the largest trade`() throws {
    // 92 units at 103 beside 500 cash are worth 9976; 1% of that is 0.968544 units.
    let state = RebalancingRule.State(cash: 500, units: 92, anchor: 100)
    let wish = try #require(rule(largestTrade: 0.01).wish(at: 103, state))
    #expect(wish.kind == .trigger)
    #expect(abs(wish.units + 0.968544) < 1e-6)
  }

  @Test func `a drift of less than a thousandth of a unit is left alone`() {
    // Of 10 000 at 100, the bound of 75% is 75 units.
    let little = RebalancingRule.State(cash: 2499.95, units: 75.0005, anchor: 100)
    let more = RebalancingRule.State(cash: 2499.8, units: 75.002, anchor: 100)
    #expect(rule().wish(at: 100, little) == nil)
    #expect(rule().wish(at: 100, more)?.kind == .drift)
  }

  @Test func `quantities round to the nearest lot, halves to even`() {
    let state = RebalancingRule.State(cash: 100_000, units: 1000, anchor: 100)
    func executed(_ units: Double, step: Double, lot: Double) -> Double? {
      rule(quantityStep: step, lot: lot).executed(
        RebalancingRule.Wish(kind: .trigger, units: units, unitsBeforeLimits: units), at: 100,
        state)
    }
    #expect(executed(2.5, step: 0, lot: 1) == 2)
    #expect(executed(3.5, step: 0, lot: 1) == 4)
    #expect(executed(-2.6, step: 0, lot: 1) == -3)
    // 2.26 is 2.5 in steps of a half, and then, to even, a lot of 2.
    #expect(executed(2.26, step: 0.5, lot: 1) == 2)
  }

  @Test func `the nine-bar run comes out to the digits given`() throws {
    let closes = [100, 98, 96.9, 95, 93, 96, 100, 104, 101]
    let backtest = try run(closes)
    let fills = try #require(backtest.fills)
    #expect(fills.map(\.bar) == [2, 4, 5, 6, 7])
    let units = [5.417355, 7.236511, -5.326015, -6.697450, -6.316959]
    let fees = [0.052494, 0.067300, 0.051130, 0.066975, 0.065696]
    let cash = [4475.0058, 3801.9430, 4313.1893, 4982.8674, 5639.7654]
    for (index, fill) in fills.enumerated() {
      #expect(abs(fill.units - units[index]) < 1e-6)
      #expect(abs(fill.fee - fees[index]) < 1e-6)
      #expect(abs(fill.cashAfter - cash[index]) < 1e-4)
    }
    let values = [
      9900, 9844.9475, 9739.6545, 9628.7525, 9816.6630, 10045.9074, 10248.3633, 10115.4230,
    ]
    #expect(backtest.equity.count == 8)
    for (value, expected) in zip(backtest.equity, values) { #expect(abs(value - expected) < 1e-4) }
    expect(backtest, "total_return", 0.0115423, within: 1e-7)
    expect(backtest, "volatility", 0.26751075, within: 1e-8)
    expect(backtest, "sharpe_ratio", 3.01536260, within: 1e-8)
    expect(backtest, "max_drawdown", 0.0273987352, within: 1e-9)
    expect(backtest, "buy_hold_return", 0.01, within: 1e-12)
    expect(backtest, "trade_count", 5, within: 0)
    for name in ["win_rate", "profit_factor", "expectancy", "avg_trade_duration"] {
      expect(backtest, name, .nan, within: 0)
    }
  }

  @Test func `a dividend is booked net of tax and lowers the anchor`() throws {
    let backtest = try run([100, 101, 98, 98.5, 94], dividends: [0, 0, 2, 0, 0])
    let payment = try #require(backtest.dividends.first)
    #expect(payment.bar == 2)
    #expect(payment.anchorBefore == 100)
    #expect(payment.gross == 100)
    #expect(payment.net == 75)
    let fill = try #require(backtest.fills?.first)
    #expect(backtest.fills?.count == 1)
    #expect(fill.bar == 4)
    #expect(fill.anchorBefore == 98)
    #expect(abs(fill.units - 7.37528) < 1e-5)
    expect(backtest, "total_return", -0.0225069, within: 1e-7)
  }

  @Test func `the grid on a wave agrees in every published figure`() throws {
    // P = 100 + 10 sin(2 pi i / 40) + 0.05 i on weekdays; return, Sharpe, drawdown, fills, fees.
    let expected: [(Double, Double, [Double])] = [
      (0.01, 0.5, [0.052662, 0.702538, 0.088884, 64, 0.876686]),
      (0.01, 1.6667, [0.059256, 0.857464, 0.087113, 131, 3.131679]),
      (0.01, 3.0, [0.060620, 0.820980, 0.085134, 125, 5.169721]),
      (0.03, 0.5, [0.056978, 0.763085, 0.088859, 43, 0.831893]),
      (0.03, 1.6667, [0.092756, 1.333553, 0.085618, 43, 2.817380]),
      (0.03, 3.0, [0.128617, 1.769991, 0.081966, 43, 5.038112]),
      (0.05, 0.5, [0.062500, 0.838766, 0.088613, 25, 0.735140]),
      (0.05, 1.6667, [0.111873, 1.585223, 0.084796, 25, 2.506011]),
      (0.05, 3.0, [0.165223, 2.205915, 0.080487, 25, 4.519912]),
    ]
    let closes = (0..<200).map { bar in
      let angle = 2 * Double.pi * Double(bar) / 40
      return 100 + 10 * Mathematics.cosine(angle - Double.pi / 2) + 0.05 * Double(bar)
    }
    for (threshold, ratio, figures) in expected {
      let backtest = try run(closes, [0: threshold, 1: ratio])
      let names = ["total_return", "sharpe_ratio", "max_drawdown", "trade_count", "fees"]
      for (name, figure) in zip(names, figures) { expect(backtest, name, figure, within: 5.1e-7) }
      expect(backtest, "buy_hold_return", 0.083857, within: 5.1e-7)
    }
  }

  @Test func `the commission is one basis point unless it is set`() {
    #expect(ExecutionSettings(defaultsFor: VolatilityBalancing()).commission == 0.0001)
    #expect(ExecutionSettings(defaultsFor: VolatilityBalancing()).cash == 100_000)
  }

  @Test func `only so many orders fill on one day of intraday bars`() throws {
    // Every bar is 10% from the last, so every bar triggers.
    let closes = [100.0, 110, 100, 110, 100, 110, 100, 110]
    let series = PriceSeries(
      name: "HOURS", times: closes.indices.map { Timestamp(seconds: Int64($0) * 3600) },
      open: closes, high: closes, low: closes, close: closes,
      volume: closes.map { _ in 0 }, interval: .intraday(seconds: 3600))
    for (limit, fills) in [(2.0, 2), (5, 5), (20, 7)] {
      let backtest = try run(series, [6: limit])
      #expect(backtest.fills?.count == fills)
    }
  }

  @Test func `a jump beyond the anomaly limit sets the anchor and trades nothing on a trigger`()
    throws
  {
    // 100 to 160 weighs 61.5%: inside the bounds, so nothing happens; 155.2 is 3% under 160.
    let backtest = try run([100, 160, 155.2])
    let fills = try #require(backtest.fills)
    #expect(fills.map(\.bar) == [2])
    #expect(fills.first?.anchorBefore == 160)
    // Exactly 50% does not count as a jump.
    #expect(try run([100, 150, 150]).fills?.map(\.bar) == [1])
  }

  @Test(arguments: [(0, Double.nan), (0, 1e30), (6, 0.5), (2, 0.9)])
  func `parameters that make no sense fail the candidate`(index: Int, value: Double) {
    // Not a number, out of range, not whole, and a lower bound above the upper one of 75%.
    #expect(throws: CandidateFailure.self) { try run([100, 101, 102], [index: value]) }
  }

  private func run(
    _ closes: [Double], _ changed: [Int: Double] = [:], dividends: [Double]? = nil
  ) throws -> Backtest {
    // Weekdays from Tuesday 2024-01-02 on.
    var days: [Int] = []
    var day = 19_724
    while days.count < closes.count {
      if CivilDate(dayNumber: day).weekday <= 5 { days.append(day) }
      day += 1
    }
    let series = PriceSeries(
      name: "WORKED", times: days.map { Timestamp(CivilDate(dayNumber: $0)) }, open: closes,
      high: closes, low: closes, close: closes, volume: closes.map { _ in 0 },
      dividends: dividends, interval: .daily)
    return try run(series, changed)
  }

  private func run(_ series: PriceSeries, _ changed: [Int: Double]) throws -> Backtest {
    let strategy = VolatilityBalancing()
    var settings = ExecutionSettings(defaultsFor: strategy)
    settings.cash = 10_000
    var parameters = strategy.defaultParameters
    for (index, value) in changed { parameters[index] = value }
    return try strategy.backtest(
      parameters, settings: settings, market: Market(series: series, periodsPerYear: 252))
  }

  private func expect(
    _ backtest: Backtest, _ name: String, _ expected: Double, within tolerance: Double,
    at location: SourceLocation = #_sourceLocation
  ) {
    let value = Metric.named(name)?.value(of: backtest) ?? .infinity
    let agrees = expected.isNaN ? value.isNaN : abs(value - expected) <= tolerance
    #expect(agrees, "\(name) is \(value), not \(expected)", sourceLocation: location)
  }
}
