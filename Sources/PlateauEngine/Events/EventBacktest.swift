import PlateauColumns
import PlateauMarket

/// Runs the candidates of a rule strategy from trade to trade, on one market.
///
/// It serves one thread at a time and remembers what neighbouring candidates share: columns,
/// masks, sums over the window.
struct EventBacktest {
  let market: Market
  private let parameterNames: [String]
  let rules: TradingRules
  var signals: SignalEvaluator
  var stop: ColumnFamily?
  var target: ColumnFamily?
  var trail: ColumnFamily?
  var limit: ColumnFamily?
  private var amount: ColumnFamily?
  private let sessions: SessionMasks?
  /// The short way, for strategies of that shape.
  private var crossover: CrossoverBacktest?
  private let countsTrades: Bool
  /// Whether candidates may be put aside at all.
  let gathers: Bool
  /// Candidates that differ in nothing but their stop and target.
  var group: ProtectedGroup?
  private let figures: MarketFigures
  /// The summary at work.
  var summary = PerformanceSummary()
  /// What is known of every candidate's summary beforehand.
  private let blank: PerformanceSummary
  private var summaries: (riskFree: Double, value: WindowSummaries?)?

  /// Prepares a strategy, or answers `nil` where its rules need to look at every bar.
  ///
  /// - Parameters:
  ///   - strategy: The strategy.
  ///   - samples: Parameters that are likely to come.
  ///   - countsTrades: Whether anyone wants more of trades than their number.
  ///   - market: The prices and the window.
  init?(
    _ strategy: RuleStrategy, samples: [[Double]], countsTrades: Bool = true, market: Market
  ) {
    let parameters = strategy.parameters.map(\.name)
    let library = ColumnLibrary(market)
    guard
      let signals = SignalEvaluator(
        strategy.rules, parameters: parameters, library: library, market: market)
    else { return nil }
    self.market = market
    parameterNames = parameters
    self.signals = signals
    self.countsTrades = countsTrades
    blank = PerformanceSummary(blankFor: market)
    figures = MarketFigures(market)
    rules = strategy.rules
    sessions = rules.exitsAtSessionEnd ? SessionMasks(market.series) : nil
    gathers = rules.buy != nil && rules.trail == nil && sessions == nil
    func family(_ program: ColumnProgram?) -> ColumnFamily? {
      program.map { ColumnFamily($0, parameters: parameters, library: library) }
    }
    stop = family(rules.stop)
    target = family(rules.target)
    trail = family(rules.trail)
    limit = family(rules.exitAfter?.limit)
    amount = family(rules.size?.amount)
    // Without reversal the bar after an exit at the open may not enter: not from crossing to
    // crossing.
    if rules.reversal, stop == nil, target == nil, trail == nil, limit == nil, sessions == nil,
      let shape = signals.crossover
    {
      let bars = CrossoverBars(
        shape, parameters: parameters, samples: samples, library: library, market: market)
      crossover = CrossoverBacktest(bars, countsTrades: countsTrades, market: market)
    }
  }

  /// The order in which rows are best taken, or `nil` for their own.
  func order(of candidates: Table) -> [Int]? {
    guard let parameter = crossover?.tilingParameter,
      let column = candidates[parameterNames[parameter]]
    else { return nil }
    return TiledOrder.rows(of: column.values, barCount: market.series.count)
  }

  /// Runs a candidate, or puts it aside to be run with others like it.
  ///
  /// - Parameters:
  ///   - parameters: A value for each parameter of the strategy.
  ///   - settings: How orders are executed.
  ///   - settingsVersion: Equal for candidates with equal settings.
  ///   - row: Where in the batch the candidate stands.
  ///   - results: Receives what the default metrics need to know.
  /// - Throws: `CandidateFailure`, the same as `ReferenceBacktest` gives.
  mutating func run(
    _ parameters: [Double], settings: ExecutionSettings, settingsVersion: Int, row: Int,
    into results: inout BatchResults
  ) throws(CandidateFailure) {
    if group?.addIfAlike(parameters, settings, settingsVersion: settingsVersion, row: row) == true {
      return
    }
    let isGathered = try gather(
      parameters, settings: settings, settingsVersion: settingsVersion, row: row, into: &results)
    if isGathered { return }
    open(&summary, settings)
    try runMasks(parameters, settings: settings)
    results.set(summary, row: row)
  }

  /// Runs candidates, looking at what they have in common only where it changes.
  ///
  /// - Parameters:
  ///   - rows: The rows of the batch, in the order in which they are best taken.
  ///   - market: The index of the market in the batch; rows of another fail.
  ///   - binding: Reads the rows.
  ///   - results: Receives what the default metrics need to know.
  mutating func run(
    _ rows: [Int], onMarket market: Int, of binding: inout CandidateBinding,
    into results: inout BatchResults
  ) {
    var prepared: (version: Int, common: CrossoverBacktest.Common?) = (-1, nil)
    var applied: (version: Int, settings: ExecutionSettings) = (-1, ExecutionSettings())
    var summary = PerformanceSummary()
    for row in rows {
      do throws(CandidateFailure) {
        try binding.read(row)
        guard binding.candidate.market == market else {
          throw .noMarket(binding.candidate.market)
        }
        if applied.version != binding.settingsVersion {
          applied = (binding.settingsVersion, rules.applied(to: binding.candidate.settings))
        }
        if prepared.version != binding.settingsVersion {
          let common = prepare(for: applied.settings, &summary)
          prepared = (binding.settingsVersion, common)
        }
        if let common = prepared.common {
          if try crossover?.run(binding.candidate.parameters, common, into: &summary) == true {
            results.set(summary, row: row)
            continue
          }
          prepared.version = -1
        }
        try run(
          binding.candidate.parameters, settings: applied.settings,
          settingsVersion: binding.settingsVersion, row: row, into: &results)
      } catch {
        results.fail(error, row: row)
      }
    }
    finish(into: &results)
  }

