import Foundation
import GRDB
import PlateauColumns

/// Reads a table or view of a SQLite database as comma separated text.
///
/// The names of the columns become the header. Whole numbers and texts are written as they are,
/// other numbers with the fewest digits that give the same number back, and a null as an empty cell.
/// The database is opened so that nothing is written, neither into it nor beside it, except where
/// another program keeps a write-ahead log open, which SQLite then shares.
public enum PriceTable {
  /// The most bytes of text that a table may have.
  static let byteLimit = 2 << 30

  /// The rows of a table or view, in the order in which the database gives them.
  ///
  /// - Parameters:
  ///   - path: The database file.
  ///   - table: The name of a table or view; its case does not count where only one has the name.
  /// - Returns: The names of the columns and the rows, in UTF-8.
  /// - Throws: `TableError` where the file, the table or a cell cannot be read.
  /// - Complexity: O(rows · columns).
  public static func delimited(path: String, table: String) throws(TableError) -> [UInt8] {
    try delimited(path: path, table: table, limit: byteLimit)
  }

  static func delimited(
    path: String, table: String, limit: Int
  ) throws(TableError) -> [UInt8] {
    let queue = try DatabaseFile.open(path)
    do {
      return try queue.read { database in
        let name = try found(table, in: database)
        return try text(of: name, in: database, limit: limit)
      }
    } catch {
      throw TableError(error)
    }
  }

  /// The name of a table as the database has it.
  private static func found(_ table: String, in database: Database) throws -> String {
    let names = try String.fetchAll(
      database,
      sql: """
        SELECT name FROM sqlite_master
        WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name
        """)
    guard !names.isEmpty else { throw TableError.noTables }
    if names.contains(table) { return table }
    let alike = names.filter { $0.lowercased() == table.lowercased() }
    guard alike.count == 1 else { throw TableError.noTable(table, tables: names) }
    return alike[0]
  }

  private static func text(
    of table: String, in database: Database, limit: Int
  ) throws -> [UInt8] {
    let quoted = "\"" + table.replacingOccurrences(of: "\"", with: "\"\"") + "\""
    let statement = try database.makeStatement(sql: "SELECT * FROM \(quoted)")
    let columns = statement.columnNames
    let rows = try Row.fetchCursor(statement)
    var output: [UInt8] = []
    for (position, column) in columns.enumerated() {
      if position > 0 { output.append(UInt8(ascii: ",")) }
      DelimitedCell.append(Array(column.utf8), to: &output)
    }
    output.append(UInt8(ascii: "\n"))
    var count = 0
    while let row = try rows.next() {
      count += 1
      for position in columns.indices {
        if position > 0 { output.append(UInt8(ascii: ",")) }
        guard append(row[position] as DatabaseValue, to: &output) else {
          throw TableError.bytes(column: columns[position], row: count)
        }
      }
      output.append(UInt8(ascii: "\n"))
      guard output.count <= limit else { throw TableError.tooLarge(limit: limit) }
    }
    guard count > 0 else { throw TableError.empty(table) }
    return output
  }

  /// Appends a value as a cell; false where it is neither a number nor a text.
  private static func append(_ value: DatabaseValue, to output: inout [UInt8]) -> Bool {
    switch value.storage {
    case .null: break
    case .int64(let number): output.append(contentsOf: number.description.utf8)
    case .double(let number): output.append(contentsOf: number.description.utf8)
    case .string(let text): DelimitedCell.append(Array(text.utf8), to: &output)
    case .blob: return false
    }
    return true
  }
}
