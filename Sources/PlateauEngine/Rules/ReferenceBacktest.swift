import PlateauColumns
import PlateauMarket

/// The execution rules, one bar after another: short and plain, and the judge of anything faster.
///
/// Every bar has three moments. At its open, the order decided at the close before is filled.
/// During the bar, stops and targets act. At its close, borrowing is paid, the rules decide, and
/// equity is taken.
///
/// - Complexity: O(bars of the window).
struct ReferenceBacktest {
  private let rules: RuleColumns
  private let settings: ExecutionSettings
  private let market: Market
  private let series: PriceSeries
  private let sizing: PositionSizing

  private var account: Account
  private var position: OpenPosition?
  private var trades: [Trade] = []

  /// Creates a backtest that has not been run.
  init(rules: RuleColumns, settings: ExecutionSettings, market: Market) {
    self.rules = rules
    self.settings = settings
    self.market = market
    series = market.series
    sizing = PositionSizing(settings)
    account = Account(cash: settings.cash)
  }

  /// Runs the window from its first bar, flat, to its last.
  mutating func run() -> Backtest {
    var equity: [Double] = []
    var units: [Double] = []
    equity.reserveCapacity(market.window.count)
    units.reserveCapacity(market.window.count)
    let lastBar = market.window.upperBound - 1
    var pending: Order?
    var isRuined = false

    for bar in market.window {
      let beganFlat = position == nil
      if let order = pending { fill(order, at: series.open[bar], on: bar) }
      pending = nil
      protect(on: bar)
      payBorrowing(on: bar)
      if bar < lastBar, account.equity(at: series.close[bar]) > 0,
        let order = decide(on: bar, beganFlat: beganFlat)
      {
        switch settings.fill {
        case .nextOpen: pending = order
        case .close: fill(order, at: series.close[bar], on: bar)
        }
      }
      let worth = account.equity(at: series.close[bar])
      isRuined = worth <= 0
      equity.append(max(worth, 0))
      units.append(account.units)
      if isRuined { break }
    }
    return Backtest(
      market: market, settings: settings, firstBar: market.window.lowerBound, equity: equity,
      units: units, trades: trades, fees: account.fees, tradedNotional: account.tradedNotional,
      openEntryBar: position?.entryBar, isRuined: isRuined)
  }

  /// What the rules want at a close, given the position they find.
  private func decide(on bar: Int, beganFlat: Bool) -> Order? {
    let signals = rules.signals[bar]
    let buys = signals.contains(.buy) && !signals.contains(.sell)
    let shorts = signals.contains(.short) && !signals.contains(.cover)
    guard let position else {
      guard buys || shorts, beganFlat || rules.allowsReversal else { return nil }
      return entry(isLong: buys, on: bar).map(Order.enter)
    }
    if rules.allowsReversal, position.isLong ? shorts : buys,
      let opposite = entry(isLong: !position.isLong, on: bar)
    {
      return .reverse(opposite)
    }
    if signals.contains(position.isLong ? .sell : .cover) { return .exit(.signal) }
    return hasReachedLimit(position, on: bar) ? .exit(.time) : nil
  }

  private func entry(isLong: Bool, on bar: Int) -> Order.Entry? {
    guard let stop = rules.stop.fraction(at: bar), let target = rules.target.fraction(at: bar),
      let trail = rules.trail.fraction(at: bar)
    else { return nil }
    return Order.Entry(
      isLong: isLong, decidingClose: series.close[bar], stop: stop, target: target, trail: trail)
  }

  private func hasReachedLimit(_ position: OpenPosition, on bar: Int) -> Bool {
    guard let (limit, unit) = rules.limit else { return false }
    let held =
      switch unit {
      case .bars: bar - position.entryBar
      case .days: series.calendarDays(from: position.entryBar, to: bar)
      }
    return Double(held) >= limit[bar]
  }

  private mutating func fill(_ order: Order, at price: Double, on bar: Int) {
    switch order {
    case .exit(let reason):
      close(at: price, on: bar, reason: reason)
    case .enter(let entry):
      open(entry, at: price, on: bar, fixedFee: settings.commissionFixed)
    case .reverse(let entry):
      close(at: price, on: bar, reason: .reverse)
      open(entry, at: price, on: bar, fixedFee: 0)
    }
  }

  /// Closes the position where the bar's prices force it.
  private mutating func protect(on bar: Int) {
    guard var held = position else { return }
    let (high, low, close) = (series.high[bar], series.low[bar], series.close[bar])
    if let exit = held.exits.exit(
      open: series.open[bar], high: high, low: low, close: close, by: settings.protective)
    {
      self.close(at: exit.price, on: bar, reason: exit.reason, isAmbiguous: exit.isAmbiguous)
    } else {
      held.exits.follow(high: high, low: low, close: close, by: settings.protective)
      position = held
    }
  }

  /// Charges a short position held at this close for the days since the bar before.
  ///
  /// On the window's first bar nothing is held yet, so there is a bar before.
  private mutating func payBorrowing(on bar: Int) {
    guard settings.borrowRate > 0, var held = position, !held.isLong else { return }
    let days = series.days(from: bar - 1, to: bar)
    let cost = held.units * series.close[bar] * settings.borrowRate * days / 365
    account.pay(cost)
    held.borrowing += cost
    position = held
  }

  private mutating func open(
    _ entry: Order.Entry, at price: Double, on bar: Int, fixedFee: Double
  ) {
    let price = slipped(price, buying: entry.isLong)
    let exits = ProtectiveExits(
      isLong: entry.isLong, basis: settings.stopBasis == .fill ? price : entry.decidingClose,
      stop: entry.stop, target: entry.target, trail: entry.trail)
    let units = sizing.units(
      equity: account.cash, price: price, stopLevel: exits.stopLevel, fixedFee: fixedFee)
    guard units > 0 else { return }
    let fee = units * price * settings.commission + fixedFee
    account.trade(entry.isLong ? units : -units, at: price, fee: fee)
    position = OpenPosition(
      isLong: entry.isLong, units: units, entryBar: bar, entryPrice: price, entryFee: fee,
      exits: exits)
  }

  private mutating func close(
    at price: Double, on bar: Int, reason: ExitReason, isAmbiguous: Bool = false
  ) {
    guard let held = position else { return }
    let price = reason == .target ? price : slipped(price, buying: !held.isLong)
    let fee = held.units * price * settings.commission + settings.commissionFixed
    account.trade(held.isLong ? -held.units : held.units, at: price, fee: fee)
    position = nil
    trades.append(
      Trade(
        isLong: held.isLong, units: held.units, entryBar: held.entryBar, exitBar: bar,
        entryPrice: held.entryPrice, exitPrice: price, fees: held.entryFee + fee,
        borrowing: held.borrowing, days: series.calendarDays(from: held.entryBar, to: bar),
        exitReason: reason, isAmbiguous: isAmbiguous))
  }

  private func slipped(_ price: Double, buying: Bool) -> Double {
    price * (buying ? 1 + settings.slippage : 1 - settings.slippage)
  }
}
