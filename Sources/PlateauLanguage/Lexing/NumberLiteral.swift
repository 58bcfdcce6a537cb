/// A number as it was typed, with the unit glued to it: `20`, `1.5%`, `25bp`, `6mo`.
public struct NumberLiteral: Hashable, Sendable {
  /// The text as typed.
  public let text: String
  /// The unit, or `nil` for a bare number.
  public let unit: NumberUnit?
  /// The number with its unit applied, exactly where it has at most 38 digits.
  ///
  /// 15% is 0.15, 25bp is 0.0025; times are in days (2w is 14), months and years in themselves.
  public let decimal: DecimalNumber
  /// The number with its unit applied, as the nearest double.
  public let value: Double
  /// The number without its unit: 2 for `2w`.
  public let quantity: Double

  /// Creates a literal, or `nil` if the number is too large for a double.
  ///
  /// - Parameters:
  ///   - text: The text as typed.
  ///   - digits: The decimal digits without point and separators.
  ///   - exponent: The power of ten that the digits are multiplied with.
  ///   - unit: The unit.
  init?(text: String, digits: String, exponent: Int, unit: NumberUnit?) {
    guard let quantity = Double("\(digits)e\(exponent)") else { return nil }
    let scale = unit?.scale ?? .powerOfTen(0)
    self.text = text
    self.unit = unit
    self.quantity = quantity
    switch scale {
    case .powerOfTen(let places):
      let exact = Int128(digits).map { DecimalNumber($0, exponent: exponent + places) }
      guard let value = exact?.value ?? Double("\(digits)e\(exponent + places)"), value.isFinite,
        let decimal = exact ?? DecimalNumber(shortest: value)
      else { return nil }
      (self.decimal, self.value) = (decimal, value)
    case .factor(let factor):
      guard let decimal = DecimalNumber(shortest: quantity * factor) else { return nil }
      (self.decimal, value) = (decimal, quantity * factor)
    }
  }
}

/// What may be glued to a number.
public enum NumberUnit: String, Hashable, Sendable, CaseIterable {
  case percent = "%"
  case basisPoints = "bp"
  case minutes = "min"
  case hours = "h"
  case days = "d"
  case weeks = "w"
  case months = "mo"
  case years = "y"

  /// Whether the unit measures time.
  public var isTime: Bool { self != .percent && self != .basisPoints }

  /// Whether the unit has a fixed length in days; months and years have not.
  public var isFixedTime: Bool { isTime && self != .months && self != .years }

  /// How a number changes when the unit is applied.
  enum Scale {
    case powerOfTen(Int)
    case factor(Double)
  }

  var scale: Scale {
    switch self {
    case .percent: .powerOfTen(-2)
    case .basisPoints: .powerOfTen(-4)
    case .minutes: .factor(1.0 / 1440)
    case .hours: .factor(1.0 / 24)
    case .weeks: .factor(7)
    case .days, .months, .years: .powerOfTen(0)
    }
  }
}
