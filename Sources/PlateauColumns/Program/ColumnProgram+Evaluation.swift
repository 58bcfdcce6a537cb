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
  /// A function reads bars, and the environment has none.
  case needsBars(function: String)
}

extension ColumnProgramError: CustomStringConvertible {
  /// The fact as a sentence.
  public var description: String {
    switch self {
    case .unknownInput(let name): "nothing is named '\(name)' here"
    case .unknownFunction(let name): "no function '\(name)'"
    case .notALength(let function, let argument, let value):
      "\(argument) of \(function) was \(value), not a whole number of at least 1"
    case .needsBars(let function): "\(function) needs bars, and there are none here"
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
      return try environment.value(of: name)
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
    case .completed(let period, let program):
      return try Self.completed(period, program, in: environment)
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
    case .choose(let body):
      return choice(
        arguments.map { registers[$0] }, rowCount: environment.rowCount, body)
    case .periods: throw .unknownFunction(name)
    case .column, .sums, .columns:
      let numbers = try numbers(of: function, arguments, registers)
      let bars = try bars(of: function, in: environment)
      func series() -> [Double] {
        registers[arguments[0]].column(rowCount: environment.rowCount)
      }
      let store = environment.store
      func compute() -> [Double] {
        switch function.kernel {
        case .column(let body): body(series(), numbers)
        case .sums(let body):
          body(
            store.map {
              $0.sums(number(of: arguments[0], registers, in: environment, $0), of: series)
            } ?? PrefixSums(series()), numbers)
        case .columns(_, let body):
          body(
            FunctionInputs(
              rowCount: environment.rowCount,
              series: zip(function.arguments, arguments).filter { $0.0.kind.isColumn }.map {
                registers[$0.1].column(rowCount: environment.rowCount)
              }, numbers: numbers, bars: bars))
        case .map, .combine, .choose, .periods: []
        }
      }
      guard let store else { return .column(compute()) }
      let key = key(of: .call(name, arguments), registers, in: environment, store)
      return .column(try store.column(key, compute: compute))
    }
  }

  /// The columns of the bars that a function reads by itself.
  private func bars(
    of function: ColumnFunction, in environment: ColumnEnvironment
  ) throws(ColumnProgramError) -> [BarColumn: [Double]] {
    var bars: [BarColumn: [Double]] = [:]
    for bar in function.readBars {
      guard let value = environment.inputs[bar.rawValue] else {
        throw .needsBars(function: function.name)
      }
      bars[bar] = value.column(rowCount: environment.rowCount)
    }
    return bars
  }

  /// The lengths and numbers among the arguments of a call.
  private func numbers(
    of function: ColumnFunction, _ arguments: [Register], _ registers: [ColumnValue]
  ) throws(ColumnProgramError) -> [Double] {
    var numbers: [Double] = []
    for (argument, register) in zip(function.arguments, arguments)
    where !argument.kind.isColumn {
      let value = registers[register][0]
      if argument.kind == .length, Int(exactly: value).map({ $0 < 1 }) ?? true {
        throw .notALength(function: function.name, argument: argument.name, value: value)
      }
      numbers.append(value)
    }
    return numbers
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

/// One of two values on every row, as a condition has it; one number where all three are.
private func choice(
  _ values: [ColumnValue], rowCount: Int, _ body: (Double, Double, Double) -> Double
) -> ColumnValue {
  let (condition, first, second) = (values[0], values[1], values[2])
  if case (.scalar(let c), .scalar(let a), .scalar(let b)) = (condition, first, second) {
    return .scalar(body(c, a, b))
  }
  return .column((0..<rowCount).map { body(condition[$0], first[$0], second[$0]) })
}

extension ColumnFunction.ArgumentKind {
  /// Whether an argument of the kind has a value a row.
  fileprivate var isColumn: Bool { self == .series || self == .condition }
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
