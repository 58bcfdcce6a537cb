/// Formulas that expect prices to come back.
extension BuiltInStrategies.Formula {
  static let rsiReversion = Self(
    name: "rsi_reversion",
    summary: "buys when the RSI is oversold, sells when it is overbought",
    expectation: "oversold < overbought",
    text: """
      {
        # Sellers tire after a run of losses; the RSI says how one-sided it was.
        param period = 14
        param oversold = 30
        param overbought = 70
        buy  when rsi(close, period) < oversold
        sell when rsi(close, period) > overbought
      }
      """)

  static let bollingerReversion = Self(
    name: "bollinger_reversion",
    summary: "buys under the lower Bollinger band, sells above the middle one",
    text: """
      {
        # Few closes lie this far under their mean, and most come back to it.
        param period = 20
        param width = 2
        buy  when close < bbands_lower(close, period, width)
        sell when close > bbands_middle(close, period, width)
      }
      """)
}
