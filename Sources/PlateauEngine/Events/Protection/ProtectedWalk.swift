import CEngineKernels
import PlateauMarket

/// Goes from trade to trade for candidates that share their signals, each with a stop and a target
/// of its own.
///
/// How the rules alone would leave a position depends on the bar of its entry and on nothing else,
/// so it is found once for all candidates; a stop or target ends it before. Equal to `TradeWalk`.
///
/// Bars count from the window's first.
struct ProtectedWalk {
  private let walk: TradeWalk
  private let context: TradeContext
  private let figures: TradeFigures
  private let reach: (below: ReachedBars, above: ReachedBars)
  private let buys: BarMask
  /// The bar that decides to leave a position, by the bar of its entry; the number of bars for
  /// none, negative for one not looked for.
  private let signals: UnsafeMutablePointer<Int32>

  /// Prepares for candidates.
  ///
  /// - Parameters:
  ///   - walk: Their signals, without stop and target.
  ///   - context: Prices and sums.
  ///   - figures: What their entries and exits cost.
  ///   - reach: Where prices reach the levels of stops and of targets.
  ///   - signals: Room for a number a bar.
  init(
    _ walk: TradeWalk, in context: TradeContext, figures: TradeFigures,
    reach: (below: ReachedBars, above: ReachedBars), signals: UnsafeMutablePointer<Int32>
  ) {
    self.walk = walk
    self.context = context
    self.figures = figures
    self.reach = reach
    self.signals = signals
    buys = walk.masks.buys
    signals.initialize(repeating: -1, count: context.barCount)
  }

  /// Books the trades of a candidate.
  ///
  /// - Complexity: O(trades + bars / 64), and the steps of `ReachedBars`.
  func account(stop: ProtectiveRule, target: ProtectiveRule) -> compounding_account {
    var ledger = ProtectedLedger(cash: walk.settings.cash, in: context)
    stop.withFractions { stops in
      target.withFractions { targets in
        run(stops, targets, &ledger)
      }
    }
    return ledger.finish()
  }

  @inline(__always)
  private func run(
    _ stops: EntryFractions, _ targets: EntryFractions, _ ledger: inout ProtectedLedger
  ) {
    let wait = context.fillsAtClose ? 0 : 1
    var from = context.firstBar
    while let found = buys.first(in: from..<max(from, walk.decisionEnd)) {
      from = found + 1
      let (stop, target) = (stops[found], targets[found])
      guard stops.allows(stop), targets.allows(target) else { continue }
      let decision = found - context.firstBar
      let bar = decision + wait
      let entry = UnsafePointer(figures.entries + bar)
      let exits = ProtectiveExits(
        isLong: true,
        basis: context.countsFromFill ? entry.pointee.terms.1 : context.close[decision],
        stop: stop, target: target, trail: .nan)
      let signal = signalDecision(of: bar)
      if let forced = forced(exits, from: bar + 1 - wait, through: signal) {
        ledger.book(on: bar, entry, until: forced)
        let isOver = walk.allowsReversal || forced.bar == bar
        from = context.firstBar + forced.bar + (isOver ? 0 : 1)
        continue
      }
      let exit = min(signal + wait, context.barCount)
      let terms = (figures.exits + exit).pointee.terms
      ledger.book(on: bar, entry, until: .init(bar: exit, price: terms.1, proceeds: terms.0))
      guard exit < context.barCount else { return }
      from = context.firstBar + exit + (context.fillsAtClose || !walk.allowsReversal ? 1 : 0)
    }
  }

  /// The end that prices force up to the bar whose close decides to leave.
  @inline(__always)
  private func forced(
    _ exits: ProtectiveExits, from first: Int, through signal: Int
  ) -> ProtectedLedger.Exit? {
    let end = min(signal + 1, context.barCount)
    var bar = end
    if !exits.stopLevel.isNaN {
      bar = reach.below.first(at: exits.stopLevel, from: first, before: bar)
    }
    if !exits.targetLevel.isNaN {
      bar = reach.above.first(at: exits.targetLevel, from: first, before: bar)
    }
    guard bar < end,
      let exit = exits.exit(
        open: context.open[bar], high: context.high[bar], low: context.low[bar],
        close: context.close[bar], by: context.protection)
    else { return nil }
    let price = exit.reason == .target ? exit.price : exit.price * context.slip.sold
    return .init(bar: bar, price: price, proceeds: price * (1 - context.commission))
  }

  /// The bar whose close decides to leave a position, or the number of bars.
  @inline(__always)
  private func signalDecision(of bar: Int) -> Int {
    if signals[bar] >= 0 { return Int(signals[bar]) }
    let entryBar = context.firstBar + bar
    let found = walk.exitDecision(
      isLong: true, entryBar: entryBar, from: context.fillsAtClose ? entryBar + 1 : entryBar,
      before: walk.decisionEnd)
    let decision = found.map { $0.bar - context.firstBar } ?? context.barCount
    signals[bar] = Int32(decision)
    return decision
  }
}

/// The fractions of a stop or target at every entry, one or one a bar, as innermost loops read
/// them.
private struct EntryFractions {
  let start: UnsafePointer<Double>
  /// From bar to bar; zero for one fraction.
  let stride: Int
  /// Whether entries are made without it.
  let isNone: Bool

  @inline(__always)
  subscript(bar: Int) -> Double { start[bar * stride] }

  /// Whether an entry with a fraction is made.
  @inline(__always)
  func allows(_ fraction: Double) -> Bool { fraction > 0 || isNone }
}

extension ProtectiveRule {
  /// Runs work on the fractions.
  @inline(__always)
  fileprivate func withFractions(_ work: (EntryFractions) -> Void) {
    switch self {
    case .constant(let value):
      withUnsafePointer(to: value) { start in
        work(EntryFractions(start: start, stride: 0, isNone: value.isNaN))
      }
    case .column(let values):
      values.withUnsafeBufferPointer { values in
        guard let start = values.baseAddress else { return }
        work(EntryFractions(start: start, stride: 1, isNone: false))
      }
    }
  }
}
