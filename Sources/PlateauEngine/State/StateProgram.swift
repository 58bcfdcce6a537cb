import PlateauColumns

/// An expression that reads account state, split into what prices decide beforehand and what is
/// left to do at every close.
///
/// Everything that does not depend on the account is a column program, computed once for all bars
/// and shared by candidates; what remains are steps on single numbers.
struct StateProgram: Sendable {
  /// What a step reads.
  enum Operand: Hashable, Sendable {
    /// A column or number that the account has no part in, by its place in `columns`.
    case column(Int)
    /// Something of the account.
    case state(AccountState)
    /// The result of an earlier step.
    case step(Int)
  }

  /// What is left to do at a close.
  enum Step: Sendable {
    case unary(UnaryOperation, Operand)
    case binary(BinaryOperation, Operand, Operand)
    case one(@Sendable (Double) -> Double, Operand)
    case two(@Sendable (Double, Double) -> Double, Operand, Operand)
    case three(@Sendable (Double, Double, Double) -> Double, Operand, Operand, Operand)
  }

  /// Expressions over prices and parameters alone.
  let columns: [ColumnProgram]
  /// The steps in order.
  let steps: [Step]
  /// The result.
  let result: Operand

  /// Splits a program; `nil` where account state goes into a look back, a crossing, a function
  /// of several bars or the bars of periods, which would need its past.
  init?(_ program: ColumnProgram) {
    var columns: [ColumnProgram] = []
    var steps: [Step] = []
    var places = [Operand?](repeating: nil, count: program.instructions.count)
    let isBound = Self.readsState(program)

    func operand(_ register: Int) -> Operand {
      if let place = places[register] { return place }
      let slice = program.slice(at: register)
      let index = columns.firstIndex(of: slice) ?? columns.count
      if index == columns.count { columns.append(slice) }
      places[register] = .column(index)
      return .column(index)
    }

    for (register, instruction) in program.instructions.enumerated() where isBound[register] {
      let operands = instruction.operands.map(operand)
      switch instruction {
      case .input(let name):
        places[register] = AccountState(rawValue: name).map { .state($0) }
        continue
      case .unary(let operation, _): steps.append(.unary(operation, operands[0]))
      case .binary(let operation, _, _):
        steps.append(.binary(operation, operands[0], operands[1]))
      case .call(let name, _):
        switch ColumnFunction.named(name)?.rowFunction {
        case .one(let body): steps.append(.one(body, operands[0]))
        case .two(let body): steps.append(.two(body, operands[0], operands[1]))
        case .three(let body):
          steps.append(.three(body, operands[0], operands[1], operands[2]))
        case nil: return nil
        }
      default: return nil
      }
      places[register] = .step(steps.count - 1)
    }
    let result = operand(program.result)
    self.columns = columns
    self.steps = steps
    self.result = result
  }

  /// Which registers depend on the account.
  private static func readsState(_ program: ColumnProgram) -> [Bool] {
    var isBound: [Bool] = []
    for instruction in program.instructions {
      isBound.append(
        instruction.inputs.contains { AccountState(rawValue: $0) != nil }
          || instruction.operands.contains { isBound[$0] })
    }
    return isBound
  }

  /// The value at a close.
  ///
  /// - Parameters:
  ///   - bar: The bar.
  ///   - columns: A value for each of `columns`.
  ///   - results: Scratch space that is reused from call to call.
  ///   - state: Something of the account.
  /// - Returns: The result; a condition is 1, 0 or `nan`.
  func value(
    at bar: Int, columns: [ColumnValue], results: inout [Double],
    state: (AccountState) -> Double
  ) -> Double {
    func read(_ operand: Operand, _ results: [Double]) -> Double {
      switch operand {
      case .column(let place): columns[place][bar]
      case .state(let wanted): state(wanted)
      case .step(let place): results[place]
      }
    }
    results.removeAll(keepingCapacity: true)
    for step in steps {
      let value =
        switch step {
        case .unary(let operation, let operand): operation(read(operand, results))
        case .binary(let operation, let left, let right):
          operation(read(left, results), read(right, results))
        case .one(let body, let operand): body(read(operand, results))
        case .two(let body, let left, let right): body(read(left, results), read(right, results))
        case .three(let body, let condition, let first, let second):
          body(read(condition, results), read(first, results), read(second, results))
        }
      results.append(value)
    }
    return read(result, results)
  }
}
