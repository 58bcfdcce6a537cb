public import PlateauColumns

/// What a stretch of closes of one backtest adds up to, so that later questions need no new run.
///
/// Summaries of neighbouring stretches combine into that of both, in any grouping: any window,
/// regime, walk-forward design or cross-validation split is a combination of blocks. A block of a
/// month of daily bars takes a twentieth of its equity's memory.
public struct BlockSummary: Hashable, Sendable {
  /// Returns in the stretch.
  public let count: Int
  /// The sum of the returns.
  public let sum: Double
  /// The sum of squared deviations of the returns from their mean.
  public let squaredDeviations: Double
  /// The sum of squared shortfalls of the returns below the return of cash.
  public let squaredShortfalls: Double
  /// The lowest return; `nan` for none.
  public let lowest: Double
  /// The highest return; `nan` for none.
  public let highest: Double
  /// What a unit of money before the first return is worth after the last.
  public let growth: Double
  /// The most that unit is worth, at the start or after any return.
  public let peak: Double
  /// The least that unit is worth, at the start or after any return.
  public let trough: Double
  /// The deepest fall from a peak inside the stretch, its start included, as a positive fraction.
  public let deepestDrawdown: Double

  /// The summary of no returns: combined with any other it changes nothing.
  public static let empty = BlockSummary(
    count: 0, sum: 0, squaredDeviations: 0, squaredShortfalls: 0, lowest: .nan, highest: .nan,
    growth: 1, peak: 1, trough: 1, deepestDrawdown: 0)

  /// The summary of one return.
  ///
  /// - Parameters:
  ///   - value: The return, as a fraction.
  ///   - riskFreePerBar: The return of cash in one bar.
  public init(_ value: Double, riskFreePerBar: Double = 0) {
    let short = min(value - riskFreePerBar, 0)
    self.init(
      count: 1, sum: value, squaredDeviations: 0, squaredShortfalls: short * short, lowest: value,
      highest: value, growth: 1 + value, peak: max(1, 1 + value), trough: min(1, 1 + value),
      deepestDrawdown: max(0, -value))
  }

  private init(
    count: Int, sum: Double, squaredDeviations: Double, squaredShortfalls: Double, lowest: Double,
    highest: Double, growth: Double, peak: Double, trough: Double, deepestDrawdown: Double
  ) {
    self.count = count
    self.sum = sum
    self.squaredDeviations = squaredDeviations
    self.squaredShortfalls = squaredShortfalls
    self.lowest = lowest
    self.highest = highest
    self.growth = growth
    self.peak = peak
    self.trough = trough
    self.deepestDrawdown = deepestDrawdown
  }

  /// The summary of this stretch followed by another.
  ///
  /// - Complexity: O(1).
  /// - Note: Source of the deviations: Chan, Golub and LeVeque (1983), "Algorithms for Computing
  ///   the Sample Variance", The American Statistician 37(3).
  public func followed(by other: BlockSummary) -> BlockSummary {
    guard count > 0 else { return other }
    guard other.count > 0 else { return self }
    let (own, others) = (Double(count), Double(other.count))
    let difference = other.sum / others - sum / own
    // The deepest fall lies in one of them, or from the peak of the first to the trough of the
    // second.
    let across = 1 - growth * other.trough / peak
    return BlockSummary(
      count: count + other.count, sum: sum + other.sum,
      squaredDeviations: squaredDeviations + other.squaredDeviations
        + difference * difference * own * others / (own + others),
      squaredShortfalls: squaredShortfalls + other.squaredShortfalls,
      lowest: min(lowest, other.lowest), highest: max(highest, other.highest),
      growth: growth * other.growth, peak: max(peak, growth * other.peak),
      trough: min(trough, growth * other.trough),
      deepestDrawdown: max(max(deepestDrawdown, other.deepestDrawdown), across))
  }
}

extension BlockSummary {
  /// The mean return.
  public var mean: Double { ratio(sum, Double(count)) }

  /// The standard deviation of the returns, with n - 1.
  public var deviation: Double {
    count > 1 ? (squaredDeviations / Double(count - 1)).squareRoot() : .nan
  }

  /// The annualised Sharpe ratio of the stretch.
  ///
  /// - Parameters:
  ///   - periodsPerYear: Bars in a year.
  ///   - riskFreePerBar: The return of cash in one bar.
  /// - Returns: A ratio, `nan` for fewer than two returns or equal ones.
  public func sharpeRatio(periodsPerYear: Double, riskFreePerBar: Double = 0) -> Double {
    ratio(mean - riskFreePerBar, beyondRounding(deviation: deviation))
      * periodsPerYear.squareRoot()
  }
}

extension Backtest {
  /// The returns in blocks, each summed up.
  ///
  /// - Parameter barsPerBlock: Returns in a block; the last may have fewer. 21 is about a month of
  ///   daily bars.
  /// - Returns: One summary a block, in order.
  /// - Complexity: O(bars).
  public func blockSummaries(barsPerBlock: Int = 21) -> [BlockSummary] {
    precondition(barsPerBlock > 0, "a block has at least one bar")
    return stride(from: 0, to: returns.count, by: barsPerBlock).map { start in
      summary(ofReturns: start..<min(start + barsPerBlock, returns.count))
    }
  }

  /// The summary of some of the returns.
  ///
  /// - Parameter range: Places in `returns`.
  /// - Returns: The summary, `empty` for no places.
  public func summary(ofReturns range: Range<Int>) -> BlockSummary {
    returns[range].reduce(.empty) {
      $0.followed(by: BlockSummary($1, riskFreePerBar: riskFreePerBar))
    }
  }
}

extension Backtester {
  /// The block summaries of candidates, for questions about parts of the window.
  ///
  /// - Parameters:
  ///   - candidates: One row a candidate.
  ///   - barsPerBlock: Returns in a block.
  /// - Returns: For each row its blocks, `nil` where the candidate fails.
  /// - Complexity: O(candidates · bars); memory for 80 bytes a candidate and block.
  public func blockSummaries(
    of candidates: Table, barsPerBlock: Int = 21
  ) -> [[BlockSummary]?] {
    (0..<candidates.rowCount).map { row in
      try? replay(row: row, of: candidates).blockSummaries(barsPerBlock: barsPerBlock)
    }
  }
}
