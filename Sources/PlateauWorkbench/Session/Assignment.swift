import PlateauColumns
import PlateauEngine
import PlateauLanguage
import PlateauSearch

/// The values given to a parameter or an execution setting by `set`.
struct Assignment: Equatable, Sendable {
  /// What is set.
  enum Target: Equatable, Sendable {
    /// A parameter of the strategy.
    case parameter
    /// An execution setting.
    case setting
  }

  /// The name, as in results; `execution.NAME` for a setting that a parameter's name hides.
  let name: String
  /// Whether a parameter or a setting is set.
  let target: Target
  /// What the values mean.
  let kind: ValueKind
  /// The values.
  let values: ResolvedValues

  /// The name of the parameter or setting itself.
  var ownName: String {
    name.hasPrefix(Self.qualifier) ? String(name.dropFirst(Self.qualifier.count)) : name
  }

  /// What tells a setting from a parameter of the same name.
  static let qualifier = "execution."

  /// The same values under the name they have beside a strategy's parameters.
  func named(beside strategy: (any Strategy)?) -> Assignment {
    guard target == .setting else { return self }
    let isHidden = strategy?.parameters.contains { $0.name == ownName } ?? false
    return Assignment(
      name: (isHidden ? Self.qualifier : "") + ownName, target: target, kind: kind, values: values)
  }

  /// Whether a sweep varies it.
  var isRange: Bool { values.values.count > 1 }

  /// The text after `set` that gives these values again.
  var text: String { "\(name) \(values.text)" }

  /// The values as a dimension of a search space.
  var domain: Domain {
    values.labels.isEmpty
      ? Domain(name, kind: kind, values: values.values)
      : Domain(name, kind: .text, values: values.values, labels: values.labels)
  }
}

extension ExecutionSettings {
  /// The settings of a state: defaults, the strategy's own defaults, then what was set.
  ///
  /// A setting with several values keeps its default here; each candidate brings its own.
  init(of state: SessionState, strategy: any Strategy) {
    self.init(defaultsFor: strategy)
    for assignment in state.assignments where assignment.target == .setting {
      if let mode = assignment.values.mode,
        let index = ExecutionSetting.named(assignment.ownName)?.modes.firstIndex(of: mode)
      {
        set("\(assignment.ownName)_mode", to: Double(index))
      }
      if !assignment.isRange { set(assignment.ownName, to: assignment.values.values[0]) }
    }
  }
}
