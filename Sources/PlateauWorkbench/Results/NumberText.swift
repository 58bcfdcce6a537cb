import PlateauColumns
import PlateauLanguage

/// Numbers as a user would type them, exactly.
enum NumberText {
  /// The shortest decimal that reads back as the same number, without exponent where possible.
  static func shortest(_ value: Double) -> String {
    DecimalNumber(shortest: value).map { "\($0)" } ?? "\(value)"
  }

  /// A value of a kind: fractions in per cent, undefined as `none`.
  ///
  /// The digits are moved as decimals, so that it reads back as the same number: 0.015 is `1.5%`.
  static func typed(_ value: Double, kind: ValueKind) -> String {
    guard !value.isNaN else { return "none" }
    guard kind == .fraction, let decimal = DecimalNumber(shortest: value) else {
      return shortest(value)
    }
    return "\(decimal.shifted(by: 2))%"
  }
}
