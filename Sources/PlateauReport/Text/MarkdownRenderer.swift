/// Draws documents as Markdown with tables, numbers as for reading.
///
/// All columns and rows of a block are drawn; a reader scrolls.
public struct MarkdownRenderer: Renderer {
  private let numbers: NumberStyle

  /// Creates a renderer that takes its marks from a style.
  public init(_ style: RenderStyle = RenderStyle()) {
    numbers = style.numbers
  }

  /// Draws every block as a paragraph, a fenced text or a table.
  public func render(_ document: Document) -> String {
    document.blocks.map(text).filter { !$0.isEmpty }.joined(separator: "\n")
  }

  private func text(of block: Document.Block) -> String {
    switch block {
    case .message(let text): text.isEmpty ? "" : Self.drawable(text) + "\n"
    case .verbatim(let text): Self.fenced(text)
    case .fields(let list): self.text(of: list)
    case .table(let table): self.text(of: table)
    }
  }

  private func text(of list: FieldList) -> String {
    let hasNotes = list.fields.contains { $0.note != nil }
    var columns = [
      TextColumn("name", cells: list.fields.map(\.name)),
      TextColumn("value", cells: list.fields.map { $0.value.text(numbers, digits: $0.digits) }),
    ]
    if hasNotes { columns.append(TextColumn("note", cells: list.fields.map { $0.note ?? "" })) }
    return Self.titled(list.title) + Self.table(columns)
  }

  private func text(of table: TableBlock) -> String {
    let names = table.columnNames
    let columns = names.indices.map { column in
      TextColumn(
        table.headings[column], name: names[column],
        cells: table.rows.indices.map { table.cell(row: $0, column: column) }, numbers: numbers)
    }
    let notes = [TableExcerpt(table, maximumRows: nil).note].compactMap(\.self) + table.notes
    return Self.titled(table.title) + Self.table(columns)
      + notes.map { "\n\(Self.drawable($0))\n" }.joined()
  }

  private static func titled(_ title: String?) -> String {
    title.map { "**\(cell($0))**\n\n" } ?? ""
  }

  private static func table(_ columns: [TextColumn]) -> String {
    guard let first = columns.first else { return "" }
    var text = row(columns.map(\.heading))
    text += "|" + columns.map { $0.alignment == .left ? " --- |" : " ---: |" }.joined() + "\n"
    for index in first.cells.indices { text += row(columns.map { $0.cells[index] }) }
    return text
  }

  private static func row(_ cells: [String]) -> String {
    "| " + cells.map(cell).joined(separator: " | ") + " |\n"
  }

  /// The text on one line, with the bars that would end a cell made harmless.
  private static func cell(_ text: String) -> String {
    text.drawableLines(unicode: true).joined(separator: "<br>")
      .replacing("\\", with: "\\\\").replacing("|", with: "\\|")
  }

  private static func drawable(_ text: String) -> String {
    text.drawableLines(unicode: true).joined(separator: "\n")
  }

  /// The text between fences longer than any run of backticks in it.
  private static func fenced(_ text: String) -> String {
    var (longest, run) = (2, 0)
    for character in text {
      run = character == "`" ? run + 1 : 0
      longest = max(longest, run)
    }
    let fence = String(repeating: "`", count: longest + 1)
    return fence + "\n" + drawable(text) + (text.hasSuffix("\n") ? "" : "\n") + fence + "\n"
  }
}
