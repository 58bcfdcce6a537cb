import PlateauColumns
import PlateauMarket

/// Goes from trade to trade instead of from bar to bar, by the rules of DESIGN part 4.
///
/// When a position is entered and left follows from masks and prices alone; what it earns is the
/// ledger's business. Equal to `ReferenceBacktest`, which is the judge of it.
struct TradeWalk {
  let masks: SignalMasks
  let settings: ExecutionSettings
  /// The fractions of stops, targets and trails, the sizing, and the holding limit.
  let protection: EntryProtection
  let prices: PriceView
  let window: Range<Int>
  /// Where sessions end, if that closes positions.
  var sessions: SessionMasks?

  var allowsReversal: Bool { protection.terms.allowsReversal }

  /// The bar after the last on which a rule may decide.
  var decisionEnd: Int { window.upperBound - 1 }
  var fillsAtClose: Bool { settings.fill == .close }

  /// Walks the window and books every trade.
  ///
  /// - Complexity: O(trades + bars / 64), and O(bars held) where a trailing stop is set.
  func run(_ ledger: inout some TradeLedger) {
    var from = window.lowerBound
    var turn: Turn?
    while true {
      let decision: (bar: Int, isLong: Bool)
      if let turn {
        decision = (turn.bar, turn.isLong)
      } else if let found = nextEntry(from: from) {
        decision = found
      } else {
        return
      }
      let isReversal = turn?.isOneOrder ?? false
      turn = nil
      from = decision.bar + 1
      guard let fractions = protection.terms.fractions(at: decision.bar) else { continue }
      let entryBar = fillsAtClose ? decision.bar : decision.bar + 1
      let raw = fillsAtClose ? prices.close[entryBar] : prices.open[entryBar]
      let price = slipped(raw, buying: decision.isLong)
      let exits = ProtectiveExits(
        isLong: decision.isLong,
        basis: settings.stopBasis == .fill ? price : prices.close[decision.bar],
        stop: fractions.stop, target: fractions.target, trail: fractions.trail)
      guard
        ledger.enter(
          isLong: decision.isLong, on: entryBar, at: price, amount: fractions.amount,
          stopLevel: exits.stopLevel, isReversal: isReversal)
      else { continue }
      let firstBar = fillsAtClose ? entryBar + 1 : entryBar
      let session = sessions?.exit(entryBar: entryBar, from: firstBar, before: window.upperBound)
      let signal = exitDecision(
        isLong: decision.isLong, entryBar: entryBar, from: firstBar, before: lastDecision(session))
      if let forced = protection.exit(
        exits, from: firstBar, through: signal?.bar ?? lastProtected(session), prices)
      {
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
      if let signal {
        let exitBar = fillsAtClose ? signal.bar : signal.bar + 1
        let exitPrice = fillsAtClose ? prices.close[exitBar] : prices.open[exitBar]
        guard
          ledger.exit(
            on: exitBar, at: slipped(exitPrice, buying: !decision.isLong),
            isAtClose: fillsAtClose, isReversal: signal.reverses)
        else { return }
        if signal.reverses {
          turn = Turn(bar: signal.bar, isLong: !decision.isLong, isOneOrder: true)
        }
        // The bar of an exit at the open began with a position.
        from = fillsAtClose ? exitBar + 1 : (allowsReversal ? exitBar : exitBar + 1)
        continue
      }
      guard let session else { return ledger.keepOpen() }
      let exitPrice = session.isAtOpen ? prices.open[session.bar] : prices.close[session.bar]
      guard
        ledger.exit(
          on: session.bar, at: slipped(exitPrice, buying: !decision.isLong),
          isAtClose: !session.isAtOpen, isReversal: false)
      else { return }
      let beganFlat = session.bar == entryBar
      from = allowsReversal || beganFlat ? session.bar : session.bar + 1
      if session.isAtOpen, !fillsAtClose, turnsAround(decision.isLong, at: session.bar - 1) {
        // Who decided it did not know that the session was over.
        turn = Turn(bar: session.bar - 1, isLong: !decision.isLong, isOneOrder: false)
      }
    }
  }

  /// An entry that the close of a position on the other side has decided.
  private struct Turn {
    let bar: Int
    let isLong: Bool
    /// Whether it closes that position as well.
    let isOneOrder: Bool
  }

  /// The bar after the last that may decide to leave a position, before its session ends.
  private func lastDecision(_ session: SessionMasks.Exit?) -> Int {
    guard let session else { return decisionEnd }
    return min(decisionEnd, session.isAtOpen && !fillsAtClose ? session.bar - 1 : session.bar)
  }

  /// The last bar whose prices may force a position that no rule ends.
  private func lastProtected(_ session: SessionMasks.Exit?) -> Int {
    guard let session else { return decisionEnd }
    return session.isAtOpen ? session.bar - 1 : session.bar
  }

  private func turnsAround(_ isLong: Bool, at bar: Int) -> Bool {
    let opposite = isLong ? masks.shorts : masks.buys
    return allowsReversal && opposite[bar] && protection.terms.fractions(at: bar) != nil
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
    isLong: Bool, entryBar: Int, from first: Int, before last: Int
  ) -> (bar: Int, reverses: Bool)? {
    guard first < last else { return nil }
    let own = isLong ? masks.sells : masks.covers
    var end = last
    var found: Int?
    if let bar = own.first(in: first..<end) { (found, end) = (bar, bar + 1) }
    if let bar = protection.limitBar(entryBar: entryBar, from: first, before: end, prices) {
      (found, end) = (bar, bar + 1)
    }
    guard allowsReversal else { return found.map { ($0, false) } }
    let opposite = isLong ? masks.shorts : masks.buys
    var bar = first
    while bar < end, let turn = opposite.first(in: bar..<end) {
      if protection.terms.fractions(at: turn) != nil { return (turn, true) }
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
    isLong: Bool, on bar: Int, at price: Double, amount: Double, stopLevel: Double,
    isReversal: Bool
  ) -> Bool

  /// Closes the position, or answers that the account was ruined while it was held.
  mutating func exit(on bar: Int, at price: Double, isAtClose: Bool, isReversal: Bool) -> Bool

  /// Holds the position to the window's end.
  mutating func keepOpen()
}
