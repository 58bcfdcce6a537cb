/// Formulas that go with the market's direction.
extension BuiltInStrategies.Formula {
  static let buyAndHold = Self(
    name: "buy_and_hold", summary: "buys at the first opportunity and keeps",
    text: """
      {
        # What every other rule has to beat.
        buy when close > 0
      }
      """)

  static let smaCross = Self(
    name: "sma_cross",
    summary: "long while the fast simple average is above the slow one",
    expectation: "fast < slow",
    text: """
      {
        # A fast average above a slow one: prices have been rising for a while.
        param fast = 10
        param slow = 50
        buy  when sma(close, fast) crosses above sma(close, slow)
        sell when sma(close, fast) crosses below sma(close, slow)
      }
      """)

  static let emaCross = Self(
    name: "ema_cross",
    summary: "long while the fast exponential average is above the slow one",
    expectation: "fast < slow",
    text: """
      {
        # Exponential averages weigh late prices more, so they turn earlier.
        param fast = 12
        param slow = 26
        buy  when ema(close, fast) crosses above ema(close, slow)
        sell when ema(close, fast) crosses below ema(close, slow)
      }
      """)

  static let macdCross = Self(
    name: "macd_cross",
    summary: "long while the MACD is above its signal line",
    expectation: "fast < slow",
    text: """
      {
        # The MACD is how far two averages are apart; above its own mean, a trend
        # gains speed.
        param fast = 12
        param slow = 26
        param signal = 9
        let line = macd(close, fast, slow, signal)
        let mean = macd_signal(close, fast, slow, signal)
        buy  when line crosses above mean
        sell when line crosses below mean
      }
      """)

  static let donchianBreakout = Self(
    name: "donchian_breakout",
    summary: "buys above the channel's high, sells below its low",
    text: """
      {
        # A close above all recent highs is a trend's first sign. Many are false,
        # so the shorter channel lets go of them early.
        param entry = 20
        param exit = 10
        buy  when close > highest(high, entry)[1]
        sell when close < lowest(low, exit)[1]
      }
      """)
}
