import CEngineKernels
import PlateauMarket

/// Candidates that differ in nothing but their stop and target, gathered to be run together.
struct ProtectedGroup {
  /// What the candidates have in common.
  struct Shared {
    /// Which masks and limit they have.
    let signals: Int
    let limitPlace: Int
    /// How their orders are executed, but for stop and target.
    let settings: ExecutionSettings
    /// The settings in a form that can be compared.
    let comparable: ExecutionSettings
    let masks: SignalMasks
    let limit: HoldingRule?
    let allowsReversal: Bool
    /// The bars on which all that they read is defined, but for stop and target.
    let defined: BarMask
    /// Their positions, where stops and targets cannot change which there are.
    let trades: [SignalTrade]?
    let summaries: WindowSummaries
    /// The summary of each before its trades.
    let start: PerformanceSummary
  }

  let shared: Shared
  /// The number of the settings of the latest member, which spares a comparison.
  var settingsVersion: Int
  /// The parameters of the first member, of which the others have all but those of the slots.
  private let parameters: [Double]
  /// The parameters that are the stop and the target themselves; negative where settings are.
  private let slots: (stop: Int, target: Int)
  /// Candidates of the same positions, run side by side.
  private(set) var members: [Member] = []
  /// Candidates whose positions depend on their stop and target, run one by one.
  private var walkers: [Walker] = []

  /// A candidate: its row in the batch, and its fractions.
  struct Member {
    let row: Int
    let stop: Double
    let target: Double
  }

  /// A candidate whose fractions may change from bar to bar.
  private struct Walker {
    let row: Int
    let stop: ProtectiveRule
    let target: ProtectiveRule
  }

  init(
    _ shared: Shared, settingsVersion: Int, parameters: [Double], slots: (stop: Int, target: Int)?
  ) {
    self.shared = shared
    self.settingsVersion = settingsVersion
    self.parameters = slots == nil ? [] : parameters
    self.slots = slots ?? (-1, -1)
  }

  /// Adds a candidate by its row in the batch.
  mutating func add(row: Int, stop: ProtectiveRule, target: ProtectiveRule) {
    if case .constant(let stop) = stop, case .constant(let target) = target {
      return add(row: row, stop: stop, target: target)
    }
    walkers.append(Walker(row: row, stop: stop, target: target))
  }

  /// Adds a candidate with the same stop and target on every bar.
  @inline(__always)
  private mutating func add(row: Int, stop: Double, target: Double) {
    // What is not above zero lets no position begin.
    if shared.trades != nil, !(stop <= 0), !(target <= 0) {
      members.append(Member(row: row, stop: stop, target: target))
    } else {
      walkers.append(Walker(row: row, stop: .constant(stop), target: .constant(target)))
    }
  }

  /// Adds a candidate if a glance shows that it belongs here.
  ///
  /// - Returns: Whether it was added; if not, it may belong here all the same.
  @inline(__always)
  mutating func addIfAlike(
    _ candidate: [Double], _ settings: ExecutionSettings, settingsVersion: Int, row: Int
  ) -> Bool {
    guard self.settingsVersion == settingsVersion, candidate.count == parameters.count else {
      return false
    }
    for slot in candidate.indices where slot != slots.stop && slot != slots.target {
      if candidate[slot].bitPattern != parameters[slot].bitPattern { return false }
    }
    add(
      row: row, stop: slots.stop < 0 ? settings.stop : candidate[slots.stop],
      target: slots.target < 0 ? settings.target : candidate[slots.target])
    return true
  }

  /// Runs all candidates.
  ///
  /// - Parameters:
  ///   - known: What all groups of the market have in common.
  ///   - market: The prices and the window.
  ///   - countsTrades: Whether anyone wants more of trades than their number.
  ///   - results: Receives a summary for each row.
  func run(
    _ known: MarketFigures, on market: Market, countsTrades: Bool,
    into results: inout BatchResults
  ) {
    PriceView.with(market.series) { prices in
      let context = TradeContext(prices, shared.summaries, shared.settings, window: market.window)
      if !members.isEmpty {
        runMembers(
          known.records, in: context, prices, on: market, countsTrades: countsTrades,
          into: &results)
      }
      if !walkers.isEmpty { runWalkers(known, in: context, prices, on: market, into: &results) }
    }
  }

  /// Runs the candidates whose positions depend on their stop and target.
  private func runWalkers(
    _ known: MarketFigures, in context: TradeContext, _ prices: PriceView, on market: Market,
    into results: inout BatchResults
  ) {
    let walk = ProtectedWalk(
      tradeWalk(.constant(.nan), .constant(.nan), prices, market), in: context, known,
      shared.summaries)
    var summary = shared.start
    for walker in walkers {
      let account = walk.account(stop: walker.stop, target: walker.target)
      if summary.complete(
        account, closingAt: shared.summaries, shared.settings.commission)
      {
        results.set(summary, row: walker.row)
      } else {
        results.set(marked(walker.stop, walker.target, prices, market), row: walker.row)
        summary = shared.start
      }
    }
  }

  /// Runs a candidate close by close, where sums would not be exact.
  func marked(
    _ stop: ProtectiveRule, _ target: ProtectiveRule, _ prices: PriceView, _ market: Market
  ) -> PerformanceSummary {
    var ledger = MarkingLedger(
      shared.start, settings: shared.settings, prices: prices, window: market.window)
    tradeWalk(stop, target, prices, market).run(&ledger)
    return ledger.finish()
  }

  /// The walk of a candidate.
  private func tradeWalk(
    _ stop: ProtectiveRule, _ target: ProtectiveRule, _ prices: PriceView, _ market: Market
  ) -> TradeWalk {
    TradeWalk(
      masks: shared.masks, settings: shared.settings,
      protection: EntryProtection(
        terms: .allEquity(
          stop: stop, target: target, limit: shared.limit, allowsReversal: shared.allowsReversal),
        mode: shared.settings.protective),
      prices: prices, window: market.window)
  }
}
