import PlateauColumns
import Testing

@testable import PlateauEngine

/// Sizes and fills that a strategy decides itself.
@Suite struct EntrySizeTests {
  private func rules(
    _ mode: ExecutionSettings.SizingMode, _ amount: Formula?, reversal: Bool = true
  ) -> TradingRules {
    var rules = TinyMarket.rules(reversal: reversal)
    rules.size = EntrySize(mode, amount: amount?.program)
    return rules
  }

  private let bars = [Bar(50, 40, .buy), Bar(50, 50), Bar(50, 60)]

  @Test func `the amount is that of the bar that decides the entry`() throws {
    // 40 units, by the close of bar 0; a tenth of 40 percent of 10 000 at 50; 4000 at 50.
    func units(_ mode: ExecutionSettings.SizingMode, _ factor: Double) throws -> Double {
      try TinyMarket(bars).run(
        rules(mode, .binary(.multiply, .name("close"), .number(factor)))
      ) { $0.cash = 10_000 }.openUnits
    }
    #expect(try units(.units, 1) == 40)
    #expect(try units(.fraction, 0.01) == 80)
    #expect(try units(.value, 100) == 80)
  }

  @Test func `the rule wins over the setting`() throws {
    let configure: (inout ExecutionSettings) -> Void = {
      ($0.cash, $0.sizingMode, $0.sizingAmount) = (10_000, .units, 7)
    }
    #expect(try TinyMarket(bars).run(rules(.units, .number(3)), configure).openUnits == 3)
    #expect(try TinyMarket(bars).run(rules(.allIn, nil), configure).openUnits == 200)
    #expect(try TinyMarket(bars).run(TinyMarket.rules(), configure).openUnits == 7)
  }

  @Test func `an undefined or non-positive amount is no order`() throws {
    let undefined = Formula.binary(
      .divide, .number(1), .binary(.subtract, .name("close"), .number(40)))
    for amount in [undefined, .number(0), .number(-3), .lag(.name("close"), 1)] {
      #expect(try TinyMarket(bars).run(rules(.units, amount)).openUnits == 0)
    }
    // Nor does it turn a position around.
    let turn = [Bar(40, 40, .buy), Bar(41, 41, .short), Bar(41, 41), Bar(41, 41)]
    let amount = Formula.binary(.subtract, .number(41), .name("close"))
    #expect(try TinyMarket(turn).run(rules(.units, amount)).units == [0, 1, 1, 1])
  }

  @Test func `a risk is of the distance to the stop, and fails without one`() throws {
    // 1 percent of 10 000 over 5 at 50 with a stop of 10 percent: 20 units.
    let risk = rules(.risk, .number(0.01))
    let units = try TinyMarket(bars).run(risk) { ($0.cash, $0.stop) = (10_000, 0.1) }.openUnits
    #expect(abs(units - 20) < 1e-9)
    #expect(throws: CandidateFailure.riskWithoutStop) { try TinyMarket(bars).run(risk) }
  }

  @Test func `the fill of a strategy wins over the setting`() throws {
    var rules = TinyMarket.rules()
    rules.fill = .close
    // At the close of bar 0: 1000 / 40.
    #expect(try TinyMarket(bars).run(rules) { $0.cash = 1000 }.units == [25, 25, 25])
    rules.fill = .nextOpen
    let backtest = try TinyMarket(bars).run(rules) { ($0.cash, $0.fill) = (1000, .close) }
    #expect(backtest.units == [0, 20, 20])
    #expect(backtest.settings.fill == .nextOpen)
  }
}
