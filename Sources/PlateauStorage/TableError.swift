import PlateauColumns

/// Why a table of a database could not be read: facts first, the sentence from `description`.
public enum TableError: Error, Hashable, Sendable {
  /// There is no such file.
  case noFile
  /// The path leads to a folder, a pipe or a device.
  case notAFile
  /// The file is no SQLite database, or its pages are damaged.
  case notADatabase(reason: String)
  /// The database has tables or views, but none of this name.
  case noTable(String, tables: [String])
  /// The database has neither tables nor views.
  case noTables
  /// Another program writes to the database.
  case locked
  /// The table has no rows.
  case empty(String)
  /// A cell holds bytes that are neither a number nor text; rows count from 1.
  case bytes(column: String, row: Int)
  /// The table has more text than one read takes.
  case tooLarge(limit: Int)
  /// The system or SQLite refused; its reason in words.
  case unreadable(reason: String)
}

extension TableError: CustomStringConvertible {
  /// What is wrong, without the path of the file.
  public var description: String {
    switch self {
    case .noFile: "there is no such file"
    case .notAFile: "it is a folder, a pipe or a device, not a database"
    case .notADatabase(let reason): "it is not a sound SQLite database: \(reason.drawable())"
    case .noTable(let name, let tables):
      "the database has no table \(Self.quoted(name)); it has "
        + tables.prefix(12).map(Self.quoted).joined(separator: ", ")
        + (tables.count > 12 ? ", and \(tables.count - 12) more" : "")
    case .noTables: "the database has no tables"
    case .locked: "another program is writing to the database; try again when it has finished"
    case .empty(let name): "the table \(Self.quoted(name)) has no rows"
    case .bytes(let column, let row):
      "column \(Self.quoted(column)), row \(row): the cell holds bytes, not a number or a text"
    case .tooLarge(let limit):
      "the table has more than \(limit) bytes of text; load a view of the rows that are needed"
    case .unreadable(let reason): "the database cannot be read: \(reason.drawable())"
    }
  }

  /// The names of tables that may have been meant, best first.
  public var suggestions: [String] {
    guard case .noTable(let name, let tables) = self else { return [] }
    let nearest = nearestNames(to: name, among: tables)
    return nearest.isEmpty && tables.count == 1 ? tables : nearest
  }

  private static func quoted(_ name: String) -> String {
    "'\(name.drawable().cut(toDisplayWidth: 60, mark: "…"))'"
  }
}
