/// A decimal number held exactly: `mantissa` times ten to the power of `exponent`.
///
/// Ranges are counted in decimals, so that `1% + 6·1%` is exactly 7% and is rounded to a double
/// once, at the end.
public struct DecimalNumber: Hashable, Sendable {
  /// The digits with their sign, without trailing zeros.
  public let mantissa: Int128
  /// The power of ten that the digits are multiplied with; 0 for zero.
  public let exponent: Int

  /// Creates the number `mantissa · 10^exponent`.
  public init(_ mantissa: Int128, exponent: Int = 0) {
    var mantissa = mantissa
    var exponent = mantissa == 0 ? 0 : exponent
    while mantissa != 0, mantissa % 10 == 0 {
      mantissa /= 10
      exponent += 1
    }
    self.mantissa = mantissa
    self.exponent = exponent
  }

  /// Creates the shortest decimal that a double is printed as, or `nil` if it is not finite.
  public init?(shortest value: Double) {
    guard value.isFinite else { return nil }
    let parts = value.description.split(separator: "e", maxSplits: 1)
    let digits = parts[0].split(separator: ".", maxSplits: 1)
    let fraction = digits.count > 1 ? digits[1] : ""
    guard let mantissa = Int128(digits[0] + fraction) else { return nil }
    let power = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
    self.init(mantissa, exponent: power - fraction.count)
  }

  /// The nearest double, rounded once.
  public var value: Double {
    // Two doubles that are exact, so the one operation between them is the only rounding.
    if mantissa.magnitude < 1 << 53, abs(exponent) <= 22 {
      let scale = Self.exactPower(abs(exponent))
      return exponent < 0 ? Double(Int64(mantissa)) / scale : Double(Int64(mantissa)) * scale
    }
    return Double("\(mantissa)e\(exponent)") ?? .nan
  }

  /// Whether there are no digits after the decimal point.
  public var isWhole: Bool { exponent >= 0 }

  /// Whether the number is below zero.
  public var isNegative: Bool { mantissa < 0 }

  /// The number with the opposite sign.
  public var negated: DecimalNumber { DecimalNumber(-mantissa, exponent: exponent) }

  /// The number times ten to the power of `places`.
  public func shifted(by places: Int) -> DecimalNumber {
    DecimalNumber(mantissa, exponent: exponent + places)
  }

  /// The exact sum, or `nil` if it has more digits than can be held.
  public func adding(_ other: DecimalNumber) -> DecimalNumber? {
    let power = min(exponent, other.exponent)
    guard let left = digits(at: power), let right = other.digits(at: power) else { return nil }
    let (sum, overflow) = left.addingReportingOverflow(right)
    return overflow || sum == .min ? nil : DecimalNumber(sum, exponent: power)
  }

  /// The exact difference, or `nil` if it has more digits than can be held.
  public func subtracting(_ other: DecimalNumber) -> DecimalNumber? { adding(other.negated) }

  /// The exact product, or `nil` if it has more digits than can be held.
  public func multiplied(by other: DecimalNumber) -> DecimalNumber? {
    let (product, overflow) = mantissa.multipliedReportingOverflow(by: other.mantissa)
    guard !overflow, product != .min else { return nil }
    return DecimalNumber(product, exponent: exponent + other.exponent)
  }

  /// The digits of the number written with a lower power of ten, or `nil` if they do not fit.
  func digits(at power: Int) -> Int128? {
    guard mantissa != 0 else { return 0 }
    guard exponent >= power, exponent - power <= 37 else { return nil }
    var digits = mantissa
    for _ in 0..<exponent - power {
      let (product, overflow) = digits.multipliedReportingOverflow(by: 10)
      guard !overflow else { return nil }
      digits = product
    }
    return digits
  }

  /// A power of ten that a double holds exactly: at most 10^22.
  static func exactPower(_ power: Int) -> Double {
    var result = 1.0
    for _ in 0..<power { result *= 10 }
    return result
  }
}

extension DecimalNumber: CustomStringConvertible {
  /// The number as it is typed: `0.015`, `1500`; with a power of ten where it is very long.
  public var description: String {
    let sign = isNegative ? "-" : ""
    let digits = String(mantissa.magnitude)
    guard abs(exponent) <= 20 else { return "\(sign)\(digits)e\(exponent)" }
    guard exponent < 0 else { return sign + digits + String(repeating: "0", count: exponent) }
    let places = -exponent
    let padded = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
    return "\(sign)\(padded.dropLast(places)).\(padded.suffix(places))"
  }
}

extension Double {
  /// The shortest decimal that reads back as this number, as it is typed.
  func decimalText(shiftedBy places: Int = 0) -> String {
    DecimalNumber(shortest: self).map { $0.shifted(by: places).description } ?? "\(self)"
  }
}
