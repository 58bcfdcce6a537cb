public import PlateauColumns

/// A table of columns as comma-separated rows: what `export csv` writes.
///
/// RFC 4180 with line feeds; shortest exact decimals; words of label columns as they are; undefined
/// is an empty field. The same table gives the same bytes.
public enum ResultCSV {
  /// Rows whose text is made at once.
  private static let partLength = 1024

  /// The whole file as text.
  ///
  /// - Parameter table: The columns in the order in which they are to stand.
  /// - Returns: A heading row and one row a table row; nothing for a table without columns.
  public static func render(_ table: Table) -> String {
    var text = ""
    write(table) { text += $0 }
    return text
  }

  /// Writes the file in pieces of whole rows, so that a large one is never held as a whole.
  ///
  /// - Parameters:
  ///   - table: The columns in the order in which they are to stand.
  ///   - rows: The rows to write, in order; all unless given.
  ///   - piece: Takes the next piece; what it throws ends the writing.
  /// - Throws: What `piece` throws.
  /// - Complexity: O(cells), some hundred nanoseconds a cell, on all cores.
  public static func write<Failure: Error>(
    _ table: Table, rows: [Int]? = nil, piece: (String) throws(Failure) -> Void
  ) throws(Failure) {
    guard !table.columns.isEmpty else { return }
    try piece(CSVText.row(table.names))
    let count = rows?.count ?? table.rowCount
    let groupLength = partLength * Cores.count * 4
    for group in stride(from: 0, to: count, by: groupLength) {
      let end = min(group + groupLength, count)
      let parts = (end - group + partLength - 1) / partLength
      let texts = Cores.map(parts) { part in
        let start = group + part * partLength
        return text(of: table, rows, places: start..<min(start + partLength, end))
      }
      for text in texts { try piece(text) }
    }
  }

  private static func text(of table: Table, _ rows: [Int]?, places: Range<Int>) -> String {
    let columns = table.columns.map(FieldColumn.init)
    var text = ""
    for place in places {
      let row = rows?[place] ?? place
      if columns.count == 1 {
        text += CSVText.row([columns[0].field(at: row)])
        continue
      }
      for (index, column) in columns.enumerated() {
        if index > 0 { text += "," }
        let field = column.field(at: row)
        text += column.column.kind == .text ? CSVText.quoted(field) : field
      }
      text += "\n"
    }
    return text
  }
}

/// A column that knows the text of its fields.
private struct FieldColumn {
  let column: Column

  func field(at row: Int) -> String {
    switch column.kind {
    case .text: column.label(at: row) ?? ""
    default: Cell.number(column.values[row], column.kind).exactText ?? ""
    }
  }
}
