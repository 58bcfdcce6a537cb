import CEngineKernels
import PlateauMarket

extension OrderLanes {
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
    summary.closeCount = end - firstBar
    var empty = candidate.emptyCloses
    if let since = candidate.emptySince { empty += emptyCloses(since, until: end) }
    summary.heldCloses = summary.closeCount - empty
    let fills = self[ORDER_FILLS, lane]
    summary.fillCount = Int(fills)
    summary.tradedNotional = self[ORDER_TRADED, lane]
    summary.fees = self[ORDER_FEES, lane]
    summary.openUnits = columns[LANES_UNITS, lane]
    return columns.addFigures(of: lane, to: &summary) ? summary : nil
  }
}
