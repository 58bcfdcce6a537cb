/// Why a program could not be run on given inputs.
public enum ColumnProgramError: Error, Hashable, Sendable {
  /// The environment has no such input.
  case unknownInput(String)
  /// No function has this name or takes this many arguments.
  case unknownFunction(String)
  /// An argument that counts rows was not a whole number of at least 1.
  case notALength(function: String, argument: String, value: Double)
  /// A look back was not a whole number of at least 0.
  case notALag(Double)
}

extension ColumnProgramError: CustomStringConvertible {
  /// The fact as a sentence.
  public var description: String {
    switch self {
    case .unknownInput(let name): "nothing is named '\(name)' here"
    case .unknownFunction(let name): "no function '\(name)'"
    case .notALength(let function, let argument, let value):
      "\(argument) of \(function) was \(value), not a whole number of at least 1"
    case .notALag(let value): "a look back was \(value), not a whole number of at least 0"
    }
  }
}

extension ColumnProgram {
  /// Runs the program over all rows.
  ///
  /// - Parameter environment: The rows and the inputs.
  /// - Returns: One number when no input is a column, else a number a row.
  /// - Throws: `ColumnProgramError` for a missing input or an impossible length.
  /// - Complexity: O(rows) for each instruction whose column is not already kept.
  public func evaluate(
    in environment: ColumnEnvironment
  ) throws(ColumnProgramError) -> ColumnValue {
    try registers(in: environment)[result]
  }

  /// Runs the program over all rows and returns the result of every instruction.
  ///
  /// An engine reads from them where a rule has all it needs: a condition can be decided while one
  /// of its sides is still undefined.
  ///
  /// - Parameter environment: The rows and the inputs.
  /// - Returns: A value for each instruction; the last is the program's.
  /// - Throws: `ColumnProgramError` for a missing input or an impossible length.
  public func registers(
    in environment: ColumnEnvironment
  ) throws(ColumnProgramError) -> [ColumnValue] {
    precondition(!instructions.isEmpty, "an empty program has no result")
    var registers: [ColumnValue] = []
    registers.reserveCapacity(instructions.count)
    for instruction in instructions {
      registers.append(try evaluate(instruction, registers, in: environment))
    }
    return registers
  }

  private func evaluate(
    _ instruction: Instruction, _ registers: [ColumnValue], in environment: ColumnEnvironment
  ) throws(ColumnProgramError) -> ColumnValue {
    switch instruction {
    case .constant(let value):
      return .scalar(value)
    case .input(let name):
      guard let value = environment.inputs[name] else { throw .unknownInput(name) }
      return value
    case .unary(let operation, let operand):
      return registers[operand].map { operation($0) }
    case .binary(let operation, let left, let right):
      return registers[left].combined(with: registers[right]) { operation($0, $1) }
    case .lag(let series, let rows):
      return try lag(registers[series], by: registers[rows][0])
    case .crossesAbove(let left, let right):
      return crossing(registers[left], registers[right], environment.rowCount) { $0 > $1 }
    case .crossesBelow(let left, let right):
      return crossing(registers[left], registers[right], environment.rowCount) { $0 < $1 }
    case .call(let name, let arguments):
      return try call(name, arguments, registers, in: environment)
    }
  }

  private func lag(
    _ value: ColumnValue, by rows: Double
  ) throws(ColumnProgramError) -> ColumnValue {
    guard let count = Int(exactly: rows), count >= 0 else { throw .notALag(rows) }
    guard case .column(let values) = value else { return value }
    let kept = Swift.max(0, values.count - count)
    let blank = [Double](repeating: .nan, count: values.count - kept)
    return .column(blank + values.prefix(kept))
  }

