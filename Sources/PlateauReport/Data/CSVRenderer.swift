/// Draws the tables and fields of a document as comma-separated rows with exact numbers.
///
/// Prose is left out. Fields become rows of `name,value`; an empty line parts two blocks. All
/// columns and all rows of a block are written.
public struct CSVRenderer: Renderer {
  /// Creates the renderer.
  public init() {}

  /// Draws tables and fields; undefined is an empty field.
  public func render(_ document: Document) -> String {
    document.blocks.compactMap(Self.text).joined(separator: "\n")
  }

  private static func text(of block: Document.Block) -> String? {
    switch block {
    case .message, .verbatim: return nil
    case .fields(let list):
      return list.fields.reduce(into: CSVText.row(["name", "value"])) { text, field in
        text += CSVText.row([field.name, field.value.exactText ?? ""])
      }
    case .table(let table):
      guard !table.headings.isEmpty else { return nil }
      let columns = table.headings.indices
      return table.rows.indices.reduce(into: CSVText.row(table.columnNames)) { text, row in
        text += CSVText.row(columns.map { table.cell(row: row, column: $0).exactText ?? "" })
      }
    }
  }
}
