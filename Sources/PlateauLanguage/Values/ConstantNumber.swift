import PlateauColumns

/// The number that an expression without names is, in decimals, with the unit it carries.
struct ConstantNumber {
  var decimal: DecimalNumber
  /// The unit of the number, or the one that its parts share.
  var unit: NumberUnit?

  /// Computes an expression of numbers.
  ///
  /// - Parameters:
  ///   - syntax: The expression.
  ///   - wordFailure: The error for a word where a number is wanted.
  /// - Throws: That error, or that something here is not a number.
  init(
    _ syntax: ExpressionSyntax, wordFailure: (ExpressionSyntax, String) -> Diagnostic
  ) throws(Diagnostic) {
    switch syntax.kind {
    case .number(let literal):
      self.init(decimal: literal.decimal, unit: literal.unit)
    case .name(let word), .text(let word):
      throw wordFailure(syntax, word)
    case .unary(.negate, let operand):
      let value = try ConstantNumber(operand, wordFailure: wordFailure)
      self.init(decimal: value.decimal.negated, unit: value.unit)
    case .binary(let operation, let left, let right) where operation.isArithmetic:
      let first = try ConstantNumber(left, wordFailure: wordFailure)
      let second = try ConstantNumber(right, wordFailure: wordFailure)
      guard let result = operation.result(first.decimal, second.decimal) else {
        throw Diagnostic(.numberForm, "this has no value", at: syntax.range)
      }
      self.init(decimal: result, unit: first.unit ?? second.unit)
    default:
      throw Diagnostic(.typeMismatch, "'\(syntax.text)' is not a number", at: syntax.range)
    }
  }

  /// The number that is meant when `%` was left out after it.
  var asPercent: ConstantNumber {
    ConstantNumber(decimal: decimal.shifted(by: -2), unit: .percent)
  }

  /// The same digits with another unit, or `nil` where the unit changes more than the point's place.
  func typed(with unit: NumberUnit?) -> ConstantNumber? {
    guard case .powerOfTen(let old) = self.unit?.scale ?? .powerOfTen(0),
      case .powerOfTen(let new) = unit?.scale ?? .powerOfTen(0)
    else { return nil }
    return ConstantNumber(decimal: decimal.shifted(by: new - old), unit: unit)
  }

  /// The number as it would be typed; weeks, hours and minutes are given in days.
  var text: String {
    guard let unit, case .powerOfTen(let places) = unit.scale else {
      return decimal.description + (unit == nil ? "" : NumberUnit.days.rawValue)
    }
    return "\(decimal.shifted(by: -places))\(unit.rawValue)"
  }

  private init(decimal: DecimalNumber, unit: NumberUnit?) {
    self.decimal = decimal
    self.unit = unit
  }
}

extension BinaryOperation {
  fileprivate var isArithmetic: Bool { precedence >= .sum }

  /// Arithmetic in decimals: exact where it can be, else the shortest decimal of the double.
  fileprivate func result(_ left: DecimalNumber, _ right: DecimalNumber) -> DecimalNumber? {
    let exact: DecimalNumber? =
      switch self {
      case .add: left.adding(right)
      case .subtract: left.subtracting(right)
      case .multiply: left.multiplied(by: right)
      default: nil
      }
    if let exact { return exact }
    let (a, b) = (left.value, right.value)
    switch self {
    case .add: return DecimalNumber(shortest: a + b)
    case .subtract: return DecimalNumber(shortest: a - b)
    case .multiply: return DecimalNumber(shortest: a * b)
    case .divide: return b == 0 ? nil : DecimalNumber(shortest: a / b)
    case .power: return DecimalNumber(shortest: Mathematics.power(a, b))
    default: return nil
    }
  }
}
