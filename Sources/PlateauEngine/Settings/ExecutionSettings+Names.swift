extension ExecutionSettings {
  /// The value of a setting by its name; `nan` for "none", and for names that are no setting.
  ///
  /// Words are indices into the setting's labels. `sizing` is the amount, `sizing_mode` the index
  /// of its meaning in the modes of `sizing`.
  public subscript(name: String) -> Double {
    switch name {
    case "fill": index(of: fill)
    case "protective": index(of: protective)
    case "stop_basis": index(of: stopBasis)
    case "direction": index(of: direction)
    case "start": index(of: start)
    case "sizing_mode": index(of: sizingMode)
    default: Self.numbers[name].map { self[keyPath: $0] } ?? .nan
    }
  }

  /// Sets a setting by its name, in the form the subscript reads.
  ///
  /// - Returns: Whether there is such a setting and, for words, such a label.
  @discardableResult
  public mutating func set(_ name: String, to value: Double) -> Bool {
    switch name {
    case "fill": return assign(value, to: \.fill)
    case "protective": return assign(value, to: \.protective)
    case "stop_basis": return assign(value, to: \.stopBasis)
    case "direction": return assign(value, to: \.direction)
    case "start": return assign(value, to: \.start)
    case "sizing_mode": return assign(value, to: \.sizingMode)
    default:
      guard let number = Self.numbers[name] else { return false }
      self[keyPath: number] = value
      return true
    }
  }

  /// The place of a setting that is a plain number.
  typealias NumberPath = any WritableKeyPath<ExecutionSettings, Double> & Sendable

  /// The settings that are plain numbers, by name.
  static let numbers: [String: NumberPath] = [
    "cash": \.cash, "commission": \.commission, "commission_fixed": \.commissionFixed,
    "slippage": \.slippage, "borrow_rate": \.borrowRate, "stop": \.stop, "target": \.target,
    "trail": \.trail, "sizing": \.sizingAmount, "max_position_value": \.maximumPositionValue,
    "lot": \.lot, "periods_per_year": \.periodsPerYear, "risk_free": \.riskFree,
  ]

  private func index<Word: CaseIterable & Equatable>(of word: Word) -> Double {
    for (index, other) in Word.allCases.enumerated() where other == word { return Double(index) }
    return .nan
  }

  private mutating func assign<Word: CaseIterable>(
    _ value: Double, to path: WritableKeyPath<ExecutionSettings, Word>
  ) -> Bool {
    let words = Array(Word.allCases)
    guard let index = Int(exactly: value), words.indices.contains(index) else { return false }
    self[keyPath: path] = words[index]
    return true
  }
}
