extension ColumnProgram {
  /// The program in which some inputs are numbers.
  ///
  /// - Parameter numbers: Numbers by input name; inputs without one stay inputs.
  /// - Returns: A program that reads only the other inputs.
  public func binding(_ numbers: [String: Double]) -> ColumnProgram {
    var bound = ColumnProgram()
    var places: [Register] = []
    for instruction in instructions {
      let moved: Instruction =
        switch instruction {
        case .constant: instruction
        case .input(let name): numbers[name].map { .constant($0) } ?? instruction
        case .unary(let operation, let operand): .unary(operation, places[operand])
        case .binary(let operation, let left, let right):
          .binary(operation, places[left], places[right])
        case .lag(let series, let rows): .lag(series: places[series], rows: places[rows])
        case .crossesAbove(let left, let right): .crossesAbove(places[left], places[right])
        case .crossesBelow(let left, let right): .crossesBelow(places[left], places[right])
        case .call(let name, let arguments): .call(name, arguments.map { places[$0] })
        case .completed(let period, let program): .completed(period, program.binding(numbers))
        }
      places.append(bound.append(moved))
    }
    return bound
  }

  /// The program in which some inputs have other names.
  ///
  /// - Parameter names: New names by old ones; inputs without one keep theirs.
  /// - Returns: A program of the same steps.
  public func renamingInputs(_ names: [String: String]) -> ColumnProgram {
    var renamed = ColumnProgram()
    for instruction in instructions {
      switch instruction {
      case .input(let name): renamed.append(.input(names[name] ?? name))
      case .completed(let period, let program):
        renamed.append(.completed(period, program.renamingInputs(names)))
      default: renamed.append(instruction)
      }
    }
    return renamed
  }
}
