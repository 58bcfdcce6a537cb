import PlateauColumns
import PlateauLanguage
import Testing

@Suite struct ImpossibleRuleTests {
  private func sentences(_ block: String) throws -> [String] {
    try Samples.strategy(block).impossibleRules.map(\.sentence)
  }

  @Test(arguments: [
    (
      "buy when rsi(close, 14) > 100",
      "'rsi(close, 14) > 100' is never true, since 'rsi(close, 14)' is between 0 and 100"
    ),
    (
      "buy when rsi(close, 14) crosses above 100",
      "'rsi(close, 14) crosses above 100' is never true, "
        + "since 'rsi(close, 14)' is between 0 and 100"
    ),
    (
      "buy when volume < 0 or close < 0",
      "'volume < 0' is never true, since 'volume' is at least 0, and "
        + "'close < 0' is never true, since 'close' is above 0"
    ),
    ("buy when close > high", "'close > high' is never true, since 'close' is never above 'high'"),
    ("buy when low > high", "'low > high' is never true, since 'low' is never above 'high'"),
    (
      "buy when high[2] < low[2]",
      "'high[2] < low[2]' is never true, since 'high[2]' is never below 'low[2]'"
    ),
    (
      "buy when close > highest(high, 20)",
      "'close > highest(high, 20)' is never true, since 'close' is never above "
        + "'highest(high, 20)', which counts the bar itself; put [1] after it for the bars before"
    ),
    (
      "buy when close crosses below lowest(close, 9)",
      "'close crosses below lowest(close, 9)' is never true, since 'close' is never below "
        + "'lowest(close, 9)', which counts the bar itself; put [1] after it for the bars before"
    ),
    (
      "buy when close > close",
      "'close > close' is never true, since 'close' is compared with itself"
    ),
    (
      "let a = sma(close, 5); buy when a crosses above a",
      "'sma(close, 5) crosses above sma(close, 5)' is never true, "
        + "since 'sma(close, 5)' is compared with itself"
    ),
    (
      "buy when abs(close - open) < 0",
      "'abs(close - open) < 0' is never true, since 'abs(close - open)' is at least 0"
    ),
    (
      "buy when not (low <= high)",
      "'low <= high' is always true, since 'low' is never above 'high'"
    ),
    ("buy when 1 > 2", "it is false whatever the prices"),
    ("buy when false and close > 1", "it is false whatever the prices"),
    ("buy when close / 0 > 1", "'close / 0' is undefined on every bar"),
    ("buy when (close / 0)[1] + 1 > 1", "'close / 0' is undefined on every bar"),
    ("buy when pnl > 5%", "'pnl' is undefined before there is a position"),
    (
      "buy when position > 0 and close > 5",
      "'position > 0' is never true, since 'position' is 0 before there is a position"
    ),
  ])
  func `a rule that can never fire is named with the reason`(rule: String, reason: String) throws {
    #expect(try sentences("{ \(rule) }") == ["'buy' never fires: \(reason)"])
  }

  @Test(arguments: [
    ("rsi(close, 5) > 70 and rsi(close, 5) < 30", "rsi(close, 5) > 70", "rsi(close, 5) < 30"),
    ("close > open and close < open", "close > open", "close < open"),
    ("close > open and open > close", "close > open", "open > close"),
    ("close > open and not (close > open)", "close > open", "not close > open"),
    ("close > 5 and (volume > 7 and not (close >= 3))", "close > 5", "not close >= 3"),
    ("close = 3 and close = 4", "close = 3", "close = 4"),
    ("close crosses above open and close <= open", "close crosses above open", "close <= open"),
    ("volume >= high and volume < low", "volume >= high", "volume < low"),
  ])
  func `two conditions that exclude each other are named`(
    rule: String, first: String, second: String
  ) throws {
    #expect(
      try sentences("{ buy when \(rule) }") == [
        "'buy' never fires: '\(first)' and '\(second)' never hold together"
      ])
  }

  @Test(arguments: [
    "rsi(close, 14) >= 100", "rsi(close, 14) crosses below 100", "volume <= 0", "close >= high",
    "close > highest(high, 20)[1]", "close >= highest(close, 20)", "close > low", "open < high",
    "close = 123.4567891", "close > 5 and close < 5.0000001", "close >= 5 and close <= 5",
    "close > 5 or close < 5", "close > open and close[1] < open[1]", "not (close > high[1])",
    "position = 0 and close > 5", "weight < 10% and close > 5", "close - open < 0",
    "close < high / 2 and open > 3", "rsi(close, 5) > 70 and rsi(close, 6) < 30",
    "(close > 5 and open > 5) or (close < 5 and close > 6)", "volume / 0.5 > 3",
    "close crosses above open and close > open", "max(close, open) < high", "close != close[1]",
  ])
  func `a rule that may fire is not named`(rule: String) throws {
    #expect(try sentences("{ buy when \(rule); sell when rsi(close, 3) > 50 }") == [])
  }

  @Test func `what holds for the defaults only says so`() throws {
    #expect(
      try sentences("{ param top = 130; buy when close > 1; sell when rsi(close, 14) > top }") == [
        "'sell' never fires: 'rsi(close, 14) > top' is never true, since 'rsi(close, 14)' is "
          + "between 0 and 100, with the default top = 130"
      ])
    #expect(
      try sentences(
        "{ param hi = 70; param lo = 30; buy when rsi(close, 5) > hi and rsi(close, 5) < lo }")
        == [
          "'buy' never fires: 'rsi(close, 5) > hi' and 'rsi(close, 5) < lo' never hold together, "
            + "with the defaults hi = 70, lo = 30"
        ])
    #expect(
      try sentences("{ param n = 20; buy when close > highest(high, n) }").first?.contains(
        "default")
        == false)
  }

  @Test func `an exit that cancels every entry is named`() throws {
    #expect(
      try sentences("{ buy when close > open; sell when close > open }") == [
        "'buy' never fires: 'sell' has the same condition, and cancels it on that bar"
      ])
    #expect(
      try sentences("{ short when close > open; cover when close > 0 }") == [
        "'short' never fires: 'cover' holds on every bar, and cancels it"
      ])
    // Before the average is defined the exit does not fire, so the entry may.
    #expect(try sentences("{ buy when close > open; sell when sma(close, 9) > 0 }") == [])
  }

  @Test func `an exit without its entry is named`() throws {
    #expect(
      try sentences("{ buy when close > open; cover when close < open }") == [
        "'cover' never fires: there is no 'short' whose position it could leave"
      ])
  }

  @Test func `an entry that turns a position round may read it`() throws {
    #expect(
      try sentences("{ buy when close > entry_price * 1.1; short when close < open }") == [])
  }

  @Test func `orders that wait for a first one are named`() throws {
    #expect(
      try sentences("{ order 10 when close < last_fill * 0.9 }") == [
        "'order' never fires: none can be the first, for 'last_fill' is undefined before there is "
          + "a position; see 'start'"
      ])
    #expect(try sentences("{ start 50%; order 10 when close < last_fill * 0.9 }") == [])
    #expect(
      try sentences("{ order 10 when close < last_fill * 0.9; order 5 when position = 0 }") == [])
    #expect(
      try sentences("{ order 0 when close > 5 }") == ["'order' never fires: its units are zero"])
    #expect(
      try sentences("{ order -bars_held when close > 5 }") == [
        "'order' never fires: none can be the first, for its units are undefined before there is "
          + "a position; see 'start'"
      ])
  }
}
