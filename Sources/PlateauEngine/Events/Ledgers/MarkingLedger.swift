/// The money of any position: equity is taken at every close at which one is held.
///
/// - Complexity: O(bars held).
struct MarkingLedger: TradeLedger {
  private let prices: PriceView
  private let settings: ExecutionSettings
  private let sizing: PositionSizing
  private let window: Range<Int>
  private var tally: PerformanceSummary

  private var account: Account
  private var held: OpenPosition?
  /// Returns of the closes at which something was held or sold; all others are zero.
  private var returns: [Double] = []
  private var lastMark: Double
  private var peak = -Double.infinity
  private var nextBar: Int
  private var exitBar: Int?
  private var isRuined = false

  init(
    _ tally: PerformanceSummary, settings: ExecutionSettings, prices: PriceView,
    window: Range<Int>
  ) {
    self.tally = tally
    self.settings = settings
    self.prices = prices
    self.window = window
    sizing = PositionSizing(settings)
    account = Account(cash: tally.openingCash)
    lastMark = tally.openingCash
    nextBar = window.lowerBound
  }

  mutating func enter(
    isLong: Bool, on bar: Int, at price: Double, amount: Double, stopLevel: Double,
    isReversal: Bool
  ) -> Bool {
    let fixedFee = isReversal ? 0 : settings.commissionFixed
    let units = sizing.units(
      amount, equity: account.cash, price: price, stopLevel: stopLevel, fixedFee: fixedFee)
    guard units > 0 else { return false }
    countExit(before: bar)
    countFlat(before: bar)
    let fee = units * price * settings.commission + fixedFee
    account.trade(isLong ? units : -units, at: price, fee: fee)
    held = OpenPosition(
      isLong: isLong, units: units, entryBar: bar, entryPrice: price, entryFee: fee,
      exits: ProtectiveExits(
        isLong: isLong, basis: price, stop: .nan, target: .nan, trail: .nan))
    return true
  }

  mutating func exit(on bar: Int, at price: Double, isAtClose: Bool, isReversal: Bool) -> Bool {
    hold(before: bar)
    guard !isRuined else { return false }
    if isAtClose {
      borrow(on: bar)
      guard account.equity(at: prices.close[bar]) > 0 else {
        mark(prices.close[bar], on: bar)
        return false
      }
    }
    guard let position = held else { return false }
    let fee = position.units * price * settings.commission + settings.commissionFixed
    account.trade(position.isLong ? -position.units : position.units, at: price, fee: fee)
    held = nil
    let gain = (position.isLong ? 1 : -1) * position.units * (price - position.entryPrice)
    let profit = gain - (position.entryFee + fee) - position.borrowing
    tally.tradeCount += 1
    tally.tradeReturnSum += profit / (position.units * position.entryPrice)
    tally.tradeDays += prices.series.days(from: position.entryBar, to: bar)
    if profit > 0 {
      tally.winCount += 1
      tally.profits += profit
    } else {
      tally.losses -= profit
    }
    exitBar = bar
    if account.cash <= 0 { countExit(before: bar + 1) }
    return !isRuined
  }

  mutating func keepOpen() { hold(before: window.upperBound) }

  /// Takes equity at every close before a bar at which the position is no longer held.
  private mutating func hold(before end: Int) {
    guard let position = held else { return }
    var bar = max(position.entryBar, nextBar)
    while bar < end, !isRuined {
      // A position entered at a close has not been held over that bar.
      if bar > position.entryBar || settings.fill == .nextOpen { borrow(on: bar) }
      mark(prices.close[bar], on: bar)
      bar += 1
    }
  }

  private mutating func borrow(on bar: Int) {
    guard settings.borrowRate > 0, var position = held, !position.isLong else { return }
    let days = prices.series.days(from: bar - 1, to: bar)
    let cost = position.units * prices.close[bar] * settings.borrowRate * days / 365
    account.pay(cost)
    position.borrowing += cost
    held = position
  }

  /// Takes equity at a close.
  private mutating func mark(_ close: Double, on bar: Int) {
    let worth = account.equity(at: close)
    isRuined = worth <= 0
    let equity = max(worth, 0)
    if bar > window.lowerBound { returns.append(equity / lastMark - 1) }
    tally.equitySum += equity
    if account.units != 0 { tally.heldCloses += 1 }
    peak = max(peak, equity)
    tally.deepestDrawdown = max(tally.deepestDrawdown, 1 - equity / peak)
    lastMark = equity
    nextBar = bar + 1
    exitBar = nil
  }

  private mutating func countExit(before bar: Int) {
    guard let exit = exitBar, exit < bar else { return }
    mark(prices.close[exit], on: exit)
  }

  private mutating func countFlat(before bar: Int) {
    guard bar > nextBar, !isRuined else { return }
    tally.equitySum += account.cash * Double(bar - nextBar)
    peak = max(peak, account.cash)
    nextBar = bar
  }

  /// The summary of the walk.
  mutating func finish() -> PerformanceSummary {
    if !isRuined {
      countExit(before: window.upperBound)
      if !isRuined { countFlat(before: window.upperBound) }
    }
    tally.deepestDrawdown = beyondRounding(drawdown: tally.deepestDrawdown)
    tally.closeCount = nextBar - window.lowerBound
    tally.finalEquity = lastMark
    tally.isRuined = isRuined
    tally.fees = account.fees
    tally.tradedNotional = account.tradedNotional
    tally.openUnits = account.units
    let count = Double(tally.closeCount - 1)
    let zeros = count - Double(returns.count)
    let mean = returns.reduce(0, +) / count
    let short = min(-tally.riskFreePerBar, 0)
    var (squares, shortfalls, largest) = (zeros * mean * mean, zeros * short * short, 0.0)
    for value in returns {
      squares += (value - mean) * (value - mean)
      let missed = min(value - tally.riskFreePerBar, 0)
      shortfalls += missed * missed
      largest = max(largest, abs(value))
    }
    tally.meanReturn = mean
    tally.downsideDeviation = (shortfalls / count).squareRoot()
    let deviation = count > 1 ? (squares / (count - 1)).squareRoot() : .nan
    // Equal returns differ in their last bits once they have passed through an equity curve.
    tally.returnDeviation = deviation <= 1e-13 * max(1, largest) ? 0 : deviation
    return tally
  }
}
