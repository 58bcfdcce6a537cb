public import PlateauColumns

/// A number that a strategy leaves open, with the value it has unless told otherwise.
public struct StrategyParameter: Hashable, Sendable {
  /// The name as typed.
  public let name: String
  /// What the number means: a length, a fraction, a price.
  public let kind: ValueKind
  /// The value when nothing is set; for words, the index into `labels`.
  public let defaultValue: Double
  /// The words of a parameter of kind `text`.
  public let labels: [String]
  /// The values that make sense, both ends included.
  public let allowed: ClosedRange<Double>
  /// One line of meaning.
  public let summary: String

  /// Creates a parameter.
  public init(
    _ name: String, kind: ValueKind, default defaultValue: Double, labels: [String] = [],
    allowed: ClosedRange<Double> = -Double.greatestFiniteMagnitude...Double.greatestFiniteMagnitude,
    summary: String = ""
  ) {
    self.name = name
    self.kind = kind
    self.defaultValue = defaultValue
    self.labels = labels
    self.allowed = allowed
    self.summary = summary
  }
}

extension StrategyParameter {
  /// Checks that a value makes sense: inside the range, and whole where it counts things.
  ///
  /// "None" passes: a strategy knows best whether it means no stop or no average.
  ///
  /// - Throws: `CandidateFailure` that names the parameter and the value.
  func check(_ value: Double) throws(CandidateFailure) {
    guard !value.isNaN else { return }
    guard allowed.contains(value) else { throw .outside(name, value, allowed) }
    if kind == .length, value != value.rounded() {
      throw CandidateFailure("\(name) was \(value), not a whole number")
    }
  }
}
