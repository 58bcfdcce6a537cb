extension ColumnProgram {
  /// The program's value for every row of a table, whose columns are the inputs.
  ///
  /// - Parameters:
  ///   - table: The rows.
  ///   - workers: How many parts are computed at the same time.
  /// - Returns: A number a row, those of `evaluate`.
  /// - Throws: `ColumnProgramError` for a missing input or an impossible length.
  /// - Complexity: O(rows · steps) on all cores; O(1) where the program is one column.
  public func values(
    over table: Table, workers: Int = Cores.count
  ) throws(ColumnProgramError) -> [Double] {
    if instructions.count == 1, let name = inputs.first, let column = table[name] {
      return column.values
    }
    guard let program = try BlockProgram(self, names: table.names) else {
      return try evaluate(in: ColumnEnvironment(table)).column(rowCount: table.rowCount)
    }
    let inputs = table.columns.map { ColumnValue.column($0.values) }
    return [Double](unsafeUninitializedCapacity: table.rowCount) { values, count in
      guard let base = values.baseAddress else { return }
      // Each part writes its own rows.
      nonisolated(unsafe) let start = base
      let parts = Cores.parts(of: table.rowCount, length: 16 * BlockProgram.length)
      _ = Cores.map(parts.count, workers: workers) { part in
        program.forEachBlock(of: parts[part], in: inputs) { rows, results in
          (start + rows.lowerBound).initialize(
            from: results.baseAddress ?? UnsafePointer(start), count: rows.count)
        }
      }
      count = table.rowCount
    }
  }
}
