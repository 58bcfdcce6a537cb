import PlateauColumns
import PlateauMarket

extension EventBacktest {
  /// Puts a candidate with a stop or target of its own aside, if such candidates can be run
  /// together.
  ///
  /// That is so for long positions of all equity with a fixed stop and target and no trail, where
  /// an early end cannot let another position begin.
  ///
  /// - Returns: Whether the candidate is taken care of.
  /// - Throws: `CandidateFailure`, the same as `ReferenceBacktest` gives.
  mutating func gather(
    _ parameters: [Double], settings: ExecutionSettings, settingsVersion: Int, row: Int,
    into results: inout BatchResults
  ) throws(CandidateFailure) -> Bool {
    guard gathers, settings.compounds, trail == nil, settings.trail.isNaN else { return false }
    guard let stopFraction = try fraction(\.stop, or: settings.stop, parameters),
      let targetFraction = try fraction(\.target, or: settings.target, parameters)
    else { return false }
    try signals.update(parameters, direction: settings.direction)
    let limitPlace = try limit?.place(parameters) ?? -1
    if let known = group?.shared, known.signals == signals.version, known.limitPlace == limitPlace,
      group?.settingsVersion == settingsVersion || known.comparable == settings.comparable
    {
      group?.settingsVersion = settingsVersion
      group?.add(row: row, stop: stopFraction, target: targetFraction)
      return true
    }
    open(&summary, settings)
    guard let shared = try shared(parameters, settings: settings, limitPlace: limitPlace)
    else { return false }
    finish(into: &results)
    var made = ProtectedGroup(
      shared, settingsVersion: settingsVersion, parameters: parameters, slots: protectionSlots)
    made.add(row: row, stop: stopFraction, target: targetFraction)
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
          terms: .fixed(limit: limit, allowsReversal: rules.reversal), mode: settings.protective),
        prices: prices, window: market.window
      ).independentTrades()
    }
    return trades.map { trades in
      ProtectedGroup.Shared(
        signals: signals.version, limitPlace: limitPlace, settings: settings,
        comparable: settings.comparable, masks: masks, limit: limit, trades: trades,
        summaries: summaries, start: summary)
    }
  }

  /// A stop or target that is the same on every bar; `nan` for none, `nil` for one that is not.
  private mutating func fraction(
    _ path: WritableKeyPath<Self, ColumnFamily?>, or setting: Double, _ parameters: [Double]
  ) throws(CandidateFailure) -> Double? {
    guard self[keyPath: path] != nil else { return setting }
    return try self[keyPath: path]?.number(parameters)
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
