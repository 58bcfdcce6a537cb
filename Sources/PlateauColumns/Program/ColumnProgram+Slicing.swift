extension ColumnProgram {
  /// The program whose result is that of a step, made of the steps it needs and no others.
  ///
  /// Unlike `ending(at:)` it reads nothing that the step does not.
  ///
  /// - Complexity: O(steps).
  public func slice(at register: Register) -> ColumnProgram {
    var isNeeded = [Bool](repeating: false, count: register + 1)
    isNeeded[register] = true
    for step in stride(from: register, through: 0, by: -1) where isNeeded[step] {
      for operand in instructions[step].operands { isNeeded[operand] = true }
    }
    var slice = ColumnProgram()
    var places = [Register](repeating: 0, count: register + 1)
    for step in 0...register where isNeeded[step] {
      let operands = instructions[step].operands.map { places[$0] }
      places[step] = slice.append(instructions[step].withOperands(operands))
    }
    return slice
  }
}
