import PlateauColumns
import PlateauEngine
import PlateauLanguage

/// Values that were computed, not typed, as text that reads back as exactly the same values.
enum ValuesText {
  /// VALUES for `set`: a range where the values are evenly spaced in decimals, else a list.
  ///
  /// - Parameters:
  ///   - values: The values in ascending order, none twice; `nan` is "none" and comes first.
  ///   - kind: What they mean.
  ///   - labels: The words of values of kind `text`.
  ///   - mode: The word for what an amount means, which comes before the values.
  /// - Returns: Text to be typed after `set NAME`.
  static func text(
    of values: [Double], kind: ValueKind, labels: [String] = [], mode: String? = nil
  ) -> String {
    let prefix = mode.map { "\($0) " } ?? ""
    if kind == .text {
      let words = values.map { ScriptWord.name(labels[Int($0)]) }
      return prefix + (words.count == 1 ? words[0] : "{\(words.joined(separator: ", "))}")
    }
    if let range = range(values, kind) { return prefix + range }
    let texts = values.map { NumberText.typed($0, kind: kind) }
    return prefix + (texts.count == 1 ? texts[0] : "{\(texts.joined(separator: ", "))}")
  }

  /// `5..80 step 5`, or `nil` where the values have no common step or are fewer than three.
  private static func range(_ values: [Double], _ kind: ValueKind) -> String? {
    guard values.count >= 3 else { return nil }
    let decimals = values.compactMap { DecimalNumber(shortest: $0) }
    guard decimals.count == values.count, let step = decimals[1].subtracting(decimals[0]) else {
      return nil
    }
    for index in decimals.indices.dropFirst() {
      guard let distance = decimals[index].subtracting(decimals[index - 1]), distance == step
      else { return nil }
    }
    let last = values[values.count - 1]
    let ends =
      "\(NumberText.typed(values[0], kind: kind))..\(NumberText.typed(last, kind: kind))"
    let isPlain = kind != .fraction && step == DecimalNumber(1) && decimals[0].isWhole
    return isPlain ? ends : "\(ends) step \(NumberText.typed(step.value, kind: kind))"
  }

  /// Long text with its middle left out, and its end: `{5, 7, … , 90}`.
  static func shortened(_ text: String) -> String {
    let items = text.split(separator: ", ", omittingEmptySubsequences: false)
    guard text.count > 72, items.count > 6 else { return text }
    return items.prefix(4).joined(separator: ", ") + ", …, " + items[items.count - 1]
  }
}

extension Assignment {
  /// The same name with other values, read from their own text as a script would read them.
  ///
  /// - Parameters:
  ///   - values: Ascending, none twice; `nan` is "none".
  ///   - strategy: The strategy whose parameter it may be.
  /// - Returns: The new values with text that gives exactly them.
  /// - Throws: `Diagnostic` where the values cannot be written so that they read back.
  func with(_ values: [Double], strategy: (any Strategy)?) throws -> Assignment {
    let text = ValuesText.text(
      of: values, kind: kind, labels: self.values.labels, mode: self.values.mode)
    let syntax = try parseValues(text)
    let found = try SettableName.find(name, at: nil, strategy: strategy)
    switch found {
    case .parameter(let parameter):
      return try SettingValues.assignment(of: parameter, to: syntax)
    case .setting(let setting):
      return try SettingValues.assignment(of: setting, to: syntax).named(beside: strategy)
    case .session:
      return self
    }
  }
}