  /// What candidates with some settings have in common, or `nil` where they take another way.
  private mutating func prepare(
    for settings: ExecutionSettings, _ summary: inout PerformanceSummary
  ) -> CrossoverBacktest.Common? {
    guard settings.compounds, settings.direction != .short, !settings.protects else { return nil }
    open(&summary, settings)
    guard let summaries = summaries(riskFree: summary.riskFreePerBar) else { return nil }
    return crossover?.common(to: settings, summaries)
  }

  /// Runs the candidates that were put aside.
  mutating func finish(into results: inout BatchResults) {
    guard let group else { return }
    self.group = nil
    group.run(figures, on: market, countsTrades: countsTrades, into: &results)
  }

  private mutating func runMasks(
    _ parameters: [Double], settings: ExecutionSettings
  ) throws(CandidateFailure) {
    var masks = try signals.masks(parameters, direction: settings.direction)
    var defined = masks.defined
    let terms = EntryTerms(
      stop: try rule(\.stop, or: settings.stop, parameters, &defined),
      target: try rule(\.target, or: settings.target, parameters, &defined),
      trail: try rule(\.trail, or: settings.trail, parameters, &defined),
      amount: try amount(or: settings.sizingAmount, parameters, &defined),
      limit: try limit(parameters, &defined), allowsReversal: rules.reversal)
    guard defined.first(in: market.window) != nil else { throw .neverDefined }
    try terms.check(settings)
    if let sessions, settings.fill == .close {
      // What a session's last close would enter, it would hold into the next one.
      masks.buys.subtract(sessions.last)
      masks.shorts.subtract(sessions.last)
    }
    let summaries =
      settings.compounds && masks.shorts.isEmpty
      ? summaries(riskFree: summary.riskFreePerBar) : nil
    let start = summary
    summary = PriceView.with(market.series) { prices in
      let walk = TradeWalk(
        masks: masks, settings: settings,
        protection: EntryProtection(terms: terms, mode: settings.protective), prices: prices,
        window: market.window, sessions: sessions)
      if let summaries {
        var ledger = CompoundingLedger(
          start, commission: settings.commission, prices: prices, summaries: summaries,
          window: market.window)
        walk.run(&ledger)
        if let summary = ledger.finish() { return summary }
      }
      var ledger = MarkingLedger(start, settings: settings, prices: prices, window: market.window)
      walk.run(&ledger)
      return ledger.finish()
    }
  }

  func open(
    _ summary: inout PerformanceSummary, _ settings: ExecutionSettings
  ) {
    summary = blank.opening(settings)
  }

  mutating func summaries(riskFree: Double) -> WindowSummaries? {
    if let summaries, summaries.riskFree == riskFree { return summaries.value }
    let value = WindowSummaries(market, riskFreePerBar: riskFree)
    summaries = (riskFree, value)
    return value
  }

  mutating func rule(
    _ path: WritableKeyPath<Self, ColumnFamily?>, or setting: Double, _ parameters: [Double],
    _ defined: inout BarMask
  ) throws(CandidateFailure) -> ProtectiveRule {
    guard let place = try self[keyPath: path]?.place(parameters),
      let member = self[keyPath: path]?[place]
    else { return .constant(setting) }
    defined.formIntersection(member.defined)
    return switch member.value {
    case .scalar(let value): .constant(value)
    case .column(let values): .column(values)
    }
  }

  private mutating func amount(
    or setting: Double, _ parameters: [Double], _ defined: inout BarMask
  ) throws(CandidateFailure) -> SizeRule {
    guard let place = try amount?.place(parameters), let member = amount?[place] else {
      return .setting(setting)
    }
    defined.formIntersection(member.defined)
    return .rule(member.value)
  }

  mutating func limit(
    _ parameters: [Double], _ defined: inout BarMask
  ) throws(CandidateFailure) -> HoldingRule? {
    guard let exitAfter = rules.exitAfter, let place = try limit?.place(parameters),
      let member = limit?[place]
    else { return nil }
    defined.formIntersection(member.defined)
    return HoldingRule(value: member.value, unit: exitAfter.unit)
  }
}

extension ExecutionSettings {
  /// Whether a stop, target or trail is set.
  var protects: Bool { !(stop.isNaN && target.isNaN && trail.isNaN) }

  /// Whether every long entry takes all equity, so that trades simply multiply.
  var compounds: Bool {
    sizingMode == .allIn && commissionFixed == 0 && maximumPositionValue.isNaN && lot == 0
      && commission < 1 && slippage < 1
  }
}
