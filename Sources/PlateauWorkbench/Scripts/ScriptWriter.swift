import PlateauEngine
import PlateauLanguage

/// Writes the commands that lead from one state to another: the shortest script, in an order that
/// never names a thing before it exists.
struct ScriptWriter {
  /// The folder that paths in the script are relative to.
  let folder: String
  private(set) var lines: [String] = []

  init(folder: String) {
    self.folder = folder
  }

  /// Adds a line as it is.
  mutating func add(_ line: String) { lines.append(line) }

  /// Adds the commands that turn `base` into `target`; runs and filters are not part of it.
  mutating func addChanges(from base: SessionState, to target: SessionState) {
    // The window first: it can be named before the prices it must fit are there.
    if target.window != base.window { add("window \(target.window.text)") }
    addData(from: base, to: target)
    var reached = base
    addStrategy(to: target, reached: &reached)
    addAssignments(to: target, reached: reached)
    addRequirements(from: reached, to: target)
    if target.baseline != reached.baseline, !target.baseline.isEmpty { add(target.baselineText) }
    for metric in target.definedMetrics where !base.definedMetrics.contains(metric) {
      add("define \(metric.name) = \(metric.text)")
    }
    if target.objective != base.objective { add("objective \(target.objective.commandText)") }
    for setting in SessionSetting.allCases
    where target.text(of: setting) != reached.text(of: setting) {
      if setting == .metrics, !base.extraMetrics.isEmpty { add("unset metrics") }
      if target.text(of: setting) == setting.defaultText {
        add("unset \(setting.rawValue)")
      } else {
        add("set \(setting.rawValue) \(target.text(of: setting))")
      }
    }
    for note in target.notes.dropFirst(base.notes.count) { add("note \(ScriptWord.text(note))") }
  }

  /// Writes and chooses strategies, and follows what choosing them does to the state.
  private mutating func addStrategy(to target: SessionState, reached: inout SessionState) {
    for strategy in target.writtenStrategies where !reached.writtenStrategies.contains(strategy) {
      add("strategy \(strategy.name) \(strategy.text)")
      reached.write(strategy)
      reached.choose(StrategyLibrary.strategy(of: strategy.definition))
    }
    if let name = target.strategyName, name != reached.strategyName,
      let strategy = StrategyLibrary(target).strategy(named: name)
    {
      add("strategy \(name)")
      reached.choose(strategy)
    }
  }

  /// Writes values, in an order that gives a later sweep the same order of parameters.
  private mutating func addAssignments(to target: SessionState, reached: SessionState) {
    let kept = reached.assignments.filter { old in
      target.assignments.contains { $0.name == old.name && $0.target == old.target }
    }
    let inPlace = kept.map(\.name) == target.assignments.prefix(kept.count).map(\.name)
    for old in reached.assignments where !inPlace || !kept.contains(old) {
      add("unset \(old.name)")
    }
    for assignment in target.assignments
    where !inPlace || !reached.assignments.contains(assignment) {
      add("set \(assignment.text)")
    }
  }

  private mutating func addRequirements(from base: SessionState, to target: SessionState) {
    var common = base.requirements.count
    if Array(target.requirements.prefix(common)) != base.requirements {
      for _ in base.requirements { add("unset require") }
      common = 0
    }
    for requirement in target.requirements.dropFirst(common) {
      add("require \(requirement.text)")
    }
  }
}
