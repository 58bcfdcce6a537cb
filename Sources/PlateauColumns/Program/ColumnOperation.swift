/// An operation on one value, row by row.
public enum UnaryOperation: String, Hashable, Sendable {
  case negate = "-"
  case not
  /// Whether the value is undefined; the only operation that decides there.
  case isUndefined = "= none"

  /// The operation on one row.
  ///
  /// Conditions are 1 (true), 0 (false) or `nan` (undefined).
  @inlinable
  public func callAsFunction(_ value: Double) -> Double {
    switch self {
    case .negate: -value
    case .not: value.isNaN ? .nan : 1 - value
    case .isUndefined: value.isNaN ? 1 : 0
    }
  }
}

/// An operation on two values, row by row.
public enum BinaryOperation: String, Hashable, Sendable {
  case add = "+"
  case subtract = "-"
  case multiply = "*"
  case divide = "/"
  case power = "^"
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
  case equal = "=="
  case notEqual = "!="
  case and
  case or

  /// The operation on one row.
  ///
  /// A comparison with an undefined side is undefined; `and` and `or` are Kleene's: false decides
  /// `and`, true decides `or`, also beside an undefined side. A quotient or power that is not a
  /// finite number is undefined.
  @inlinable
  public func callAsFunction(_ left: Double, _ right: Double) -> Double {
    switch self {
    case .add: finite(left + right)
    case .subtract: finite(left - right)
    case .multiply: finite(left * right)
    case .divide: right == 0 ? .nan : finite(left / right)
    case .power: finite(Mathematics.power(left, right))
    case .less: compared(left, right, left < right)
    case .lessOrEqual: compared(left, right, left <= right)
    case .greater: compared(left, right, left > right)
    case .greaterOrEqual: compared(left, right, left >= right)
    case .equal: compared(left, right, left == right)
    case .notEqual: compared(left, right, left != right)
    case .and:
      left == 0 || right == 0 ? 0 : (left.isNaN || right.isNaN ? .nan : 1)
    case .or:
      left == 1 || right == 1 ? 1 : (left.isNaN || right.isNaN ? .nan : 0)
    }
  }

  @inlinable
  func finite(_ value: Double) -> Double { value.isFinite ? value : .nan }

  @inlinable
  func compared(_ left: Double, _ right: Double, _ holds: Bool) -> Double {
    left.isNaN || right.isNaN ? .nan : (holds ? 1 : 0)
  }
}
