import PlateauColumns
import PlateauMarket

/// Goes from trade to trade instead of from bar to bar, by the rules of DESIGN part 4.
///
/// When a position is entered and left follows from masks and prices alone; what it earns is the
/// ledger's business. Equal to `ReferenceBacktest`, which is the judge of it.
struct TradeWalk {
  let masks: SignalMasks
  let settings: ExecutionSettings
  let allowsReversal: Bool
  /// The fractions of stops, targets and trails, and the holding limit.
  let protection: EntryProtection
  let prices: PriceView
  let window: Range<Int>

  /// The bar after the last on which a rule may decide.
  var decisionEnd: Int { window.upperBound - 1 }
  var fillsAtClose: Bool { settings.fill == .close }

  /// Walks the window and books every trade.
  ///
  /// - Complexity: O(trades + bars / 64), and O(bars held) where a trailing stop is set.
  func run(_ ledger: inout some TradeLedger) {
    var from = window.lowerBound
    var reversal: (bar: Int, isLong: Bool)?
    while true {
      let decision: (bar: Int, isLong: Bool)
      if let turn = reversal {
        decision = turn
      } else if let found = nextEntry(from: from) {
        decision = found
      } else {
        return
      }
      let isReversal = reversal != nil
      reversal = nil
      from = decision.bar + 1
      guard let fractions = protection.fractions(at: decision.bar) else { continue }
      let entryBar = fillsAtClose ? decision.bar : decision.bar + 1
      let raw = fillsAtClose ? prices.close[entryBar] : prices.open[entryBar]
      let price = slipped(raw, buying: decision.isLong)
      let exits = ProtectiveExits(
        isLong: decision.isLong,
        basis: settings.stopBasis == .fill ? price : prices.close[decision.bar],
        stop: fractions.stop, target: fractions.target, trail: fractions.trail)
      guard
        ledger.enter(
          isLong: decision.isLong, on: entryBar, at: price, stopLevel: exits.stopLevel,
          isReversal: isReversal)
      else { continue }
      let firstBar = fillsAtClose ? entryBar + 1 : entryBar
      let signal = exitDecision(isLong: decision.isLong, entryBar: entryBar, from: firstBar)
      let lastProtected = signal?.bar ?? decisionEnd
      if let forced = protection.exit(exits, from: firstBar, through: lastProtected, prices) {
        guard
          ledger.exit(
            on: forced.bar,
            at: forced.reason == .target
              ? forced.price : slipped(forced.price, buying: !decision.isLong),
            isAtClose: false, isReversal: false)
        else { return }
        let beganFlat = forced.bar == entryBar
        from = allowsReversal || beganFlat ? forced.bar : forced.bar + 1
        continue
      }
      guard let signal else { return ledger.keepOpen() }
      let exitBar = fillsAtClose ? signal.bar : signal.bar + 1
      let exitPrice = fillsAtClose ? prices.close[exitBar] : prices.open[exitBar]
      guard
        ledger.exit(
          on: exitBar, at: slipped(exitPrice, buying: !decision.isLong), isAtClose: fillsAtClose,
          isReversal: signal.reverses)
      else { return }
      if signal.reverses {
        reversal = (signal.bar, !decision.isLong)
        continue
      }
      // The bar of an exit at the open began with a position.
      from = fillsAtClose ? exitBar + 1 : (allowsReversal ? exitBar : exitBar + 1)
    }
  }

  func nextEntry(from bar: Int) -> (bar: Int, isLong: Bool)? {
    guard bar < decisionEnd else { return nil }
    let long = masks.buys.first(in: bar..<decisionEnd)
    let short = masks.shorts.first(in: bar..<(long.map { $0 } ?? decisionEnd))
    if let short { return (short, false) }
    return long.map { ($0, true) }
  }

  /// The close that decides to leave a position, and whether it turns it around.
  func exitDecision(
    isLong: Bool, entryBar: Int, from first: Int
  ) -> (bar: Int, reverses: Bool)? {
    guard first < decisionEnd else { return nil }
    let own = isLong ? masks.sells : masks.covers
    var end = decisionEnd
    var found: Int?
    if let bar = own.first(in: first..<end) { (found, end) = (bar, bar + 1) }
    if let bar = protection.limitBar(entryBar: entryBar, from: first, before: end, prices) {
      (found, end) = (bar, bar + 1)
    }
    guard allowsReversal else { return found.map { ($0, false) } }
    let opposite = isLong ? masks.shorts : masks.buys
    var bar = first
    while bar < end, let turn = opposite.first(in: bar..<end) {
      if protection.fractions(at: turn) != nil { return (turn, true) }
      bar = turn + 1
    }
    return found.map { ($0, false) }
  }

  private func slipped(_ price: Double, buying: Bool) -> Double {
    price * (buying ? 1 + settings.slippage : 1 - settings.slippage)
  }
}

/// Keeps the money of a walk.
protocol TradeLedger {
  /// Opens a position, or answers that it would have no units.
  mutating func enter(
    isLong: Bool, on bar: Int, at price: Double, stopLevel: Double, isReversal: Bool
  ) -> Bool

  /// Closes the position, or answers that the account was ruined while it was held.
  mutating func exit(on bar: Int, at price: Double, isAtClose: Bool, isReversal: Bool) -> Bool

  /// Holds the position to the window's end.
  mutating func keepOpen()
}
