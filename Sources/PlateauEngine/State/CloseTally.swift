/// The figures of an equity curve, taken close by close without keeping it.
///
/// The mean and spread of returns are carried along in the form in which neither a large drift nor
/// a small spread loses digits.
///
/// - Note: Source: Welford (1962), "Note on a Method for Calculating Corrected Sums of Squares and
///   Products", Technometrics 4(3).
struct CloseTally {
  private let riskFreePerBar: Double
  private var closeCount = 0
  private var latest = 0.0
  private var sum = 0.0
  private var heldCloses = 0
  private var peak = -Double.infinity
  private var deepestFall = 0.0
  private var mean = 0.0
  private var squares = 0.0
  private var largest = 0.0
  private var shortfalls = 0.0

  /// Creates the tally of a curve without closes.
  ///
  /// - Parameter riskFreePerBar: What a return falls short of.
  init(riskFreePerBar: Double) {
    self.riskFreePerBar = riskFreePerBar
  }

  /// Takes the equity of a close.
  ///
  /// - Parameters:
  ///   - equity: The equity, not below zero.
  ///   - isHeld: Whether a position is held.
  mutating func add(_ equity: Double, isHeld: Bool) {
    if closeCount > 0 {
      let value = equity / latest - 1
      let deviation = value - mean
      mean += deviation / Double(closeCount)
      squares += deviation * (value - mean)
      largest = max(largest, abs(value))
      let missed = min(value - riskFreePerBar, 0)
      shortfalls += missed * missed
    }
    closeCount += 1
    latest = equity
    sum += equity
    if isHeld { heldCloses += 1 }
    peak = max(peak, equity)
    if equity < peak { deepestFall = max(deepestFall, 1 - equity / peak) }
  }

  /// Writes the figures into a summary.
  func finish(_ summary: inout PerformanceSummary) {
    let count = Double(closeCount - 1)
    summary.closeCount = closeCount
    summary.finalEquity = latest
    summary.equitySum = sum
    summary.heldCloses = heldCloses
    summary.deepestDrawdown = beyondRounding(drawdown: deepestFall)
    summary.meanReturn = count > 0 ? mean : .nan
    summary.downsideDeviation = (shortfalls / count).squareRoot()
    let deviation = count > 1 ? (squares / (count - 1)).squareRoot() : .nan
    // Equal returns differ in their last bits once they have passed through an equity curve.
    summary.returnDeviation = deviation <= 1e-13 * max(1, largest) ? 0 : deviation
  }
}

extension PerformanceSummary {
  /// Counts a closed trade.
  ///
  /// - Parameters:
  ///   - trade: The trade.
  ///   - days: Days from its entry to its exit.
  mutating func add(_ trade: Trade, days: Double) {
    let profit = trade.profit
    tradeCount += 1
    tradeReturnSum += profit / (trade.units * trade.entryPrice)
    tradeDays += days
    if profit > 0 {
      winCount += 1
      profits += profit
    } else {
      losses -= profit
    }
  }
}
