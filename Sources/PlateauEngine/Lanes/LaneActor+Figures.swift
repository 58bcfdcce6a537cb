import CEngineKernels
import PlateauMarket

extension LaneActor {
  /// Closes without units from a bar on.
  func emptyCloses(_ since: Int, until bar: Int) -> Int { max(0, bar - max(since, firstBar)) }

  /// The figures of a lane, or `nil` where they need every bar.
  func finish(_ lane: Int) -> PerformanceSummary? {
    let candidate = lanes[lane]
    var summary = PerformanceSummary()
    summary.openingCash = candidate.cash
    summary.periodsPerYear = candidate.periodsPerYear
    summary.riskFreePerBar = candidate.riskFreePerBar
    summary.calendarDays = shared.calendarDays
    summary.buyHoldReturn = shared.buyHoldReturn
    let end = shared.market.window.upperBound
    let account = columns.account(lane)
    summary.closeCount = end - firstBar
    var empty = candidate.emptyCloses
    if let since = candidate.emptySince { empty += emptyCloses(since, until: end) }
    summary.heldCloses = summary.closeCount - empty
    summary.fillCount = account.fillCount
    summary.tradedNotional = account.tradedNotional
    summary.fees = account.tradedNotional * candidate.commission
    summary.openUnits = account.units
    guard !candidate.isDelicate, account.units >= 0, columns.addFigures(of: lane, to: &summary)
    else { return nil }
    return summary
  }
}

extension LaneColumns {
  /// Adds what the closes of a lane come to.
  ///
  /// - Returns: Whether the figures hold: they do not after ruin, for numbers that overflow, and
  ///   for sums in which rounding would show.
  func addFigures(of lane: Int, to summary: inout PerformanceSummary) -> Bool {
    summary.finalEquity = self[LANES_LAST, lane]
    summary.equitySum = self[LANES_EQUITY_SUM, lane]
    let level = self[LANES_LEVEL, lane], sum = self[LANES_RETURN_SUM, lane]
    let squares = self[LANES_RETURN_SQUARES, lane], count = Double(summary.closeCount - 1)
    let shortfalls = self[LANES_SHORTFALLS, lane]
    summary.deepestDrawdown = 1 - level
    summary.meanReturn = sum / count
    summary.downsideDeviation = (shortfalls / count).squareRoot()
    let spread = squares - sum * summary.meanReturn
    summary.returnDeviation = (spread / (count - 1)).squareRoot()
    return level > 0 && summary.finalEquity.isFinite && squares.isFinite
      && summary.equitySum.isFinite && spread > 1e-3 * squares && spread > 1e-14 * count
      && (shortfalls == 0 || shortfalls > 1e-12) && (level == 1 || level < 1 - 1e-6)
  }
}
