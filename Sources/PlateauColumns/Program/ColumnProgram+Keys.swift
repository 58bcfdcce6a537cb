/// How columns are found again in a store.
extension ColumnProgram {
  /// The key of a step's column, equal for every program over the same inputs that computes it.
  ///
  /// - Parameters:
  ///   - instruction: The step; its operands are among the registers.
  ///   - registers: The values so far.
  ///   - environment: What the program reads.
  ///   - store: Where columns are kept.
  /// - Returns: A key in which all numbers are put in.
  /// - Complexity: O(steps).
  func key(
    of instruction: Instruction, _ registers: [ColumnValue], in environment: ColumnEnvironment,
    _ store: ColumnStore
  ) -> ColumnStore.Key {
    let operands = instruction.operands.map { number(of: $0, registers, in: environment, store) }
    return key(of: instruction, operands, in: environment)
  }

  /// The number that a register's value has in a store.
  ///
  /// - Complexity: O(steps): a step that is used twice is numbered once.
  func number(
    of register: Register, _ registers: [ColumnValue], in environment: ColumnEnvironment,
    _ store: ColumnStore
  ) -> Int {
    var isNeeded = [Bool](repeating: false, count: register + 1)
    isNeeded[register] = true
    for step in stride(from: register, through: 0, by: -1) where isNeeded[step] {
      if case .scalar = registers[step] { continue }
      for operand in instructions[step].operands { isNeeded[operand] = true }
    }
    var numbers = [Int](repeating: 0, count: register + 1)
    for step in 0...register where isNeeded[step] {
      if case .scalar(let value) = registers[step] {
        numbers[step] = store.number(of: .constant(value.bitPattern))
      } else {
        let operands = instructions[step].operands.map { numbers[$0] }
        numbers[step] = store.number(
          of: key(of: instructions[step], operands, in: environment))
      }
    }
    return numbers[register]
  }

  private func key(
    of instruction: Instruction, _ operands: [Int], in environment: ColumnEnvironment
  ) -> ColumnStore.Key {
    switch instruction {
    case .constant(let value): .constant(value.bitPattern)
    case .input(let name): .input(name)
    case .call(let name, _): .step(.call(name, []), operands)
    case .completed(let period, let program):
      .completed(period, program.binding(environment.numbers(among: program.inputs)))
    default: .step(instruction.withOperands(operands.map { _ in 0 }), operands)
    }
  }
}
