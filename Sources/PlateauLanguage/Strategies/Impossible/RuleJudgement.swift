import PlateauColumns

/// Whether a condition can ever be true, and why not.
struct RuleJudgement {
  /// The most conditions that are compared with each other.
  private static let mostClaims = 100

  private let program: ColumnProgram
  private let steps: StepBounds
  /// Why a step is never true; `nil` where it may be.
  private var neverTrue: [String?] = []
  /// Why a step is never false; `nil` where it may be.
  private var neverFalse: [String?] = []

  init(_ program: ColumnProgram, input: (String) -> ValueBounds) {
    self.program = program
    steps = StepBounds(program, input: input)
    for (register, step) in program.instructions.enumerated() {
      let bounds = steps.bounds[register]
      let isOpen = bounds.canBeTrue && bounds.canBeFalse
      let reasons = isOpen ? nil : reasons(step, register)
      neverTrue.append(bounds.canBeTrue ? nil : reasons?.never)
      neverFalse.append(bounds.canBeFalse ? nil : reasons?.always)
    }
  }

  /// Why the condition is never true; `nil` where it may be.
  var reason: String? {
    guard !program.instructions.isEmpty else { return nil }
    var found: [String] = []
    for alternative in parts(of: .or, from: program.result) {
      guard let reason = neverTrue[alternative] ?? contradiction(in: alternative) else {
        return nil
      }
      if !found.contains(reason) { found.append(reason) }
    }
    return found.prefix(2).joined(separator: ", and ")
  }

  /// Whether the condition holds wherever it is defined.
  var isNeverFalse: Bool {
    !program.instructions.isEmpty && !steps.bounds[program.result].canBeFalse
  }

  /// A step as it would be typed, in quotes.
  private func text(of register: ColumnProgram.Register) -> String {
    "'\(program.slice(at: register).text)'"
  }

  // MARK: Single steps

  private func reasons(
    _ step: ColumnProgram.Instruction, _ register: Int
  ) -> (never: String, always: String) {
    let text = text(of: register)
    let plain = (never: "\(text) is never true", always: "\(text) is always true")
    if let undefined = undefined(register) { return (undefined, undefined) }
    switch step {
    case .constant: return ("it is false whatever the prices", "it is true whatever the prices")
    case .unary(.not, let operand):
      return (neverFalse[operand] ?? plain.never, neverTrue[operand] ?? plain.always)
    case .binary(.and, let left, let right):
      return (neverTrue[left] ?? neverTrue[right] ?? plain.never, plain.always)
    case .binary(.or, let left, let right):
      return (neverTrue[left] ?? neverTrue[right] ?? plain.never, plain.always)
    case .lag(let series, _): return (neverTrue[series] ?? plain.never, plain.always)
    case .binary(_, let left, let right), .crossesAbove(let left, let right),
      .crossesBelow(let left, let right):
      let fact = fact(about: left, right)
      return ("\(text) is never true, since \(fact)", "\(text) is always true, since \(fact)")
    default: return plain
    }
  }

  /// What is known of two values that decides every comparison of them.
  private func fact(about left: Int, _ right: Int) -> String {
    if left == right { return "\(text(of: left)) is compared with itself" }
    let (isBelow, isAbove) = (steps.isAtMost(left, right), steps.isAtMost(right, left))
    if isBelow || isAbove {
      let fact = "\(text(of: left)) is never \(isBelow ? "above" : "below") \(text(of: right))"
      return fact + (ownBar(left) ?? ownBar(right) ?? "")
    }
    let facts = [left, right].compactMap { register -> String? in
      let bounds = steps.bounds[register]
      if let value = bounds.single {
        guard case .input(let name) = program.instructions[register],
          BarFacts.boundsBeforeEntry(of: name) == bounds
        else { return nil }
        return "'\(name)' is \(ColumnProgram(constant: value).text) before there is a position"
      }
      return "\(text(of: register)) is \(bounds.words)"
    }
    return facts.isEmpty ? "the prices have no part in it" : facts.joined(separator: " and ")
  }

  /// What a rolling extreme counts that people forget.
  private func ownBar(_ register: Int) -> String? {
    guard case .call(let name, _) = program.instructions[register],
      name == "highest" || name == "lowest"
    else { return nil }
    return ", which counts the bar itself; put [1] after it for the bars before"
  }

