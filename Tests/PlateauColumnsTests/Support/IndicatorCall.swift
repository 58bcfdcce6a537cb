import PlateauColumns

/// A call of one function on named columns and numbers, such as `macd(close, 12, 26, 9)`.
struct IndicatorCall: CustomStringConvertible {
  let description: String

  init(_ text: String) { description = text }

  /// Runs the call.
  ///
  /// - Parameter columns: The columns by name; all have as many rows.
  /// - Returns: A column of as many rows.
  /// - Throws: `ColumnProgramError` for what cannot be called so.
  func values(on columns: [String: [Double]]) throws -> [Double] {
    let parts = description.split { "(,) ".contains($0) }
    var program = ColumnProgram()
    let arguments = parts.dropFirst().map { part in
      program.append(Double(part).map { .constant($0) } ?? .input(String(part)))
    }
    program.append(.call(String(parts[0]), Array(arguments)))
    let rowCount = columns.first?.value.count ?? 0
    let environment = ColumnEnvironment(
      rowCount: rowCount, inputs: columns.mapValues { .column($0) })
    return try program.evaluate(in: environment).column(rowCount: rowCount)
  }
}

/// Runs a call on one column named `x`.
func call(_ text: String, _ x: [Double]) throws -> [Double] {
  try IndicatorCall(text).values(on: ["x": x])
}

/// Whether two columns agree row by row to a relative tolerance; undefined agrees with undefined.
func firstDifference(
  _ found: [Double], _ expected: [Double], within tolerance: Double = 1e-9, except: Set<Int> = []
) -> String? {
  guard found.count == expected.count else {
    return "\(found.count) rows, not \(expected.count)"
  }
  for (row, (value, wanted)) in zip(found, expected).enumerated() where !except.contains(row) {
    if value.isNaN && wanted.isNaN { continue }
    // Not a number makes the comparison false.
    guard abs(value - wanted) <= tolerance * abs(wanted) else {
      return "row \(row): \(value), not \(wanted)"
    }
  }
  return nil
}
