/// The rows that pass conditions one after the other.
public struct PassedRows: Sendable {
  /// The rows that pass all conditions, ascending.
  public let rows: [Int]
  /// Rows left after each condition, in order.
  public let countAfter: [Int]
}

extension Table {
  /// The rows for which every condition is true; undefined is not.
  ///
  /// - Parameters:
  ///   - conditions: Programs over the columns of the table.
  ///   - workers: How many parts are looked at at the same time.
  /// - Returns: The rows, ascending.
  /// - Throws: `ColumnProgramError` for a missing input or an impossible length.
  /// - Complexity: O(rows · steps) on all cores.
  public func rows(
    passing conditions: [ColumnProgram], workers: Int = Cores.count
  ) throws(ColumnProgramError) -> PassedRows {
    let (inputs, programs) = try prepared(conditions)
    let parts = Cores.parts(of: rowCount, length: 16 * BlockProgram.length)
    let passed = Cores.map(parts.count, workers: workers) { part in
      Self.passed(parts[part], of: inputs, programs)
    }
    return PassedRows(
      rows: Array(passed.map(\.rows).joined()),
      countAfter: programs.indices.map { index in passed.reduce(0) { $0 + $1.countAfter[index] } })
  }

  /// The conditions, ready to run over blocks; what reads several rows becomes a column first.
  private func prepared(
    _ conditions: [ColumnProgram]
  ) throws(ColumnProgramError) -> (inputs: [ColumnValue], programs: [BlockProgram]) {
    var columns = columns
    var programs: [BlockProgram] = []
    for condition in conditions {
      if let program = try BlockProgram(condition, names: names) {
        programs.append(program)
        continue
      }
      let name = "condition \(programs.count + 1)"
      columns.append(Column(name, values: try condition.values(over: self)))
      let input = ColumnProgram(input: name)
      if let program = try BlockProgram(input, names: columns.map(\.name)) {
        programs.append(program)
      }
    }
    return (columns.map { .column($0.values) }, programs)
  }

  /// The rows of a part that pass; each condition strikes out what the ones before have left.
  private static func passed(
    _ part: Range<Int>, of inputs: [ColumnValue], _ programs: [BlockProgram]
  ) -> PassedRows {
    var counts = [Int](repeating: 0, count: programs.count)
    // Whether each row is left, as 0 or 1, so that nothing has to be guessed.
    var left = [UInt8](repeating: 1, count: part.count)
    for (index, program) in programs.enumerated() {
      left.withUnsafeMutableBufferPointer { left in
        program.forEachBlock(of: part, in: inputs) { rows, results in
          let offset = rows.lowerBound - part.lowerBound
          for place in 0..<rows.count { left[offset + place] &= results[place] == 1 ? 1 : 0 }
        }
        counts[index] = left.reduce(0) { $0 + Int($1) }
      }
    }
    let rows = [Int](unsafeUninitializedCapacity: part.count) { rows, filled in
      for place in 0..<part.count {
        rows[filled] = part.lowerBound + place
        filled += Int(left[place])
      }
    }
    return PassedRows(rows: rows, countAfter: counts)
  }
}
