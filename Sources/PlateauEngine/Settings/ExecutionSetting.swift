public import PlateauColumns

/// What there is to know about one execution setting, for `set`, `help` and messages.
public struct ExecutionSetting: Hashable, Sendable {
  /// The name as typed.
  public let name: String
  /// What its number means; `text` for a choice of words.
  public let kind: ValueKind
  /// The words of a choice, in the order of their indices.
  public let labels: [String]
  /// The value when nothing is set; `nan` for "none" or "automatic".
  public let defaultValue: Double
  /// Whether "none" or "automatic" is a value.
  public let allowsNone: Bool
  /// The values that make sense, both ends included.
  public let allowed: ClosedRange<Double>
  /// The meanings its amount can have, in the order of their indices; only `sizing` has any.
  public let modes: [String]
  /// One line of meaning.
  public let summary: String

  private init(
    _ name: String, _ kind: ValueKind, labels: [String] = [], modes: [String] = [],
    allowsNone: Bool = false, allowed: ClosedRange<Double> = 0...1, _ summary: String
  ) {
    self.name = name
    self.kind = kind
    self.labels = labels
    self.modes = modes
    self.allowsNone = allowsNone
    self.allowed = labels.isEmpty ? allowed : 0...Double(labels.count - 1)
    self.summary = summary
    defaultValue = ExecutionSettings()[name]
  }

  /// The setting of a name, compared exactly.
  public static func named(_ name: String) -> ExecutionSetting? {
    all.first { $0.name == name }
  }

  /// Whether a value makes sense: inside the range, one of the words, or "none" where allowed.
  public func accepts(_ value: Double) -> Bool {
    if value.isNaN { return allowsNone }
    return allowed.contains(value) && (labels.isEmpty || value == value.rounded())
  }

  private static let unlimited = 0...Double.greatestFiniteMagnitude
  private static let aboveZero = Double.leastNormalMagnitude...Double.greatestFiniteMagnitude
  /// What a price can lose: a stop at nothing closes every position as it opens.
  private static let partOfPrice = Double.leastNormalMagnitude...1

  /// Every setting, in the order they are listed.
  public static let all: [ExecutionSetting] = [
    ExecutionSetting(
      "cash", .money, allowed: aboveZero,
      "money at the start"),
    ExecutionSetting("commission", .fraction, "of notional, a side"),
    ExecutionSetting("commission_fixed", .money, allowed: unlimited, "an order"),
    ExecutionSetting(
      "slippage", .fraction, "against you on market, stop and trail fills; targets never slip"),
    ExecutionSetting("borrow_rate", .fraction, allowed: 0...10, "a year on the value of shorts"),
    ExecutionSetting(
      "fill", .text, labels: words(ExecutionSettings.FillTime.self),
      "orders fill at the next bar's open, or at the close that decided them"),
    ExecutionSetting(
      "protective", .text, labels: words(ExecutionSettings.Protection.self),
      "stops and targets look at open, low and high; at open and close; or take the target first"),
    ExecutionSetting(
      "stop", .fraction, allowsNone: true, allowed: partOfPrice, "loss that closes a position"),
    ExecutionSetting(
      "target", .fraction, allowsNone: true, allowed: aboveZero, "gain that closes a position"),
    ExecutionSetting(
      "trail", .fraction, allowsNone: true, allowed: partOfPrice,
      "distance of a stop that follows the best price"),
    ExecutionSetting(
      "stop_basis", .text, labels: words(ExecutionSettings.StopBasis.self),
      "stop, target and trail count from the entry fill, or from the close that decided it"),
    ExecutionSetting(
      "sizing", .number, modes: words(ExecutionSettings.SizingMode.self), allowsNone: true,
      allowed: aboveZero, "all equity, a fraction of it, a risk to the stop, a value, or units"),
    ExecutionSetting(
      "max_position_value", .money, allowsNone: true, allowed: aboveZero,
      "largest value of a position at its entry"),
    ExecutionSetting(
      "lot", .number, allowed: unlimited, "units are a multiple of this, rounded down; 0 is any"),
    ExecutionSetting(
      "direction", .text, labels: words(ExecutionSettings.Direction.self), "sides that may trade"),
    ExecutionSetting(
      "start", .text, labels: words(ExecutionSettings.Start.self),
      "score every candidate from the window's start, or all from the latest warm-up's end"),
    ExecutionSetting(
      "periods_per_year", .number, allowsNone: true,
      allowed: aboveZero,
      "bars in a year; automatic takes it from the data"),
    ExecutionSetting("risk_free", .fraction, allowed: -1...10, "a year, for ratios"),
  ]

  private static func words<Word: CaseIterable & RawRepresentable>(_ type: Word.Type) -> [String]
  where Word.RawValue == String {
    Word.allCases.map(\.rawValue)
  }
}
