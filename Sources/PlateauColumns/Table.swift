/// Columns of equal length: prices, candidates and results all travel as tables.
public struct Table: Hashable, Sendable {
  /// The columns in order.
  public private(set) var columns: [Column]
  /// Rows in every column.
  public private(set) var rowCount: Int

  /// Creates a table; every column must have the same number of rows.
  public init(_ columns: [Column] = []) {
    let rows = columns.first?.values.count ?? 0
    precondition(columns.allSatisfy { $0.values.count == rows }, "columns differ in length")
    self.columns = columns
    rowCount = rows
  }

  /// The names of the columns in order.
  public var names: [String] { columns.map(\.name) }

  /// The column of a name, compared exactly.
  public subscript(name: String) -> Column? {
    columns.first { $0.name == name }
  }

  /// Adds a column at the end; it must have as many rows as the table.
  public mutating func append(_ column: Column) {
    precondition(
      columns.isEmpty || column.values.count == rowCount, "columns differ in length")
    rowCount = column.values.count
    columns.append(column)
  }

  /// Adds the rows of a table with the same columns.
  public mutating func append(rowsOf other: Table) {
    guard !columns.isEmpty else {
      self = other
      return
    }
    precondition(names == other.names, "tables differ in columns")
    for index in columns.indices {
      columns[index].values.append(contentsOf: other.columns[index].values)
    }
    rowCount += other.rowCount
  }

  /// Makes room for so many rows, so that adding them copies none that are there.
  public mutating func reserveCapacity(_ rows: Int) {
    for index in columns.indices { columns[index].values.reserveCapacity(rows) }
  }

  /// The rows with the given indices, in that order.
  public func selecting(rows: [Int]) -> Table {
    var selected = Table(columns.map { column in column.with(rows.map { column.values[$0] }) })
    selected.rowCount = rows.count
    return selected
  }

  /// The given columns in the given order; unknown names are left out.
  public func selecting(columns names: [String]) -> Table {
    var selected = Table(names.compactMap { self[$0] })
    selected.rowCount = rowCount
    return selected
  }
}
