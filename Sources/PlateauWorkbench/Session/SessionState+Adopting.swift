import PlateauColumns
import PlateauEngine
import PlateauLanguage
import PlateauMarket
import PlateauSearch

extension SessionState {
  /// Makes a candidate's values the settings: its strategy, its symbol, and every parameter and
  /// setting it ran with, each with a single value.
  ///
  /// Data, window, requirements and objective stay as they are.
  ///
  /// - Parameters:
  ///   - choice: The candidate.
  ///   - range: Where the candidate was named.
  /// - Returns: What else was taken over or differs from the candidate's run, as sentences.
  /// - Throws: `Diagnostic` when its symbol is not loaded any more.
  mutating func adopt(_ choice: CandidateChoice, at range: Range<Int>?) throws -> [String] {
    let run = choice.run
    var remarks: [String] = []
    let symbol = choice.market.series.name
    guard let dataset = dataset(named: symbol) else {
      throw Diagnostic(
        .unknownSymbol, "\(choice.title) ran on \(symbol), which is not loaded", at: range,
        hint: "load it first; 'data' lists what is loaded")
    }
    let strategy = run.plan.strategy.name
    var isOther = strategyName != strategy
    if isOther { remarks.append("strategy \(strategy)") }
    if let written = run.plan.state.writtenStrategies.first(where: { $0.name == strategy }),
      text(ofStrategy: strategy) != written.text
    {
      writtenStrategies.removeAll { $0.name == strategy }
      writtenStrategies.append(written)
      remarks.append("strategy \(strategy) has its text of \(run.label) again")
      isOther = true
    }
    if isOther {
      let lost = choose(run.plan.strategy).others
      if !lost.isEmpty {
        remarks.append(
          "dropped, because \(strategy) cannot use it: \(lost.joined(separator: "; "))")
      }
    }
    if symbolsInUse != [symbol] {
      symbolsInUse = [symbol]
      remarks.append("use \(symbol)")
    }
    let values = choice.values
    let before = assignments
    assignments = try run.plan.state.assignments.map { old in
      guard let column = values[old.name] else { return old }
      return try old.with([column.values[0]], strategy: run.plan.strategy)
    }
    // Settings that did not vary came along; those that differ from the present ones are told.
    for setting in ExecutionSetting.all {
      let isSetting = { (assignment: Assignment) in
        assignment.target == .setting && assignment.ownName == setting.name
      }
      let (old, new) = (before.first(where: isSetting), assignments.first(where: isSetting))
      guard old?.values != new?.values, new.map({ values[$0.name] == nil }) ?? true else {
        continue
      }
      remarks.append("\(setting.name) \(text(of: setting)), as in \(run.label)")
    }
    if dataset.series.fingerprint != choice.market.series.fingerprint {
      remarks.append("the prices of \(symbol) differ from those of \(run.label)")
    }
    if window != run.plan.state.window {
      remarks.append(
        "the window stays \(window.text); \(run.label) had \(run.plan.state.window.text)")
    }
    return remarks
  }
}
