import PlateauColumns
import PlateauLanguage
import Testing

@Suite struct StrategyStatementTests {
  @Test func `a size says what its amount means`() throws {
    let sizes = try ["all_in", "fraction 50%", "risk r", "value 1000", "units 10 / close"].map {
      try Samples.strategy("{ param r = 1%; buy when close > r; size \($0) }").size
    }
    #expect(sizes.map { $0?.mode } == [.allIn, .fraction, .risk, .value, .units])
    #expect(sizes[0]?.amount == nil)
    #expect(sizes[1]?.amount == ColumnProgram(constant: 0.5))
    #expect(sizes[2]?.amount == ColumnProgram(input: "r"))
    #expect(sizes[3]?.amount == ColumnProgram(constant: 1000))
    #expect(sizes[4]?.amount?.inputs == ["close"])
  }

  @Test func `without a size the settings decide`() throws {
    let definition = try Samples.strategy("{ buy when close > 1 }")
    #expect(definition.size == nil && definition.fill == nil && definition.start == nil)
    #expect(definition.orders.isEmpty && !definition.exitsAtSessionEnd)
  }

  @Test func `a session exit stands beside a holding limit`() throws {
    let definition = try Samples.strategy(
      "{ buy when close > 1; exit after 5 bars; EXIT AT Session End; fill next_open }")
    #expect(definition.exitsAtSessionEnd)
    #expect(definition.exitAfter?.count == ColumnProgram(constant: 5))
    #expect(definition.fill == .nextOpen)
  }

  @Test func `orders keep their order and may read the account`() throws {
    let definition = try Samples.strategy(
      """
      {
        param share = 50%
        start share
        fill close
        let gap = close / last_fill - 1
        order -position / 2 when gap > 3%
        order equity / close / 10 when gap < -3%
      }
      """)
    #expect(definition.start == ColumnProgram(input: "share"))
    #expect(definition.fill == .close)
    #expect(definition.orders.map(\.units.inputs) == [["position"], ["equity", "close"]])
    #expect(
      definition.orders.map(\.condition.inputs) == [
        ["close", "last_fill"], ["close", "last_fill"],
      ])
    #expect(definition.buy == nil && definition.sell == nil)
  }

  @Test func `rules read the account row by row`() throws {
    let definition = try Samples.strategy(
      """
      { let floor = max(entry_price * 0.9, low_since)
        buy when position = 0 and close > open
        sell when close < floor or bars_held >= 5 or not (pnl < 10%) }
      """)
    #expect(definition.buy?.inputs == ["position", "close", "open"])
    let sell = try #require(definition.sell)
    let held = ColumnEnvironment(
      rowCount: 3,
      inputs: [
        "close": .column([90, 95, 111]), "entry_price": .scalar(100), "low_since": .scalar(80),
        "bars_held": .scalar(1), "pnl": .column([-0.1, -0.05, 0.11]),
      ])
    // The floor is 90; 90 is not below it, and a gain of 11% is enough.
    #expect(try sell.evaluate(in: held).column(rowCount: 3) == [0, 0, 1])
  }

  @Test func `a parameter that is a whole statement's number means what that means`() throws {
    let kinds = try Samples.strategy(
      """
      { param a = 50%; param b = 2%; param c = 1000; param d = 10; param e = 4
        buy when close > d * 2; stop b; size value c; exit after e days }
      """
    ).parameters.map(\.kind)
    #expect(kinds == [.fraction, .fraction, .money, .number, .length])
    let start = try Samples.strategy("{ param s = 0.5; start s; order 1 when close > 1 }")
    #expect(start.parameters.map(\.kind) == [.fraction])
    let size = try Samples.strategy("{ param s = 0.5; buy when close > 1; size fraction s }")
    #expect(size.parameters.map(\.kind) == [.fraction])
  }

  @Test func `a rule holds what it needs and nothing of the others`() throws {
    let definition = try Samples.strategy(
      """
      { let slow = sma(close, 50); let unused = rsi(volume, 3)
        buy when open > slow; sell when open < sma(close, 10) }
      """)
    #expect(definition.buy?.instructions.count == 5)
    #expect(definition.buy?.inputs.contains("volume") == false)
    #expect(definition.sell?.instructions.contains(.constant(50)) == false)
  }
}
