/// The money of a long position of all equity: every trade multiplies it, so a trade is booked
/// from precomputed sums without looking at the bars it was held.
///
/// - Complexity: O(1) a trade.
struct CompoundingLedger: TradeLedger {
  private let prices: PriceView
  private let summaries: WindowSummaries
  private let commission: Double
  private let window: Range<Int>
  private var tally: PerformanceSummary

  private var cash: Double
  private var entryBar = 0
  private var entryPrice = 0.0
  /// Equity at the last close that was counted.
  private var lastMark: Double
  /// That equity as a share of its peak; infinite before the first close.
  private var level = Double.infinity
  private var lowestLevel = 1.0
  private var nextBar: Int
  /// The bar of an exit whose close is not counted yet: another entry may come on it.
  private var exitBar: Int?

  private var edges = (count: 0.0, sum: 0.0, squares: 0.0, shortfalls: 0.0)
  private var inner = (count: 0.0, sum: 0.0, squares: 0.0, shortfalls: 0.0)

  init(
    _ tally: PerformanceSummary, commission: Double, prices: PriceView,
    summaries: WindowSummaries, window: Range<Int>
  ) {
    self.tally = tally
    self.commission = commission
    self.prices = prices
    self.summaries = summaries
    self.window = window
    cash = tally.openingCash
    lastMark = cash
    nextBar = window.lowerBound
  }

  mutating func enter(
    isLong: Bool, on bar: Int, at price: Double, amount: Double, stopLevel: Double,
    isReversal: Bool
  ) -> Bool {
    countExit(before: bar)
    countFlat(before: bar)
    (entryBar, entryPrice) = (bar, price)
    return true
  }

  mutating func exit(on bar: Int, at price: Double, isAtClose: Bool, isReversal: Bool) -> Bool {
    let cost = entryPrice * (1 + commission)
    hold(before: bar, cost: cost)
    let units = cash / cost
    let proceeds = units * price * (1 - commission)
    let profit = units * (price - entryPrice) - units * commission * (entryPrice + price)
    tally.tradeCount += 1
    tally.tradeReturnSum += profit / (units * entryPrice)
    tally.tradeDays += prices.series.days(from: entryBar, to: bar)
    if profit > 0 {
      tally.winCount += 1
      tally.profits += profit
    } else {
      tally.losses -= profit
    }
    tally.fees += units * commission * (entryPrice + price)
    tally.tradedNotional += units * (entryPrice + price)
    cash = proceeds
    exitBar = bar
    return true
  }

  mutating func keepOpen() {
    let cost = entryPrice * (1 + commission)
    let units = cash / cost
    hold(before: window.upperBound, cost: cost)
    tally.fees += units * entryPrice * commission
    tally.tradedNotional += units * entryPrice
    tally.openUnits = units
    cash = lastMark
  }

  /// Counts the closes from the entry up to a bar at which the position is no longer held.
  private mutating func hold(before end: Int, cost: Double) {
    guard end > entryBar else { return }
    let scale = cash / cost
    countReturn(scale * prices.close[entryBar], on: entryBar)
    let (first, last) = (entryBar - window.lowerBound, end - 1 - window.lowerBound)
    let sums = summaries.sums(through: last) - summaries.sums(through: first)
    inner.count += Double(last - first)
    inner.sum += sums[0]
    inner.squares += sums[1]
    inner.shortfalls += sums[2]
    tally.equitySum += scale * (sums[3] + prices.close[entryBar])
    tally.heldCloses += end - entryBar
    let range = summaries.ranges.figures(first, through: last)
    let close = prices.close[end - 1]
    let share = level / lastMark * scale
    lowestLevel = min(lowestLevel, range.ratio, share * range.low)
    level = min(share * close, close * range.inverseHigh)
    lastMark = scale * close
    nextBar = end
    exitBar = nil
  }

  /// Counts the return of a bar on which a position began or ended.
  private mutating func countReturn(_ equity: Double, on bar: Int) {
    guard bar > window.lowerBound else { return }
    let value = equity / lastMark - 1
    let short = min(value - tally.riskFreePerBar, 0)
    edges.count += 1
    edges.sum += value
    edges.squares += value * value
    edges.shortfalls += short * short
  }

  /// Counts the close of the last exit, unless a position began again on its bar.
  private mutating func countExit(before bar: Int) {
    guard let exit = exitBar, exit < bar else { return }
    countReturn(cash, on: exit)
    tally.equitySum += cash
    level = min(level * (cash / lastMark), 1)
    lowestLevel = min(lowestLevel, level)
    lastMark = cash
    nextBar = exit + 1
    exitBar = nil
  }

  private mutating func countFlat(before bar: Int) {
    guard bar > nextBar else { return }
    tally.equitySum += cash * Double(bar - nextBar)
    level = min(level, 1)
    nextBar = bar
  }

  /// The summary, or `nil` where the spread of returns is too small beside them to be exact.
  mutating func finish() -> PerformanceSummary? {
    countExit(before: window.upperBound)
    countFlat(before: window.upperBound)
    tally.closeCount = window.count
    tally.finalEquity = cash
    tally.deepestDrawdown = beyondRounding(drawdown: 1 - lowestLevel)
    let count = Double(window.count - 1)
    let zeros = count - edges.count - inner.count
    let innerSum = inner.sum + inner.count * summaries.shift
    let mean = (edges.sum + innerSum) / count
    tally.meanReturn = mean
    let short = min(-tally.riskFreePerBar, 0)
    tally.downsideDeviation =
      ((edges.shortfalls + inner.shortfalls + zeros * short * short) / count).squareRoot()
    tally.returnDeviation = count > 1 ? 0 : .nan
    guard count > 1, edges.count > 0 || inner.count > 0 else { return tally }
    // Deviations of three groups about their own means, then of those means about the whole.
    var squares = zeros * mean * mean
    if edges.count > 0 {
      let own = edges.sum / edges.count
      squares += edges.squares - edges.sum * own + edges.count * (own - mean) * (own - mean)
    }
    if inner.count > 0 {
      let own = innerSum / inner.count
      squares += inner.squares - inner.sum * inner.sum / inner.count
      squares += inner.count * (own - mean) * (own - mean)
    }
    guard squares > 1e-5 * (edges.squares + inner.squares), squares > 1e-18 * count else {
      return nil
    }
    tally.returnDeviation = (squares / (count - 1)).squareRoot()
    return tally
  }
}
