import PlateauColumns

/// What each step of a program can be, worked out without any prices.
struct StepBounds {
  /// Which of two values can be the larger one.
  struct Order: OptionSet {
    let rawValue: Int
    static let less = Order(rawValue: 1)
    static let equal = Order(rawValue: 2)
    static let greater = Order(rawValue: 4)
    static let all: Order = [.less, .equal, .greater]

    /// The same of the two values in the other order.
    var reversed: Order {
      intersection(.equal).union(contains(.less) ? .greater : []).union(
        contains(.greater) ? .less : [])
    }
  }

  private let program: ColumnProgram
  /// The bounds of every step.
  private(set) var bounds: [ValueBounds] = []

  /// Works out the bounds of every step.
  ///
  /// - Parameters:
  ///   - program: The steps.
  ///   - input: The bounds of an input by its name.
  init(_ program: ColumnProgram, input: (String) -> ValueBounds) {
    self.program = program
    for step in program.instructions { bounds.append(bounds(of: step, input)) }
  }

  private func bounds(
    of step: ColumnProgram.Instruction, _ input: (String) -> ValueBounds
  ) -> ValueBounds {
    switch step {
    case .constant(let value): return value.isNaN ? .empty : ValueBounds(value, value)
    case .input(let name): return input(name)
    case .unary(.negate, let operand):
      let inner = bounds[operand]
      return inner.isEmpty ? inner : ValueBounds(-inner.upper, -inner.lower)
    case .unary(.not, let operand):
      let inner = bounds[operand]
      return ValueBounds(canBeTrue: inner.canBeFalse, canBeFalse: inner.canBeTrue)
    case .unary(.isUndefined, _): return .condition
    case .binary(let operation, let left, let right):
      return binary(operation, left, right)
    case .lag(let series, let rows): return bounds[rows].isEmpty ? .empty : bounds[series]
    case .crossesAbove(let left, let right):
      return crossing(order(left, right), .greater)
    case .crossesBelow(let left, let right):
      return crossing(order(left, right), .less)
    case .call(let name, let arguments): return call(name, arguments.map { bounds[$0] })
    case .completed: return .any
    }
  }

  private func binary(_ operation: BinaryOperation, _ left: Int, _ right: Int) -> ValueBounds {
    let (first, second) = (bounds[left], bounds[right])
    switch operation {
    case .and:
      return ValueBounds(
        canBeTrue: first.canBeTrue && second.canBeTrue,
        canBeFalse: first.canBeFalse || second.canBeFalse)
    case .or:
      return ValueBounds(
        canBeTrue: first.canBeTrue || second.canBeTrue,
        canBeFalse: first.canBeFalse && second.canBeFalse)
    default:
      guard let wanted = operation.order else {
        return ValueBounds.arithmetic(operation, first, second)
      }
      let possible = order(left, right)
      return ValueBounds(
        canBeTrue: !possible.isDisjoint(with: wanted),
        canBeFalse: !possible.subtracting(wanted).isEmpty)
    }
  }

  /// A crossing has to be on both sides one after the other.
  private func crossing(_ possible: Order, _ now: Order) -> ValueBounds {
    if possible.isEmpty { return .empty }
    return ValueBounds(
      canBeTrue: possible.contains(now) && possible != now, canBeFalse: true)
  }

  private func call(_ name: String, _ arguments: [ValueBounds]) -> ValueBounds {
    guard let function = ColumnFunction.named(name) else { return .any }
    switch (name, arguments.count) {
    case ("abs", 1):
      let (low, high) = (arguments[0].lower, arguments[0].upper)
      guard !arguments[0].isEmpty else { return .empty }
      return ValueBounds(max(0, low, -high), max(-low, high))
    case ("max", 2), ("min", 2):
      guard !arguments.contains(where: \.isEmpty) else { return .empty }
      let larger = name == "max"
      return ValueBounds(
        larger
          ? max(arguments[0].lower, arguments[1].lower)
          : min(arguments[0].lower, arguments[1].lower),
        larger
          ? max(arguments[0].upper, arguments[1].upper)
          : min(arguments[0].upper, arguments[1].upper))
    case ("sqrt", 1):
      return arguments[0].upper < 0 ? .empty : arguments[0].rising { max(0, $0).squareRoot() }
    case ("log", 1): return arguments[0].upper <= 0 ? .empty : .any
    case ("exp", 1): return arguments[0].isEmpty ? .empty : ValueBounds(0, .infinity)
    case ("if", 3): return arguments[0].isEmpty ? .empty : arguments[1].union(arguments[2])
    case ("highest", 2), ("lowest", 2): return arguments[0]
    default:
      if case .always(.condition) = function.result { return .condition }
      return function.bounds.map { ValueBounds($0.lowerBound, $0.upperBound) } ?? .any
    }
  }

  // MARK: Order

  /// How two values can lie to each other where both are defined; nothing where one never is.
  func order(_ left: Int, _ right: Int) -> Order {
    let (first, second) = (bounds[left], bounds[right])
    guard !first.isEmpty, !second.isEmpty else { return [] }
    if left == right { return .equal }
    var possible: Order = []
    if first.lower < second.upper, !isAtMost(right, left) { possible.insert(.less) }
    if first.upper > second.lower, !isAtMost(left, right) { possible.insert(.greater) }
    if first.lower <= second.upper, second.lower <= first.upper { possible.insert(.equal) }
    return possible
  }

  /// Whether one value is at most another wherever both are defined, as far as can be told.
  func isAtMost(_ left: Int, _ right: Int, depth: Int = 0) -> Bool {
    if left == right { return true }
    guard depth < 6 else { return false }
    func isAtMost(_ left: Int, _ right: Int) -> Bool {
      self.isAtMost(left, right, depth: depth + 1)
    }
    switch (program.instructions[left], program.instructions[right]) {
    case (.input(let first), .input(let second)): return BarFacts.isAtMost(first, second)
    case (.lag(let first, let rows), .lag(let second, let others)) where rows == others:
      return isAtMost(first, second)
    default: break
    }
    if case .call(let name, let arguments) = program.instructions[right] {
      switch (name, arguments.count) {
      case ("highest", 2): if isAtMost(left, arguments[0]) { return true }
      case ("max", 2): if arguments.contains(where: { isAtMost(left, $0) }) { return true }
      case ("min", 2): if arguments.allSatisfy({ isAtMost(left, $0) }) { return true }
      default: break
      }
    }
    if case .call(let name, let arguments) = program.instructions[left] {
      switch (name, arguments.count) {
      case ("lowest", 2): return isAtMost(arguments[0], right)
      case ("min", 2): return arguments.contains { isAtMost($0, right) }
      case ("max", 2): return arguments.allSatisfy { isAtMost($0, right) }
      default: break
      }
    }
    return false
  }
}

extension BinaryOperation {
  /// How its sides lie to each other where it holds; `nil` if it is no comparison.
  var order: StepBounds.Order? {
    switch self {
    case .less: .less
    case .lessOrEqual: [.less, .equal]
    case .greater: .greater
    case .greaterOrEqual: [.greater, .equal]
    case .equal: .equal
    case .notEqual: [.less, .greater]
    default: nil
    }
  }
}
