import PlateauColumns
import PlateauMarket

extension EventBacktest {
  /// Puts a candidate with a stop or target of its own aside, if such candidates can be run
  /// together.
  ///
  /// That is so for long positions of all equity without a trail.
  ///
  /// - Returns: Whether the candidate is taken care of.
  /// - Throws: `CandidateFailure`, the same as `ReferenceBacktest` gives.
  mutating func gather(
    _ parameters: [Double], settings: ExecutionSettings, settingsVersion: Int, row: Int,
    into results: inout BatchResults
  ) throws(CandidateFailure) -> Bool {
    guard gathers, settings.compounds, trail == nil, settings.trail.isNaN else { return false }
    try signals.update(parameters, direction: settings.direction)
    let stopRule = try fractions(\.stop, or: settings.stop, parameters)
    let targetRule = try fractions(\.target, or: settings.target, parameters)
    let limitPlace = try limit?.place(parameters) ?? -1
    if let known = group?.shared, known.signals == signals.version, known.limitPlace == limitPlace,
      group?.settingsVersion == settingsVersion || known.comparable == settings.comparable
    {
      group?.settingsVersion = settingsVersion
      try known.requireDefined(stopRule, targetRule, in: market.window)
      group?.add(row: row, stop: stopRule.rule, target: targetRule.rule)
      return true
    }
    open(&summary, settings)
    guard let shared = try shared(parameters, settings: settings, limitPlace: limitPlace)
    else { return false }
    finish(into: &results)
    try shared.requireDefined(stopRule, targetRule, in: market.window)
    var made = ProtectedGroup(
      shared, settingsVersion: settingsVersion, parameters: parameters, slots: protectionSlots)
    made.add(row: row, stop: stopRule.rule, target: targetRule.rule)
    group = made
    return true
  }

  /// The parameters that are the stop and the target themselves, negative where settings are;
  /// `nil` where an expression is.
  private var protectionSlots: (stop: Int, target: Int)? {
    let stopSlot = stop.map { $0.onlyParameter ?? -2 } ?? -1
    let targetSlot = target.map { $0.onlyParameter ?? -2 } ?? -1
    return stopSlot == -2 || targetSlot == -2 ? nil : (stopSlot, targetSlot)
  }

  /// What a group that begins with a candidate has in common, or `nil` where there can be none.
  private mutating func shared(
    _ parameters: [Double], settings: ExecutionSettings, limitPlace: Int
  ) throws(CandidateFailure) -> ProtectedGroup.Shared? {
    guard let masks = signals.latest, masks.shorts.isEmpty,
      let summaries = summaries(riskFree: summary.riskFreePerBar)
    else { return nil }
    var defined = masks.defined
    let limit = try limit(parameters, &defined)
    guard defined.first(in: market.window) != nil else { throw .neverDefined }
    let trades = PriceView.with(market.series) { prices in
      TradeWalk(
        masks: masks, settings: settings,
        protection: EntryProtection(
          terms: .allEquity(limit: limit, allowsReversal: rules.reversal), mode: settings.protective
        ),
        prices: prices, window: market.window
      ).independentTrades()
    }
    return ProtectedGroup.Shared(
      signals: signals.version, limitPlace: limitPlace, settings: settings,
      comparable: settings.comparable, masks: masks, limit: limit,
      allowsReversal: rules.reversal, defined: defined, trades: trades, summaries: summaries,
      start: summary)
  }

  /// A stop or target, with the bars on which it is defined where that is not all.
  private mutating func fractions(
    _ path: WritableKeyPath<Self, ColumnFamily?>, or setting: Double, _ parameters: [Double]
  ) throws(CandidateFailure) -> ProtectedGroup.Fractions {
    guard self[keyPath: path] != nil else { return .init(rule: .constant(setting), defined: nil) }
    if let number = try self[keyPath: path]?.number(parameters) {
      return .init(rule: .constant(number), defined: nil)
    }
    var defined = BarMask(count: market.series.count, all: true)
    let rule = try rule(path, or: setting, parameters, &defined)
    return .init(rule: rule, defined: defined)
  }
}

extension ProtectedGroup {
  /// A stop or target of a candidate.
  fileprivate struct Fractions {
    let rule: ProtectiveRule
    /// The bars on which all it reads is defined; `nil` for all bars.
    let defined: BarMask?
  }
}

extension ProtectedGroup.Shared {
  /// Requires a bar of the window on which all that a candidate reads is defined.
  ///
  /// - Throws: `CandidateFailure` where there is none.
  fileprivate func requireDefined(
    _ stop: ProtectedGroup.Fractions, _ target: ProtectedGroup.Fractions, in window: Range<Int>
  ) throws(CandidateFailure) {
    guard stop.defined != nil || target.defined != nil else { return }
    var defined = defined
    if let mask = stop.defined { defined.formIntersection(mask) }
    if let mask = target.defined { defined.formIntersection(mask) }
    guard defined.first(in: window) != nil else { throw .neverDefined }
  }
}

extension ExecutionSettings {
  /// The settings without stop and target, in which undefined equals itself.
  fileprivate var comparable: ExecutionSettings {
    var settings = self
    (settings.stop, settings.target, settings.trail) = (0, 0, 0)
    if settings.sizingAmount.isNaN { settings.sizingAmount = 0 }
    if settings.maximumPositionValue.isNaN { settings.maximumPositionValue = -1 }
    if settings.periodsPerYear.isNaN { settings.periodsPerYear = 0 }
    return settings
  }
}
