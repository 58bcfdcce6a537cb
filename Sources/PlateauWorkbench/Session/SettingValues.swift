import PlateauColumns
import PlateauEngine
import PlateauLanguage

/// Reads the values that a user gives to a parameter or an execution setting.
enum SettingValues {
  /// The values of a parameter.
  ///
  /// - Throws: `Diagnostic` for values of another kind or outside what is allowed.
  static func assignment(
    of parameter: StrategyParameter, to values: ValuesSyntax
  ) throws -> Assignment {
    if let mode = values.mode {
      throw Diagnostic(
        .unexpectedText, "\(parameter.name) takes no word before its values", at: values.modeRange,
        suggestions: [String(values.text.dropFirst(mode.count + 1))], repairs: values.range)
    }
    let resolved = try resolve(
      values, kind: parameter.kind, labels: parameter.labels, name: parameter.name)
    try refuse(resolved, outside: parameter.allowed, parameter.name, parameter.kind, values)
    return Assignment(
      name: parameter.name, target: .parameter, kind: parameter.kind, values: resolved)
  }

  /// The values of a setting: numbers, words, `auto`, or an amount with its meaning before it.
  ///
  /// - Throws: `Diagnostic` for values of another kind or outside what is allowed.
  static func assignment(
    of setting: ExecutionSetting, to values: ValuesSyntax
  ) throws -> Assignment {
    let word = values.singleWord?.lowercased()
    if let word, word == setting.defaultText, word == "auto" || setting.modes.contains(word) {
      let mode = setting.modes.contains(word) ? word : nil
      return Assignment(
        name: setting.name, target: .setting, kind: setting.kind,
        values: ResolvedValues(values: [.nan], labels: [], mode: mode, text: word))
    }
    let kind = try self.kind(of: setting, values)
    let resolved = try resolve(
      values, kind: kind, labels: setting.labels, allowsNone: setting.allowsNone,
      noneWord: setting.defaultText == "auto" ? "auto" : "none",
      name: setting.name)
    try refuse(resolved, outside: setting.allowed, setting.name, kind, values)
    guard setting.name != "start" || resolved.values.count == 1 else {
      throw Diagnostic(
        .oneValue, "start is one choice for all candidates of a sweep", at: values.range,
        suggestions: ["common"])
    }
    return Assignment(name: setting.name, target: .setting, kind: kind, values: resolved)
  }

  /// What an amount means: `fraction 50%` is a percentage, `value 1000` money.
  private static func kind(
    of setting: ExecutionSetting, _ values: ValuesSyntax
  ) throws -> ValueKind {
    guard let mode = values.mode?.lowercased() else {
      guard setting.modes.isEmpty else {
        throw missingMode(setting, values)
      }
      return setting.kind
    }
    guard setting.modes.contains(mode), mode != setting.defaultText else {
      throw Diagnostic(
        .unknownWord, "\(setting.name) knows no '\(mode)' of an amount", at: values.modeRange,
        suggestions: nearestNames(to: mode, among: setting.modes),
        hint: setting.modes.isEmpty ? nil : "the words are \(Wording.list(setting.modes))")
    }
    return switch mode {
    case "fraction", "risk": .fraction
    case "value": .money
    default: setting.kind
    }
  }

  /// The error for an amount without its word, or for the word without an amount.
  private static func missingMode(
    _ setting: ExecutionSetting, _ values: ValuesSyntax
  ) -> Diagnostic {
    let words = setting.modes.filter { $0 != setting.defaultText }
    let hint = "the words are \(Wording.list(setting.modes))"
    if let word = values.singleWord, let mode = words.first(where: { $0 == word.lowercased() }) {
      return Diagnostic(
        .missingArgument, "an amount is missing after '\(word)'",
        at: values.range.upperBound..<values.range.upperBound,
        suggestions: [
          mode == "value" ? "value 10000" : mode == "units" ? "units 10" : "\(mode) 10%"
        ],
        hint: hint, repairs: values.range)
    }
    if let word = values.singleWord {
      return Diagnostic(
        .unknownWord, "\(setting.name) cannot be '\(word)'", at: values.range,
        suggestions: nearestNames(to: word, among: setting.modes), hint: hint)
    }
    return Diagnostic(
      .missingArgument, "\(setting.name) needs a word for what the amount means", at: values.range,
      suggestions: [(values.text.hasSuffix("%") ? "fraction " : "value ") + values.text],
      hint: hint, repairs: values.range)
  }

  private static func refuse(
    _ values: ResolvedValues, outside allowed: ClosedRange<Double>, _ name: String,
    _ kind: ValueKind, _ typed: ValuesSyntax
  ) throws {
    guard kind != .text,
      let index = values.values.firstIndex(where: { !$0.isNaN && !allowed.contains($0) })
    else { return }
    let wrong = values.values[index]
    var range = typed.range
    if case .items(let items, _) = typed.form, items.count == values.values.count {
      range = items[index].range
    }
    throw Diagnostic(
      .outOfBounds,
      "\(name) must be \(bounds(allowed, kind)), and \(NumberText.typed(wrong, kind: kind)) is not",
      at: range)
  }

  /// The values that are allowed, in words: `at least 1`, `above 0 and at most 100%`.
  static func bounds(_ allowed: ClosedRange<Double>, _ kind: ValueKind) -> String {
    let lower = NumberText.typed(allowed.lowerBound, kind: kind)
    let upper = NumberText.typed(allowed.upperBound, kind: kind)
    if allowed.lowerBound > 0, allowed.lowerBound < 1e-300 {
      return allowed.upperBound >= Double.greatestFiniteMagnitude
        ? "above 0" : "above 0 and at most \(upper)"
    }
    if allowed.upperBound >= Double.greatestFiniteMagnitude { return "at least \(lower)" }
    if allowed.lowerBound <= -Double.greatestFiniteMagnitude { return "at most \(upper)" }
    return "from \(lower) to \(upper)"
  }
}
