import CEngineKernels

extension PerformanceSummary {
  /// Takes over an account, or answers that the spread of returns is too small beside them to be
  /// exact.
  mutating func complete(
    _ account: compounding_account, closingAt summaries: WindowSummaries, _ commission: Double
  ) -> Bool {
    closeCount = summaries.closes.count
    // Trades that give back exactly what they won leave a trace of rounding.
    let isEven = abs(account.cash - openingCash) <= 4e-15 * openingCash
    finalEquity = isEven ? openingCash : account.cash
    equitySum = account.flat_sum + account.sums.3
    heldCloses = Int(account.held_closes)
    deepestDrawdown = beyondRounding(drawdown: 1 - account.lowest_level)
    tradeCount = Int(account.trade_count)
    winCount = Int(account.win_count)
    tradeReturnSum = account.returns
    tradeDays = account.days
    profits = account.profits
    losses = account.losses
    tradedNotional = account.notional
    fees = account.notional * commission
    openUnits = account.open_units
    let (count, counted) = (Double(closeCount - 1), Double(account.counted_returns))
    let (zeros, shift) = (count - counted, summaries.shift)
    meanReturn = (account.sums.0 + shift * counted) / count
    let short = min(-riskFreePerBar, 0)
    downsideDeviation = ((account.sums.2 + zeros * short * short) / count).squareRoot()
    returnDeviation = count > 1 ? 0 : .nan
    guard count > 1, counted > 0 else { return true }
    // Bars without a position have a return of zero, which is as far from the shift as it is.
    let deviations = account.sums.0 - zeros * shift
    let total = account.sums.1 + zeros * shift * shift
    let squares = total - deviations * deviations / count
    guard squares > 1e-5 * total, squares > 1e-18 * count else { return false }
    returnDeviation = (squares / (count - 1)).squareRoot()
    return true
  }
}
