/// Formulas that leave a position when its time is over.
extension BuiltInStrategies.Formula {
  static let swing = Self(
    name: "swing",
    summary: "crossings both ways, with stop, target and a holding limit in days",
    expectation: "sma_fast < sma_slow",
    text: """
      {
        # A crossing starts a swing, which ends at a target, a stop or a date.
        param sma_fast = 20
        param sma_slow = 50
        param stop_loss_pct = 3%
        param take_profit_pct = 6%
        param max_hold_days = 15
        buy   when sma(close, sma_fast) crosses above sma(close, sma_slow)
        short when sma(close, sma_fast) crosses below sma(close, sma_slow)
        stop   stop_loss_pct
        target take_profit_pct
        exit after max_hold_days days
        reversal off
      }
      """)

  static let intraday = Self(
    name: "intraday",
    summary: "with momentum both ways, out when it fades and at the session's end",
    text: """
      {
        # Price and momentum have to agree; nothing is kept overnight.
        param period = 20
        let rises = close > sma(close, period) and rsi(close, 14) > 55
        let falls = close < sma(close, period) and rsi(close, 14) < 45
        buy   when rises
        sell  when not rises
        short when falls
        cover when not falls
        exit at session end
      }
      """)
}
