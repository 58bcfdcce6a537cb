public import PlateauColumns

/// A table of columns as comma-separated rows: what `export csv` writes.
///
/// RFC 4180 with line feeds; shortest exact decimals; words of label columns as they are; undefined
/// is an empty field. The same table gives the same bytes.
public enum ResultCSV {
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
  ///   - piece: Takes the next piece, about 64 kB; what it throws ends the writing.
  /// - Throws: What `piece` throws.
  /// - Complexity: O(cells), some hundred nanoseconds a cell.
  public static func write<Failure: Error>(
    _ table: Table, piece: (String) throws(Failure) -> Void
  ) throws(Failure) {
    guard !table.columns.isEmpty else { return }
    var text = CSVText.row(table.names)
    let columns = table.columns.map(FieldColumn.init)
    for row in 0..<table.rowCount {
      text += CSVText.row(columns.map { $0.field(at: row) })
      if text.utf8.count >= 1 << 16 {
        try piece(text)
        text = ""
      }
    }
    if !text.isEmpty { try piece(text) }
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
