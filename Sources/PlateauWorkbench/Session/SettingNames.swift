import PlateauEngine
import PlateauLanguage
import PlateauColumns

/// What a name after `set` or `unset` stands for.
enum SettableName {
  /// A parameter of the chosen strategy.
  case parameter(StrategyParameter)
  /// An execution setting: part of what a candidate is.
  case setting(ExecutionSetting)
  /// A setting of the session: how it shows and works.
  case session(SessionSetting)

  /// The name as it is listed.
  var name: String {
    switch self {
    case .parameter(let parameter): parameter.name
    case .setting(let setting): setting.name
    case .session(let setting): setting.rawValue
    }
  }

  /// Whether it is a parameter or a setting; `nil` for a setting of the session.
  var target: Assignment.Target? {
    switch self {
    case .parameter: .parameter
    case .setting: .setting
    case .session: nil
    }
  }

  /// Finds what a name stands for.
  ///
  /// A strategy's own parameter comes first; `execution.NAME` is always the setting. A dotted
  /// name may be cut to its last part where that is unique.
  ///
  /// - Throws: `Diagnostic` that names the nearest names.
  static func find(
    _ word: String, at range: Range<Int>?, strategy: (any Strategy)?
  ) throws -> SettableName {
    let lowered = word.lowercased()
    if lowered.hasPrefix("execution.") {
      let name = String(lowered.dropFirst("execution.".count))
      if let setting = ExecutionSetting.named(name) { return .setting(setting) }
    } else {
      if let parameter = strategy?.parameters.first(where: { $0.name.lowercased() == lowered }) {
        return .parameter(parameter)
      }
      let name = strategy?.aliases[lowered] ?? lowered
      if let parameter = strategy?.parameters.first(where: { $0.name == name }) {
        return .parameter(parameter)
      }
      if let setting = ExecutionSetting.named(name) { return .setting(setting) }
      if let setting = SessionSetting(rawValue: name) { return .session(setting) }
      let dotted = (strategy?.parameters ?? []).filter {
        $0.name.lowercased().hasSuffix("." + lowered)
      }
      if dotted.count == 1 { return .parameter(dotted[0]) }
    }
    let parameters = strategy?.parameters.map(\.name) ?? []
    let known =
      parameters + ExecutionSetting.all.map(\.name) + SessionSetting.allCases.map(\.rawValue)
    let message =
      strategy.map { "no parameter '\(word)' in strategy '\($0.name)'" }
      ?? "no setting '\(word)', and no strategy is chosen whose parameter it could be"
    throw Diagnostic(
      .unknownSetting, message, at: range,
      suggestions: nearestNames(to: word, among: known),
      hint: parameters.isEmpty
        ? (strategy == nil ? "choose a strategy first, such as strategy sma_cross" : nil)
        : "its parameters are \(Wording.list(parameters)); 'set' lists settings too")
  }
}

/// Settings of the session itself: they change no result.
enum SessionSetting: String, CaseIterable, Sendable {
  case metrics
  case columns
  case mode
  case timing
  case threads

  /// One line of meaning.
  var summary: String {
    switch self {
    case .metrics: "metrics of a result: default, and +NAME for each further one"
    case .columns: "columns to show, in order; default is as many as fit"
    case .mode: "how answers are written: table, csv, json, jsonl, markdown or line"
    case .timing: "whether each command says how long it took: on or off"
    case .threads: "threads of a sweep: auto is one a core"
    }
  }

  /// The value unless set.
  var defaultText: String {
    switch self {
    case .metrics, .columns: "default"
    case .mode: "table"
    case .timing: "off"
    case .threads: "auto"
    }
  }
}
