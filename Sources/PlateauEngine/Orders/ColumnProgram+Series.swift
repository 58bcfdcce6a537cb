import PlateauColumns

extension ColumnProgram {
  /// The outermost series that the program reads.
  ///
  /// Series are price columns, functions of several bars, look backs and crossings; what stands
  /// inside one of these is part of it.
  ///
  /// - Parameter numbers: The inputs that are no series: parameters and the account's state.
  /// - Returns: Each series once, in order of first use.
  func outermostSeries(besides numbers: Set<String>) -> [ColumnProgram] {
    var found: [ColumnProgram] = []
    var isVisited = [Bool](repeating: false, count: instructions.count)
    var open = [result]
    while let register = open.popLast() {
      guard !isVisited[register] else { continue }
      isVisited[register] = true
      if instructions[register].isSeries(besides: numbers) {
        let series = slice(at: register)
        if !found.contains(series) { found.append(series) }
      } else {
        open += instructions[register].operands.reversed()
      }
    }
    return found
  }
}

extension ColumnProgram.Instruction {
  /// Whether the step makes a series of its own, by its name or by reading several bars.
  func isSeries(besides numbers: Set<String>) -> Bool {
    switch self {
    case .input(let name): !numbers.contains(name)
    case .lag, .crossesAbove, .crossesBelow, .completed: true
    case .call(let name, _): ColumnFunction.named(name)?.rowFunction == nil
    case .constant, .unary, .binary: false
    }
  }
}
