import PlateauColumns
import PlateauEngine
import PlateauLanguage
import PlateauReport

/// Values to offer for a name after `set`: its words, its default, and a range to start from.
enum ExampleValues {
  /// What an amount after a word means, with an example.
  static let amounts: [String: (amount: String, meaning: String)] = [
    "fraction": ("50%", "a fraction of equity"),
    "risk": ("1%", "of equity, lost at the stop"),
    "value": ("1000", "an amount of money"),
    "units": ("10", "a number of units"),
  ]

  /// The values to offer, the default among them.
  static func of(_ name: SettableName, beside strategy: (any Strategy)?) -> [Choice] {
    let usual = name.defaultText(beside: strategy)
    var words: [Choice] = [Choice(usual, "default")]
    switch name {
    case .parameter(let parameter):
      words += parameter.labels.map { Choice($0) }
      if let range = range(of: parameter) { words.insert(Choice(range, "a range"), at: 0) }
    case .setting(let setting):
      words += setting.labels.map { Choice($0, setting.summary) }
      words += setting.modes.compactMap { mode in
        amounts[mode].map { Choice(mode, "\(mode) \($0.amount): \($0.meaning)") }
      }
      if setting.allowsNone, setting.modes.isEmpty, usual != "auto" {
        words.append(Choice("none", "without"))
      }
      if setting.labels.isEmpty, setting.modes.isEmpty {
        words.append(Choice(setting.exampleText, "an example"))
      }
    case .session(let setting):
      switch setting {
      case .mode: words += OutputMode.allCases.map { word($0.rawValue) }
      case .timing: words += ["on", "off"].map { Choice($0, setting.summary) }
      case .threads: words.append(Choice(setting.exampleText, "an example"))
      case .metrics, .columns: break
      }
    }
    return words
  }

  private static func word(_ word: String) -> Choice {
    Choice(word, KeywordMeaning.of(word) ?? "")
  }

  /// A range around a parameter's default, from half of it to twice it, within what is allowed.
  private static func range(of parameter: StrategyParameter) -> String? {
    let usual = parameter.defaultValue
    guard parameter.kind != .text, usual.isFinite, usual > 0 else { return nil }
    let scale = parameter.kind == .fraction ? 100.0 : 1
    let isWhole = parameter.kind == .length
    var low = max(usual / 2, parameter.allowed.lowerBound) * scale
    let high = min(usual * 2, parameter.allowed.upperBound) * scale
    let step = roundStep((high - low) / 5, isWhole: isWhole)
    // The range begins on one of its own steps, so its values are round.
    low = max((low / step).rounded(.up) * step, isWhole ? 1 : 0)
    let last = low + ((high - low) / step).rounded(.down) * step
    guard last > low, low / scale >= parameter.allowed.lowerBound,
      last / scale <= parameter.allowed.upperBound
    else { return nil }
    let text = { (value: Double) in
      NumberText.shortest((value * 1e6).rounded() / 1e6) + (parameter.kind == .fraction ? "%" : "")
    }
    return "\(text(low))..\(text(last)) step \(text(step))"
  }

  /// 1, 2 or 5 times a power of ten, at least as large as a distance.
  private static func roundStep(_ distance: Double, isWhole: Bool) -> Double {
    var power = isWhole ? 1.0 : 1e-6
    while power * 10 <= distance { power *= 10 }
    return [1.0, 2, 5, 10].map { $0 * power }.first { $0 >= distance } ?? power * 10
  }
}

extension SettableName {
  /// The name to type; a setting that a parameter hides needs its full one.
  func typedName(beside strategy: (any Strategy)?) -> String {
    guard case .setting(let setting) = self,
      strategy?.parameters.contains(where: { $0.name == setting.name }) ?? false
    else { return name }
    return Assignment.qualifier + name
  }

  /// One line of meaning; may be empty.
  var summary: String {
    switch self {
    case .parameter(let parameter): parameter.summary
    case .setting(let setting): setting.summary
    case .session(let setting): setting.summary
    }
  }

  /// The value unless set, as it would be typed.
  func defaultText(beside strategy: (any Strategy)?) -> String {
    switch self {
    case .parameter(let parameter): return parameter.defaultText
    case .setting(let setting):
      guard let own = strategy?.settingDefaults[setting.name], setting.labels.isEmpty else {
        return setting.defaultText
      }
      return NumberText.typed(own, kind: setting.kind)
    case .session(let setting): return setting.defaultText
    }
  }
}
