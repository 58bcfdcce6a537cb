import PlateauColumns
import PlateauEngine
import PlateauLanguage
import PlateauReport

extension CompletionChoices {
  // MARK: Names

  /// What `set` and `unset` know, each with its value; `unset` is offered what has one.
  var settings: [Choice] {
    let all = settableNames
    let changed = all.filter { valueGiven(to: $0) != nil }
    return (place.verb == "unset" && !changed.isEmpty ? changed : all).map { name in
      Choice(name.typedName(beside: strategy), meaning(of: name), isName: true)
    } + qualifiedSettings
  }

  /// Parameters of the strategy, then settings of candidates, then those of the session.
  private var settableNames: [SettableName] {
    (strategy?.parameters ?? []).map { .parameter($0) }
      + ExecutionSetting.all.map { .setting($0) } + SessionSetting.allCases.map { .session($0) }
  }

  /// Settings under their full names, for those who type them.
  private var qualifiedSettings: [Choice] {
    ExecutionSetting.all.map {
      Choice(Assignment.qualifier + $0.name, $0.summary, isName: true, isAlias: true)
    }
  }

  private func meaning(of name: SettableName) -> String {
    let value = valueGiven(to: name) ?? name.defaultText(beside: strategy)
    return name.summary.isEmpty ? value : "\(value): \(name.summary)"
  }

  /// The value that was set, as it would be typed.
  private func valueGiven(to name: SettableName) -> String? {
    if case .session(let setting) = name {
      let text = state.text(of: setting)
      return text == setting.defaultText ? nil : text
    }
    return state.assignments.first { $0.target == name.target && $0.ownName == name.name }?
      .values.text
  }

  /// The names of `NAME=VALUE`: columns of a file, or parameters and settings.
  func assignedNames(_ argument: String) -> [Choice] {
    guard place.verb != "load" else {
      return LoadCommand.columnRoles.map { Choice($0, "\($0)=HEADER", suffix: "=") }
    }
    return settableNames.filter { $0.target != nil }.map { name in
      Choice(name.typedName(beside: strategy), meaning(of: name), suffix: "=")
    }
  }

  // MARK: Values

  /// Values of the setting that the statement names.
  ///
  /// - Parameter isItem: Whether they go into a list, where ranges cannot stand.
  /// - Returns: The value it has, its words, its default and examples.
  func values(asItem isItem: Bool) -> [Choice] {
    guard let name = settable(word("name")) else { return [] }
    let all = ExampleValues.of(name, beside: strategy)
    let given = valueGiven(to: name).map { [Choice($0, "now")] } ?? []
    let further: [Choice] =
      switch name {
      case .session(.metrics): furtherMetrics(prefix: "+")
      case .session(.columns): columns
      default: []
      }
    let isSession = name.target == nil
    let choices = (isSession ? [] : given) + all + further
    return isItem ? choices.filter(isSingle) : choices
  }

  /// The amount after a word such as `fraction`.
  func amount(of mode: String) -> [Choice] {
    guard case .setting(let setting)? = settable(word("name")),
      setting.modes.contains(mode.lowercased()),
      let example = ExampleValues.amounts[mode.lowercased()]
    else { return [] }
    return [Choice(example.amount, example.meaning)]
  }

  /// One value of a parameter or setting in `NAME=VALUE`.
  func assignedValues(of name: String) -> [Choice] {
    guard place.verb != "load", let name = settable(name) else { return [] }
    return ExampleValues.of(name, beside: strategy).filter(isSingle)
  }

  /// Whether a choice is one value: no list, no range.
  private func isSingle(_ choice: Choice) -> Bool {
    !choice.word.contains("..") && !choice.word.contains { " ,{".contains($0) }
  }

  /// Metrics that a sweep computes on request.
  func furtherMetrics(prefix: String) -> [Choice] {
    guard case .session(.metrics)? = settable(word("name")) else { return [] }
    return Metric.all.filter { !$0.isDefault }.flatMap { metric in
      [
        Choice(prefix + metric.name, metric.summary),
        Choice(metric.name, metric.summary, isAlias: true),
      ]
    }
  }

  private var columns: [Choice] {
    Metric.all.map { Choice($0.name, $0.summary) }
      + (strategy?.parameters ?? []).map { Choice($0.name, $0.summary) }
      + ExecutionSetting.all.map { Choice($0.name, $0.summary) }
      + [Choice("symbol", "the prices a candidate ran on")]
  }

  private func settable(_ word: String?) -> SettableName? {
    word.flatMap { try? SettableName.find($0, at: nil, strategy: strategy) }
  }
}