  private func call(
    _ name: String, _ arguments: [Register], _ registers: [ColumnValue],
    in environment: ColumnEnvironment
  ) throws(ColumnProgramError) -> ColumnValue {
    guard let function = ColumnFunction.named(name), function.arguments.count == arguments.count
    else { throw .unknownFunction(name) }
    switch function.kernel {
    case .map(let body): return registers[arguments[0]].map(body)
    case .combine(let body):
      return registers[arguments[0]].combined(with: registers[arguments[1]], body)
    case .column, .sums:
      let numbers = try numbers(of: function, arguments, registers)
      func series() -> [Double] {
        registers[arguments[0]].column(rowCount: environment.rowCount)
      }
      let store = environment.store
      func compute() -> [Double] {
        switch function.kernel {
        case .column(let body): body(series(), numbers)
        case .sums(let body):
          body(
            store?.sums(key(arguments[0], registers), of: series) ?? PrefixSums(series()), numbers)
        case .map, .combine: []
        }
      }
      guard let store else { return .column(compute()) }
      let instruction = Instruction.call(name, arguments)
      return .column(try store.column(key(of: instruction, registers), compute: compute))
    }
  }

  /// The lengths and numbers that follow the series in a call.
  private func numbers(
    of function: ColumnFunction, _ arguments: [Register], _ registers: [ColumnValue]
  ) throws(ColumnProgramError) -> [Double] {
    var numbers: [Double] = []
    for (argument, register) in zip(function.arguments, arguments).dropFirst() {
      let value = registers[register][0]
      if argument.kind == .length, Int(exactly: value).map({ $0 < 1 }) ?? true {
        throw .notALength(function: function.name, argument: argument.name, value: value)
      }
      numbers.append(value)
    }
    return numbers
  }

  /// The name of an instruction's column that holds for every program over the same inputs.
  private func key(of instruction: Instruction, _ registers: [ColumnValue]) -> ColumnStore.Key {
    func key(_ register: Register) -> ColumnStore.Key { self.key(register, registers) }
    switch instruction {
    case .constant(let value): return .constant(value.bitPattern)
    case .input(let name): return .input(name)
    case .unary(let operation, let operand):
      return .step(.unary(operation, 0), [key(operand)])
    case .binary(let operation, let left, let right):
      return .step(.binary(operation, 0, 0), [key(left), key(right)])
    case .lag(let series, let rows):
      return .step(.lag(series: 0, rows: 0), [key(series), key(rows)])
    case .crossesAbove(let left, let right):
      return .step(.crossesAbove(0, 0), [key(left), key(right)])
    case .crossesBelow(let left, let right):
      return .step(.crossesBelow(0, 0), [key(left), key(right)])
    case .call(let name, let arguments):
      return .step(.call(name, []), arguments.map(key))
    }
  }
}

extension ColumnProgram {
  /// The name of a register's value.
  private func key(_ register: Register, _ registers: [ColumnValue]) -> ColumnStore.Key {
    if case .scalar(let value) = registers[register] { return .constant(value.bitPattern) }
    return key(of: instructions[register], registers)
  }
}

/// True where `holds` on this row but not on the row before; undefined where either row is.
///
/// A touch counts: equality on the row before is "not yet" (DESIGN part 4).
private func crossing(
  _ left: ColumnValue, _ right: ColumnValue, _ rowCount: Int,
  _ holds: (Double, Double) -> Bool
) -> ColumnValue {
  var result = [Double](repeating: .nan, count: rowCount)
  for row in 1..<max(1, rowCount) {
    let (a0, b0, a1, b1) = (left[row - 1], right[row - 1], left[row], right[row])
    guard !a0.isNaN, !b0.isNaN, !a1.isNaN, !b1.isNaN else { continue }
    result[row] = !holds(a0, b0) && holds(a1, b1) ? 1 : 0
  }
  return .column(result)
}

extension ColumnValue {
  fileprivate func map(_ body: (Double) -> Double) -> ColumnValue {
    switch self {
    case .scalar(let value): .scalar(body(value))
    case .column(let values): .column(values.map(body))
    }
  }

  fileprivate func combined(
    with other: ColumnValue, _ body: (Double, Double) -> Double
  ) -> ColumnValue {
    switch (self, other) {
    case (.scalar(let a), .scalar(let b)): .scalar(body(a, b))
    case (.scalar(let a), .column(let b)): .column(b.map { body(a, $0) })
    case (.column(let a), .scalar(let b)): .column(a.map { body($0, b) })
    case (.column(let a), .column(let b)): .column(zip(a, b).map { body($0, $1) })
    }
  }
}