  /// Why a step is undefined on every bar; `nil` where it may have a value.
  private func undefined(_ register: Int) -> String? {
    guard steps.bounds[register].isEmpty else { return nil }
    var place = register
    while let inner = program.instructions[place].operands.first(where: {
      steps.bounds[$0].isEmpty
    }) {
      place = inner
    }
    if case .input(let name) = program.instructions[place] {
      return "'\(name)' is undefined before there is a position"
    }
    return "\(text(of: place)) is undefined on every bar"
  }

  // MARK: Several steps

  /// The steps that an `and` or `or` joins, however they are nested, in order.
  private func parts(of operation: BinaryOperation, from register: Int) -> [Int] {
    var parts: [Int] = []
    var seen: Set<Int> = []
    var waiting = [register]
    while let next = waiting.popLast() {
      guard seen.insert(next).inserted else { continue }
      if case .binary(operation, let left, let right) = program.instructions[next] {
        waiting += [right, left]
      } else {
        parts.append(next)
      }
    }
    return parts
  }

  /// Two conditions joined by `and` that exclude each other; `nil` if none are found.
  private func contradiction(in register: Int) -> String? {
    var claims: [Claim] = []
    for part in parts(of: .and, from: register).prefix(Self.mostClaims) {
      guard let claim = Claim(part, in: program) else { continue }
      if let other = claims.first(where: { $0.excludes(claim, steps) }) {
        return "\(text(of: other.register)) and \(text(of: part)) never hold together"
      }
      claims.append(claim)
    }
    return nil
  }
}

/// What a condition says of two values.
private struct Claim {
  let register: Int
  let left: Int
  let right: Int
  let order: StepBounds.Order

  /// The claim of a step, if it compares two values.
  init?(_ register: Int, in program: ColumnProgram) {
    self.register = register
    var place = register
    var isNegated = false
    while case .unary(.not, let inner) = program.instructions[place] {
      (place, isNegated) = (inner, !isNegated)
    }
    switch program.instructions[place] {
    case .binary(let operation, let first, let second):
      guard let wanted = operation.order else { return nil }
      (left, right) = (first, second)
      order = isNegated ? StepBounds.Order.all.subtracting(wanted) : wanted
    case .crossesAbove(let first, let second) where !isNegated:
      (left, right, order) = (first, second, .greater)
    case .crossesBelow(let first, let second) where !isNegated:
      (left, right, order) = (first, second, .less)
    default: return nil
    }
  }

  /// The same claim with its sides in the other order.
  private var reversed: Claim {
    Claim(register: register, left: right, right: left, order: order.reversed)
  }

  private init(register: Int, left: Int, right: Int, order: StepBounds.Order) {
    (self.register, self.left, self.right, self.order) = (register, left, right, order)
  }

  /// Whether two claims can never both be true.
  func excludes(_ other: Claim, _ steps: StepBounds) -> Bool {
    for mine in [self, reversed] {
      for theirs in [other, other.reversed] where mine.left == theirs.left {
        let between = steps.order(mine.right, theirs.right)
        if !between.isEmpty, !mine.order.allows(theirs.order, between) { return true }
      }
    }
    return false
  }
}

extension StepBounds.Order {
  /// Whether one value can lie so to a first and so to a second one that lie so to each other.
  ///
  /// - Parameters:
  ///   - other: How the value lies to the second.
  ///   - between: How the first lies to the second.
  /// - Returns: Whether three such values exist.
  fileprivate func allows(_ other: StepBounds.Order, _ between: StepBounds.Order) -> Bool {
    if between.contains(.equal), !isDisjoint(with: other) { return true }
    // Below the first of two that rise is below the second; above the second is above the first.
    if between.contains(.less), contains(.greater) || other.contains(.less) { return true }
    return between.contains(.greater) && (contains(.less) || other.contains(.greater))
  }
}

extension ValueBounds {
  /// The bounds as the end of a sentence.
  fileprivate var words: String {
    if lower == .leastNonzeroMagnitude { return "above 0" }
    let (low, high) = (ColumnProgram(constant: lower).text, ColumnProgram(constant: upper).text)
    if lower == -.infinity { return "at most \(high)" }
    return upper == .infinity ? "at least \(low)" : "between \(low) and \(high)"
  }
}
