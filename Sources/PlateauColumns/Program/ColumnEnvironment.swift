/// A value while a program runs: one number for all rows, or a number a row.
public enum ColumnValue: Sendable {
  case scalar(Double)
  case column([Double])

  /// The value of a row.
  public subscript(row: Int) -> Double {
    switch self {
    case .scalar(let value): value
    case .column(let values): values[row]
    }
  }

  /// The value as a column of `rowCount` rows.
  public func column(rowCount: Int) -> [Double] {
    switch self {
    case .scalar(let value): [Double](repeating: value, count: rowCount)
    case .column(let values): values
    }
  }
}

/// What a program reads: the rows, and a value for each input name.
public struct ColumnEnvironment: Sendable {
  /// Rows in every column.
  public let rowCount: Int
  /// The inputs by name.
  public var inputs: [String: ColumnValue]
  /// Where columns that several programs need are kept, if anywhere.
  public let store: ColumnStore?

  /// Creates an environment.
  public init(rowCount: Int, inputs: [String: ColumnValue], store: ColumnStore? = nil) {
    self.rowCount = rowCount
    self.inputs = inputs
    self.store = store
  }

  /// The environment in which every column of a table is an input.
  public init(_ table: Table) {
    rowCount = table.rowCount
    inputs = [:]
    for column in table.columns { inputs[column.name] = .column(column.values) }
    store = nil
  }
}
