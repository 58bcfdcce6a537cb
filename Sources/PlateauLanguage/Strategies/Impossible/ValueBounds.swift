import PlateauColumns

/// What a value never leaves, both ends included; empty for what is undefined on every bar.
///
/// Ends are worked out by the operations that work out the values, and these round the same way,
/// so no value lies outside. Conditions are 0 and 1.
struct ValueBounds: Hashable {
  let lower: Double
  let upper: Double

  init(_ lower: Double, _ upper: Double) {
    self.lower = lower
    self.upper = upper
  }

  /// Nothing is known.
  static let any = ValueBounds(-.infinity, .infinity)
  /// Undefined on every bar.
  static let empty = ValueBounds(.infinity, -.infinity)
  /// Above zero.
  static let positive = ValueBounds(.leastNonzeroMagnitude, .infinity)
  /// True or false.
  static let condition = ValueBounds(0, 1)

  /// The condition that can be what is said.
  init(canBeTrue: Bool, canBeFalse: Bool) {
    self = !canBeTrue && !canBeFalse ? .empty : ValueBounds(canBeFalse ? 0 : 1, canBeTrue ? 1 : 0)
  }

  var isEmpty: Bool { !(lower <= upper) }
  var canBeTrue: Bool { !isEmpty && upper >= 1 }
  var canBeFalse: Bool { !isEmpty && lower <= 0 }
  /// The only value there is.
  var single: Double? { lower == upper ? lower : nil }

  /// The smallest bounds around both.
  func union(_ other: ValueBounds) -> ValueBounds {
    if isEmpty { return other }
    return other.isEmpty ? self : ValueBounds(min(lower, other.lower), max(upper, other.upper))
  }

  /// The bounds of a function that never falls.
  func rising(_ function: (Double) -> Double) -> ValueBounds {
    isEmpty ? self : ValueBounds(function(lower), function(upper))
  }

  /// The bounds of arithmetic on two values.
  static func arithmetic(
    _ operation: BinaryOperation, _ left: ValueBounds, _ right: ValueBounds
  ) -> ValueBounds {
    guard !left.isEmpty, !right.isEmpty else { return .empty }
    if let first = left.single, let second = right.single {
      let value = operation(first, second)
      return value.isNaN ? .empty : ValueBounds(value, value)
    }
    switch operation {
    case .add: return corners(left, right) { $0 + $1 }
    case .subtract: return corners(left, right) { $0 - $1 }
    case .multiply: return corners(left, right) { $0 == 0 || $1 == 0 ? 0 : $0 * $1 }
    case .divide:
      if right.single == 0 { return .empty }
      if right.lower > 0 || right.upper < 0 { return corners(left, right) { $0 / $1 } }
      return left.lower >= 0 && right.lower >= 0 ? ValueBounds(0, .infinity) : .any
    case .power:
      let isEven = right.single.map { $0.truncatingRemainder(dividingBy: 2) == 0 } ?? false
      return isEven || left.lower >= 0 ? ValueBounds(0, .infinity) : .any
    default: return .any
    }
  }

  /// The bounds of an operation that takes its extremes where both sides do.
  private static func corners(
    _ left: ValueBounds, _ right: ValueBounds, _ operation: (Double, Double) -> Double
  ) -> ValueBounds {
    let values = [left.lower, left.upper].flatMap { first in
      [right.lower, right.upper].map { operation(first, $0) }
    }
    guard !values.contains(where: \.isNaN), let lower = values.min(), let upper = values.max()
    else { return .any }
    return ValueBounds(lower, upper)
  }
}
