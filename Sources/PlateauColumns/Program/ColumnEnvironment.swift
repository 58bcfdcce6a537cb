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
  /// The inputs by name; where rows are bars there are also those of `DerivedSeries`.
  public var inputs: [String: ColumnValue]
  /// The stamp of each row where rows are bars, in ascending order.
  public let times: [Timestamp]?
  /// Where columns that several programs need are kept, if anywhere.
  public let store: ColumnStore?

  /// Creates an environment.
  ///
  /// - Parameters:
  ///   - rowCount: Rows in every column.
  ///   - inputs: The inputs by name.
  ///   - times: A stamp a row in ascending order, where rows are bars.
  ///   - store: Where columns are kept; it serves environments with equal columns only.
  public init(
    rowCount: Int, inputs: [String: ColumnValue], times: [Timestamp]? = nil,
    store: ColumnStore? = nil
  ) {
    precondition(times?.count ?? rowCount == rowCount, "a stamp a row")
    self.rowCount = rowCount
    self.inputs = inputs
    self.times = times
    self.store = store
  }

  /// The environment in which every column of a table is an input.
  public init(_ table: Table) {
    var inputs: [String: ColumnValue] = [:]
    for column in table.columns { inputs[column.name] = .column(column.values) }
    self.init(rowCount: table.rowCount, inputs: inputs)
  }

  /// The value of an input.
  ///
  /// - Throws: `ColumnProgramError` where nothing has the name.
  func value(of name: String) throws(ColumnProgramError) -> ColumnValue {
    if let value = inputs[name] { return value }
    func compute() throws(ColumnProgramError) -> [Double] {
      guard let column = DerivedSeries(rawValue: name)?.column(in: self) else {
        throw .unknownInput(name)
      }
      return column
    }
    guard let store else { return .column(try compute()) }
    return .column(try store.column(.input(name), compute: compute))
  }

  /// The inputs of these names that are the same on every row.
  func numbers(among names: [String]) -> [String: Double] {
    var numbers: [String: Double] = [:]
    for name in names {
      if case .scalar(let number)? = inputs[name] { numbers[name] = number }
    }
    return numbers
  }

  /// The bars of each week or month, or `nil` where rows are no bars.
  func bars(of period: BarPeriod) -> PeriodBars? {
    guard let store else { return PeriodBars(self, by: period, store: nil) }
    return store.bars(of: period, from: self)
  }

  /// The environment as it was before the later rows came; nothing is kept of it.
  ///
  /// - Parameter rows: How many rows there were.
  /// - Returns: The first rows, without a store.
  /// - Complexity: O(rows · inputs).
  public func prefix(_ rows: Int) -> ColumnEnvironment {
    ColumnEnvironment(
      rowCount: rows,
      inputs: inputs.mapValues { value in
        if case .column(let values) = value { .column(Array(values.prefix(rows))) } else { value }
      }, times: times.map { Array($0.prefix(rows)) })
  }
}
