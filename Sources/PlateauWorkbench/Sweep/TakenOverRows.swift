import PlateauColumns
import PlateauEngine
import PlateauLanguage
import PlateauMarket
import PlateauSearch

/// Rows of an earlier run that a new sweep need not evaluate again.
struct TakenOverRows: Sendable {
  /// The run they come from: `r1`.
  let label: String
  /// The rows that are candidates of the new plan, in its terms.
  let rows: KnownRows

  /// Why no row of a run can be taken over, as a sentence without its beginning.
  struct Obstacle: Error {
    let reason: String
  }

  /// Finds the rows that a run and a new plan have in common.
  ///
  /// Everything that decides a row must be unchanged: prices, window, strategy, settings. Values,
  /// requirements and symbols may differ, because rows are found by their values.
  ///
  /// - Parameters:
  ///   - run: The earlier run; its rows so far count.
  ///   - plan: The new sweep.
  ///   - evaluator: The engine of the new sweep.
  /// - Throws: `Obstacle` for the first thing that differs.
  init(from run: Run, for plan: SweepPlan, evaluator: BacktestEvaluator) throws(Obstacle) {
    let names = plan.metrics.map(\.name)
    try Self.check(strategyOf: run, plan)
    try Self.check(marketsOf: run, evaluator)
    try Self.check(settingsOf: run, plan)
    let known = run.plan.metrics.map(\.name)
    if let missing = names.first(where: { !known.contains($0) }) {
      throw Obstacle(reason: "'\(missing)' was not computed in \(run.label)")
    }
    let result = run.study.result
    guard result.count > 0 else { throw Obstacle(reason: "\(run.label) has no rows yet") }
    let translation = RowTranslation(result, of: run, for: plan)
    label = run.label
    rows = KnownRows(
      parameters: translation.parameters, rows: translation.rows,
      metrics: result.table.selecting(columns: names), failures: result.failures)
  }

  private static func check(strategyOf run: Run, _ plan: SweepPlan) throws(Obstacle) {
    let (old, new) = (run.plan.strategy.name, plan.strategy.name)
    guard old == new else {
      throw Obstacle(reason: "the strategy is \(new) now and was \(old) in \(run.label)")
    }
    guard run.plan.state.text(ofStrategy: old) == plan.state.text(ofStrategy: new) else {
      throw Obstacle(reason: "strategy \(new) was written anew since \(run.label)")
    }
  }

  private static func check(
    marketsOf run: Run, _ evaluator: BacktestEvaluator
  ) throws(Obstacle) {
    let old = run.evaluator.backtester.markets
    for market in evaluator.backtester.markets {
      guard let before = old.first(where: { $0.series.name == market.series.name }) else {
        continue
      }
      let name = market.series.name
      guard before.series.fingerprint == market.series.fingerprint else {
        throw Obstacle(reason: "the prices of \(name) differ from those of \(run.label)")
      }
      guard before.window == market.window else {
        throw Obstacle(
          reason: "candidates are scored on other bars of \(name) than in \(run.label)")
      }
      guard before.periodsPerYear == market.periodsPerYear else {
        throw Obstacle(reason: "periods_per_year differs from that of \(run.label)")
      }
    }
  }

  private static func check(settingsOf run: Run, _ plan: SweepPlan) throws(Obstacle) {
    let varied = run.plan.variedSettings.union(plan.variedSettings)
    for setting in ExecutionSetting.all {
      let name = setting.name
      let mode = "\(name)_mode"
      let isSame =
        same(run.plan.settings[mode], plan.settings[mode])
        && (varied.contains(name) || same(run.plan.settings[name], plan.settings[name]))
      guard isSame else {
        throw Obstacle(
          reason: "\(name) is \(plan.state.text(of: setting)) now and was "
            + "\(run.plan.state.text(of: setting)) in \(run.label)")
      }
    }
  }

  private static func same(_ left: Double, _ right: Double) -> Bool {
    left == right || (left.isNaN && right.isNaN)
  }
}

extension SessionState {
  /// The text of a strategy the user has written, or `nil` for one that is built in.
  func text(ofStrategy name: String) -> String? {
    writtenStrategies.first { $0.name == name }?.text
  }

  /// The value of an execution setting as it would be typed.
  func text(of setting: ExecutionSetting) -> String {
    let own = assignments.first { $0.target == .setting && $0.ownName == setting.name }
    if let own { return own.values.text }
    let strategy = StrategyLibrary(self).chosenOrNone()
    return strategy?.settingDefaults[setting.name].map {
      NumberText.typed($0, kind: setting.kind)
    } ?? setting.defaultText
  }
}
