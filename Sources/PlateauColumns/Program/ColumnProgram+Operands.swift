extension ColumnProgram.Instruction {
  /// The inputs that the step reads by itself, not through another step.
  public var inputs: [String] {
    switch self {
    case .input(let name): [name]
    case .completed(_, let program): program.inputs
    default: []
    }
  }

  /// The registers the step reads, in order.
  public var operands: [ColumnProgram.Register] {
    switch self {
    case .constant, .input, .completed: []
    case .unary(_, let operand): [operand]
    case .binary(_, let left, let right): [left, right]
    case .lag(let series, let rows): [series, rows]
    case .crossesAbove(let left, let right), .crossesBelow(let left, let right): [left, right]
    case .call(_, let arguments): arguments
    }
  }

  /// The same step on other registers, of which there must be as many.
  public func withOperands(_ registers: [ColumnProgram.Register]) -> ColumnProgram.Instruction {
    precondition(registers.count == operands.count, "a step keeps its number of operands")
    return switch self {
    case .constant, .input, .completed: self
    case .unary(let operation, _): .unary(operation, registers[0])
    case .binary(let operation, _, _): .binary(operation, registers[0], registers[1])
    case .lag: .lag(series: registers[0], rows: registers[1])
    case .crossesAbove: .crossesAbove(registers[0], registers[1])
    case .crossesBelow: .crossesBelow(registers[0], registers[1])
    case .call(let name, _): .call(name, registers)
    }
  }
}
