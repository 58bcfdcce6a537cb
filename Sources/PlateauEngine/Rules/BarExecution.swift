import PlateauColumns

/// The execution rules (DESIGN part 4), one bar after another, for one candidate.
///
/// Every bar has three moments. At its open, the order decided at the close before is filled.
/// During the bar, stops and targets act. At its close, borrowing is paid, a session's end closes
/// the position, the rules decide, and equity is taken.
struct BarExecution {
  private let settings: ExecutionSettings
  private let terms: EntryTerms
  private let sizing: PositionSizing

  /// Cash and units.
  private(set) var account: Account
  /// The open position, if there is one.
  private(set) var position: OpenPosition?
  /// The price of the latest fill; undefined before the first.
  private(set) var lastFill = Double.nan
  /// Closed trades, in the order of their exits; who reads them may take them away.
  var trades: [Trade] = []
  private var pending: Order?
  private var beganFlat = true

  /// Creates an account that holds cash only.
  ///
  /// - Parameters:
  ///   - terms: What the rules say of a position.
  ///   - settings: How orders are executed, the strategy's own wishes included.
  init(_ terms: EntryTerms, settings: ExecutionSettings) {
    self.settings = settings
    self.terms = terms
    sizing = PositionSizing(settings)
    account = Account(cash: settings.cash)
  }

  /// Does what happens on a bar up to its close, before the rules are asked.
  mutating func begin(_ bar: PriceBar) {
    beganFlat = position == nil
    if bar.closesAtOpen { endSession(at: bar.open, on: bar) }
    if let order = pending {
      fill(order, at: bar.open, on: bar)
      pending = nil
    }
    protect(on: bar)
    payBorrowing(on: bar)
    if bar.closesAtClose, isSolvent(at: bar) { endSession(at: bar.close, on: bar) }
    position?.extend(to: bar)
  }

  /// What the account is worth at a close.
  func equity(at bar: PriceBar) -> Double { account.equity(at: bar.close) }

  /// Whether the account is worth anything at a close; one that is not decides no more.
  func isSolvent(at bar: PriceBar) -> Bool { equity(at: bar) > 0 }

  /// Lets the rules decide at a close; what they want is filled as the settings say.
  mutating func act(on signals: Signals, at bar: PriceBar) {
    guard let order = decide(signals, on: bar) else { return }
    switch settings.fill {
    case .nextOpen: pending = order
    case .close: fill(order, at: bar.close, on: bar)
    }
  }

  /// What the rules want at a close, given the position they find.
  private func decide(_ signals: Signals, on bar: PriceBar) -> Order? {
    if signals.isEmpty, terms.limit == nil { return nil }
    let buys = signals.contains(.buy) && !signals.contains(.sell)
    let shorts = signals.contains(.short) && !signals.contains(.cover)
    guard let position else {
      let isTooLate = bar.closesAtClose && settings.fill == .close
      guard buys || shorts, beganFlat || terms.allowsReversal, !isTooLate else { return nil }
      return entry(isLong: buys, on: bar).map(Order.enter)
    }
    if terms.allowsReversal, position.isLong ? shorts : buys,
      let opposite = entry(isLong: !position.isLong, on: bar)
    {
      return .reverse(opposite)
    }
    if signals.contains(position.isLong ? .sell : .cover) { return .exit(.signal) }
    return hasReachedLimit(position, on: bar) ? .exit(.time) : nil
  }

  private func entry(isLong: Bool, on bar: PriceBar) -> Order.Entry? {
    terms.fractions(at: bar.index).map {
      Order.Entry(
        isLong: isLong, decidingClose: bar.close, stop: $0.stop, target: $0.target,
        trail: $0.trail, amount: $0.amount)
    }
  }

  private func hasReachedLimit(_ position: OpenPosition, on bar: PriceBar) -> Bool {
    guard let limit = terms.limit else { return false }
    let held =
      switch limit.unit {
      case .bars: bar.index - position.entryBar
      case .days: bar.day - position.entryDay
      }
    return Double(held) >= limit.value[bar.index]
  }

  private mutating func fill(_ order: Order, at price: Double, on bar: PriceBar) {
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

  /// Closes the position because its session is over; what would turn it around is then an
  /// ordinary entry.
  private mutating func endSession(at price: Double, on bar: PriceBar) {
    guard position != nil else { return }
    close(at: price, on: bar, reason: .session)
    if case .reverse(let entry)? = pending { pending = .enter(entry) }
  }

  /// Closes the position where the bar's prices force it.
  private mutating func protect(on bar: PriceBar) {
    guard let exits = position?.exits, exits.isActive else { return }
    if let exit = exits.exit(
      open: bar.open, high: bar.high, low: bar.low, close: bar.close, by: settings.protective)
    {
      close(at: exit.price, on: bar, reason: exit.reason, isAmbiguous: exit.isAmbiguous)
    } else {
      position?.exits.follow(
        high: bar.high, low: bar.low, close: bar.close, by: settings.protective)
    }
  }

  /// Charges a short position held at this close for the days since the bar before.
  ///
  /// On the window's first bar nothing is held yet, so there is a bar before.
  private mutating func payBorrowing(on bar: PriceBar) {
    guard settings.borrowRate > 0, let held = position, !held.isLong else { return }
    let cost = held.units * bar.close * settings.borrowRate * bar.daysSinceBefore / 365
    account.pay(cost)
    position?.borrowing += cost
  }

  private mutating func open(
    _ entry: Order.Entry, at price: Double, on bar: PriceBar, fixedFee: Double
  ) {
    let price = slipped(price, buying: entry.isLong)
    let exits = ProtectiveExits(
      isLong: entry.isLong, basis: settings.stopBasis == .fill ? price : entry.decidingClose,
      stop: entry.stop, target: entry.target, trail: entry.trail)
    let units = sizing.units(
      entry.amount, equity: account.cash, price: price, stopLevel: exits.stopLevel,
      fixedFee: fixedFee)
    guard units > 0 else { return }
    let fee = units * price * settings.commission + fixedFee
    account.trade(entry.isLong ? units : -units, at: price, fee: fee)
    lastFill = price
    position = OpenPosition(
      isLong: entry.isLong, units: units, entryBar: bar.index, entryDay: bar.day,
      entryPrice: price, entryFee: fee, exits: exits, highest: bar.high, lowest: bar.low)
  }

  private mutating func close(
    at price: Double, on bar: PriceBar, reason: ExitReason, isAmbiguous: Bool = false
  ) {
    guard let held = position else { return }
    let price = reason == .target ? price : slipped(price, buying: !held.isLong)
    let fee = held.units * price * settings.commission + settings.commissionFixed
    account.trade(held.isLong ? -held.units : held.units, at: price, fee: fee)
    lastFill = price
    position = nil
    trades.append(
      Trade(
        isLong: held.isLong, units: held.units, entryBar: held.entryBar, exitBar: bar.index,
        entryPrice: held.entryPrice, exitPrice: price, fees: held.entryFee + fee,
        borrowing: held.borrowing, days: bar.day - held.entryDay,
        exitReason: reason, isAmbiguous: isAmbiguous))
  }

  private func slipped(_ price: Double, buying: Bool) -> Double {
    price * (buying ? 1 + settings.slippage : 1 - settings.slippage)
  }
}
