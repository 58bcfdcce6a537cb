import CEngineKernels

/// The money of long positions of all equity that a price on any bar may end, from figures of the
/// entry's bar and of the exit.
///
/// Bars count from the window's first.
///
/// - Complexity: O(1) a trade.
struct ProtectedLedger {
  /// The end of a trade.
  struct Exit {
    /// Its bar, or the number of bars for a position that is still open.
    let bar: Int
    /// What a unit is sold for, before and after commission; the last close of an open position.
    let price: Double
    let proceeds: Double
  }

  private let context: TradeContext
  /// Sums over the closes at which units were held and the bars of exits.
  private var sums = SIMD4<Double>.zero
  private var cash: Double
  /// Equity as a share of its peak at the latest close counted; infinite before the first.
  private var level = Double.infinity
  private var lowestLevel = 1.0
  /// The bar of the latest exit, whose close is not counted yet: an entry may come on it.
  private var flatBar = 0
  private var exitReturn = 0.0
  private var flatSum = 0.0
  private var heldCloses = 0
  private var countedReturns = 0
  private var openUnits = 0.0
  private var trades = (count: 0, wins: 0, returns: 0.0, days: 0.0)
  private var money = (profits: 0.0, losses: 0.0, notional: 0.0)

  init(cash: Double, in context: TradeContext) {
    self.cash = cash
    self.context = context
  }

  /// Books a trade.
  ///
  /// - Parameters:
  ///   - bar: The bar of its entry.
  ///   - entry: The figures of that bar.
  ///   - exit: Its end.
  @inline(__always)
  mutating func book(on bar: Int, _ entry: UnsafePointer<trade_side>, until exit: Exit) {
    let (costInverse, price) = (entry.pointee.terms.0, entry.pointee.terms.1)
    let units = cash * costInverse
    let growth = exit.proceeds * costInverse
    countFlat(before: bar)
    if bar == flatBar, trades.count > 0 { mergeReturns(on: bar, costInverse) }
    if exit.bar == bar {
      sums += context.contribution(of: growth - 1)
      level *= growth
      exitReturn = growth - 1
    } else {
      var held = entry.sums + context.sums(through: exit.bar - 1)
      if exit.bar < context.barCount {
        exitReturn = exit.proceeds * context.inverseClose[exit.bar - 1] - 1
        held += context.contribution(of: exitReturn)
      }
      sums += held * SIMD4(1, 1, 1, units)
      let range = context.held(bar, through: exit.bar - 1)
      lowestLevel = min(lowestLevel, range.ratio, level * costInverse * range.low)
      level = min(level * growth, exit.proceeds * range.inverseHigh)
    }
    heldCloses += exit.bar - bar
    countedReturns += exit.bar - bar - (bar == 0 ? 1 : 0)
    flatBar = exit.bar
    cash = units * exit.proceeds
    guard exit.bar < context.barCount else {
      openUnits = units
      money.notional += units * price
      return
    }
    let traded = price + exit.price
    let gain = (exit.price - price) - context.commission * traded
    let profit = units * gain
    countedReturns += 1
    trades.count += 1
    trades.wins += gain > 0 ? 1 : 0
    trades.returns += gain * entry.pointee.terms.2
    trades.days += context.day[exit.bar] - entry.pointee.terms.3
    money.profits += max(profit, 0)
    money.losses -= min(profit, 0)
    money.notional += units * traded
  }

  /// Counts the closes up to a bar, at which nothing was held.
  @inline(__always)
  private mutating func countFlat(before bar: Int) {
    guard bar > flatBar else { return }
    flatSum += cash * Double(bar - flatBar)
    level = min(level, 1)
    lowestLevel = min(lowestLevel, level)
  }

  /// Makes one return of an exit's and of that of an entry at the close of the same bar.
  private mutating func mergeReturns(on bar: Int, _ costInverse: Double) {
    let entryReturn = context.close[bar] * costInverse - 1
    sums -= context.contribution(of: exitReturn) + context.contribution(of: entryReturn)
    sums += context.contribution(of: (1 + exitReturn) * (1 + entryReturn) - 1)
    countedReturns -= 1
  }

  /// The account at the window's end.
  mutating func finish() -> compounding_account {
    countFlat(before: context.barCount)
    var account = compounding_account()
    account.sums = (sums[0], sums[1], sums[2], sums[3])
    account.flat_sum = flatSum
    account.cash = cash
    account.lowest_level = lowestLevel
    account.held_closes = Int64(heldCloses)
    account.trade_count = Int64(trades.count)
    account.counted_returns = Int64(countedReturns)
    account.open_units = openUnits
    account.win_count = Int64(trades.wins)
    account.returns = trades.returns
    account.days = trades.days
    account.profits = money.profits
    account.losses = money.losses
    account.notional = money.notional
    return account
  }
}

extension UnsafePointer<trade_side> {
  /// The sums of the side.
  fileprivate var sums: SIMD4<Double> {
    UnsafeRawPointer(self).loadUnaligned(as: SIMD4<Double>.self)
  }
}
