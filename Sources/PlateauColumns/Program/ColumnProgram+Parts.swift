extension ColumnProgram {
  /// The expressions in it that are columns of their own: the calls of functions that read several
  /// rows or other bars, in order of first use, what is inside another one before it.
  public var calls: [ColumnProgram] {
    instructions.indices.filter { instructions[$0].isKept }.map { slice(at: $0) }
  }

  /// The comparisons, crossings and other conditions that the program joins with `and`, `or` and
  /// `not`, in order of first use; none where it is no condition.
  ///
  /// - Complexity: O(steps²).
  public var conditions: [ColumnProgram] {
    guard !instructions.isEmpty else { return [] }
    let isCondition = self.isCondition
    var isJoined = [Bool](repeating: false, count: instructions.count)
    var isLeaf = isJoined
    isJoined[result] = isCondition[result]
    for step in instructions.indices.reversed() where isJoined[step] {
      switch instructions[step] {
      case .unary(.not, let operand): isJoined[operand] = true
      case .binary(.and, let left, let right), .binary(.or, let left, let right):
        (isJoined[left], isJoined[right]) = (true, true)
      default: isLeaf[step] = isCondition[step]
      }
    }
    return instructions.indices.filter { isLeaf[$0] }.map { slice(at: $0) }
  }

  /// Which steps are true, false or undefined on every row.
  private var isCondition: [Bool] {
    var answers: [Bool] = []
    for instruction in instructions {
      let answer =
        switch instruction {
        case .crossesAbove, .crossesBelow: true
        case .unary(let operation, _): operation != .negate
        case .binary(let operation, _, _):
          switch operation {
          case .add, .subtract, .multiply, .divide, .power: false
          default: true
          }
        case .lag(let series, _): answers[series]
        case .completed(_, let program): program.isCondition.last ?? false
        case .call(let name, let arguments):
          switch ColumnFunction.named(name)?.result {
          case .always(.condition): true
          case .sameAsFirst: arguments.first.map { answers[$0] } ?? false
          case .sameAs(let place) where arguments.indices.contains(place):
            answers[arguments[place]]
          default: false
          }
        default: false
        }
      answers.append(answer)
    }
    return answers
  }

  /// The program in which every step on numbers alone is carried out.
  ///
  /// Two programs that compute the same column from different arithmetic on numbers become equal.
  public var folded: ColumnProgram {
    guard !instructions.isEmpty else { return self }
    var folded = ColumnProgram()
    var places: [Register] = []
    for instruction in instructions {
      var moved = instruction.withOperands(instruction.operands.map { places[$0] })
      if case .completed(let period, let program) = moved {
        moved = .completed(period, program.folded)
      }
      let number = folded.number(of: moved).flatMap { $0.isNaN ? nil : $0 }
      places.append(folded.append(number.map { .constant($0) } ?? moved))
    }
    return folded.slice(at: places[places.count - 1])
  }

  /// The number that a step is, where its operands are numbers.
  private func number(of instruction: Instruction) -> Double? {
    let numbers = instruction.operands.compactMap { operand -> Double? in
      if case .constant(let value) = instructions[operand] { value } else { nil }
    }
    guard numbers.count == instruction.operands.count, !numbers.isEmpty else { return nil }
    switch instruction {
    case .unary(let operation, _): return operation(numbers[0])
    case .binary(let operation, _, _): return operation(numbers[0], numbers[1])
    case .call(let name, _):
      switch ColumnFunction.named(name)?.rowFunction {
      case .one(let body)? where numbers.count == 1: return body(numbers[0])
      case .two(let body)? where numbers.count == 2: return body(numbers[0], numbers[1])
      case .three(let body)? where numbers.count == 3:
        return body(numbers[0], numbers[1], numbers[2])
      default: return nil
      }
    default: return nil
    }
  }
}

extension ColumnProgram.Instruction {
  /// Whether its column is computed once and kept for all candidates.
  fileprivate var isKept: Bool {
    switch self {
    case .call(let name, _): ColumnFunction.named(name)?.readsSeveralRows ?? false
    case .completed: true
    default: false
    }
  }
}
