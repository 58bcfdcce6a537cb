import CEngineKernels
import PlateauMarket

/// Goes from trade to trade for candidates that share their signals, each with a stop and a target
/// of its own.
///
/// How the rules alone would leave a position depends on the bar of its entry and on nothing else,
/// so it is found once for all candidates; so is where prices reach a level. A trade is then a look
/// at three bars. Equal to `TradeWalk`.
///
/// Bars count from the window's first.
struct ProtectedWalk {
  private let walk: TradeWalk
  private let context: TradeContext
  private let reach: MarketFigures.Reach
  private let bars: protected_bars
  /// The next bar that decides an entry, from each bar on.
  private let buys: BarMemo
  /// The bar that decides to leave a position, by the bar of its entry.
  private let exits: BarMemo
  private let trades: UnsafeMutablePointer<protected_trade>
  private let figures: TradeFigures
  /// From a decision to its fill.
  private let wait: Int
  /// The bar after the last that may decide.
  private let decisionEnd: Int

  /// Prepares for candidates.
  ///
  /// - Parameters:
  ///   - walk: Their signals, without stop and target.
  ///   - context: Prices and sums.
  ///   - known: What the market has for all.
  ///   - summaries: What stretches of bars add up to.
  init(
    _ walk: TradeWalk, in context: TradeContext, _ known: MarketFigures,
    _ summaries: WindowSummaries
  ) {
    self.walk = walk
    self.context = context
    reach = known.reach(walk.settings)
    (buys, exits) = known.memos()
    trades = known.trades
    figures = known.figures(TradeCosts(walk.settings), summaries)
    wait = context.fillsAtClose ? 0 : 1
    decisionEnd = context.barCount - 1
    bars = protected_bars(
      entries: figures.entries, sums: summaries.numbers, ranges: summaries.ranges.numbers,
      closes: context.close, inverse_closes: context.inverseClose, days: context.day,
      bar_count: Int64(context.barCount), commission: context.commission,
      shift: summaries.shift, risk_free: summaries.riskFreePerBar)
  }

  /// Books the trades of a candidate.
  ///
  /// - Complexity: O(trades), once what they need is known.
  func account(stop: ProtectiveRule, target: ProtectiveRule) -> compounding_account {
    let count = stop.withFractions(from: context.firstBar) { stops in
      target.withFractions(from: context.firstBar) { targets in
        findTrades(
          stops, stops.isNone ? nil : reach.below.bars(of: stop),
          targets, targets.isNone ? nil : reach.above.bars(of: target))
      }
    }
    var account = compounding_account()
    account.cash = walk.settings.cash
    withUnsafePointer(to: bars) { protected_book($0, trades, Int64(count), &account) }
    return account
  }

  /// Finds the trades and answers how many there are.
  private func findTrades(
    _ stops: EntryFractions, _ stopBars: BarMemo?, _ targets: EntryFractions,
    _ targetBars: BarMemo?
  ) -> Int {
    let (stopBars, targetBars) = (stopBars ?? exits, targetBars ?? exits)
    var count = 0
    var from = 0
    while from < decisionEnd {
      let decision = buys.value(for: from) { nextBuy(from: from) }
      guard decision < decisionEnd else { break }
      from = decision + 1
      let (stop, target) = (stops[decision], targets[decision])
      guard stops.allows(stop), targets.allows(target) else { continue }
      let bar = decision + wait
      let exit = exits.value(for: bar) { exitDecision(of: bar) }
      let end = exit < decisionEnd ? exit + 1 : context.barCount
      var forced = end
      if !stops.isNone {
        let reached = stopBars.value(for: bar) {
          reach.below.first(at: levels(decision, stop, target).stopLevel, from: bar + 1 - wait)
        }
        forced = reached < forced ? reached : forced
      }
      if !targets.isNone {
        let reached = targetBars.value(for: bar) {
          reach.above.first(at: levels(decision, stop, target).targetLevel, from: bar + 1 - wait)
        }
        forced = reached < forced ? reached : forced
      }
      if forced < end {
        trades[count] = protected_trade(
          entry: Int32(truncatingIfNeeded: bar), exit: Int32(truncatingIfNeeded: forced),
          price: price(of: levels(decision, stop, target), on: forced))
        count += 1
        // The bar of an exit began with a position.
        from = walk.allowsReversal || forced == bar ? forced : forced + 1
        continue
      }
      let last = exit < decisionEnd ? exit + wait : context.barCount
      trades[count] = protected_trade(
        entry: Int32(truncatingIfNeeded: bar), exit: Int32(truncatingIfNeeded: last),
        price: (figures.exits + last).pointee.terms.1)
      count += 1
      from = context.fillsAtClose || !walk.allowsReversal ? last + 1 : last
    }
    return count
  }

  /// The prices that close a position.
  @inline(__always)
  private func levels(_ decision: Int, _ stop: Double, _ target: Double) -> ProtectiveExits {
    ProtectiveExits(
      isLong: true,
      basis: context.countsFromFill
        ? (figures.entries + decision + wait).pointee.terms.1 : context.close[decision],
      stop: stop, target: target, trail: .nan)
  }

  /// The price at which a bar that reaches a level closes the position.
  @inline(__always)
  private func price(of levels: ProtectiveExits, on bar: Int) -> Double {
    guard
      let exit = levels.exit(
        open: context.open[bar], high: context.high[bar], low: context.low[bar],
        close: context.close[bar], by: context.protection)
    else { return .nan }
    return exit.reason == .target ? exit.price : exit.price * context.slip.sold
  }

  private func nextBuy(from bar: Int) -> Int {
    let found = walk.masks.buys.first(in: context.firstBar + bar..<walk.decisionEnd)
    return found.map { $0 - context.firstBar } ?? decisionEnd
  }

  /// The bar whose close decides to leave a position, or the number of bars.
  private func exitDecision(of bar: Int) -> Int {
    let entryBar = context.firstBar + bar
    let found = walk.exitDecision(
      isLong: true, entryBar: entryBar, from: context.fillsAtClose ? entryBar + 1 : entryBar,
      before: walk.decisionEnd)
    return found.map { $0.bar - context.firstBar } ?? context.barCount
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
  subscript(bar: Int) -> Double { start[bar &* stride] }

  /// Whether an entry with a fraction is made.
  @inline(__always)
  func allows(_ fraction: Double) -> Bool { fraction > 0 || isNone }
}

extension ProtectiveRule {
  /// Runs work on the fractions from a bar on.
  @inline(__always)
  fileprivate func withFractions<Result>(
    from bar: Int, _ work: (EntryFractions) -> Result
  ) -> Result {
    switch self {
    case .constant(let value):
      return withUnsafePointer(to: value) { start in
        work(EntryFractions(start: start, stride: 0, isNone: value.isNaN))
      }
    case .column(let values):
      return values.withUnsafeBufferPointer { values in
        guard let start = values.baseAddress else { preconditionFailure("a market has bars") }
        return work(EntryFractions(start: start + bar, stride: 1, isNone: false))
      }
    }
  }
}
