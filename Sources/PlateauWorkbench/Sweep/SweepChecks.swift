import PlateauColumns
import PlateauEngine
import PlateauLanguage
import PlateauMarket

/// What every candidate of a sweep would fail at, found before any runs.
enum SweepChecks {
  /// Refuses a plan in which no candidate could ever trade as it is meant to.
  ///
  /// - Throws: `Diagnostic` for the first contradiction.
  static func refuseUnusable(_ plan: SweepPlan) throws {
    try refuseDefaults(of: plan)
    try refuseLot(plan)
    guard let rules = (plan.strategy as? RuleStrategy)?.rules else { return }
    try refuseFractions(of: plan.strategy, rules)
    if (rules.size?.mode ?? plan.settings.sizingMode) == .risk, rules.stop == nil,
      plan.settings.stop.isNaN, !plan.variedSettings.contains("stop")
    {
      throw Diagnostic(
        .missingArgument, "sizing by risk needs a stop, and none is set",
        suggestions: ["set stop 5%"],
        hint: rules.size == nil
          ? "or 'set sizing all_in'" : "or a 'stop' in the strategy")
    }
  }

  /// Refuses a parameter that nothing was set for and whose default makes no sense.
  private static func refuseDefaults(of plan: SweepPlan) throws {
    for parameter in plan.strategy.parameters where parameter.kind != .text {
      let isSet = plan.state.assignments.contains {
        $0.name == parameter.name && $0.target == .parameter
      }
      let usual = parameter.defaultValue
      guard !isSet, !usual.isNaN, !parameter.allowed.contains(usual) else { continue }
      throw Diagnostic(
        .outOfBounds,
        "\(parameter.name) is \(NumberText.typed(usual, kind: parameter.kind)) unless set, and must "
          + "be \(SettingValues.bounds(parameter.allowed, parameter.kind))",
        hint: "'set \(parameter.name) VALUES' gives it another value")
    }
  }

  /// Refuses a stop, target or trail of the strategy that would close every position at once.
  private static func refuseFractions(
    of strategy: any Strategy, _ rules: TradingRules
  ) throws {
    for (name, program) in [("stop", rules.stop), ("target", rules.target), ("trail", rules.trail)]
    {
      guard let value = program?.constantValue, !value.isNaN,
        let allowed = ExecutionSetting.named(name)?.allowed, !allowed.contains(value)
      else { continue }
      throw Diagnostic(
        .outOfBounds,
        "\(name) of \(strategy.name) is \(NumberText.typed(value, kind: .fraction)), and must be "
          + SettingValues.bounds(allowed, .fraction))
    }
  }

  /// Refuses lots of which not one could be bought, even at the lowest price.
  private static func refuseLot(_ plan: SweepPlan) throws {
    func values(of name: String) -> [Double] {
      plan.state.assignments.first { $0.target == .setting && $0.ownName == name }?.values.values
        ?? [plan.settings[name]]
    }
    guard let lot = values(of: "lot").min(), lot > 0, let cash = values(of: "cash").max() else {
      return
    }
    let lowest = plan.markets.compactMap { $0.series.low[$0.window].min() }.min() ?? 0
    guard lot * lowest > cash else { return }
    throw Diagnostic(
      .outOfBounds,
      "a lot of \(NumberText.shortest(lot)) units costs more than the cash of "
        + "\(NumberText.shortest(cash)) even at the lowest price, \(NumberText.shortest(lowest))",
      hint: "'set lot 1' trades whole units, 'set cash' gives more money")
  }
}
