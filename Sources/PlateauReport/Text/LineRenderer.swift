import PlateauColumns

/// Draws one value a line, for rows too wide to read across.
///
/// Names meet their values at ` = `; an empty line parts two rows. Numbers carry their units.
public struct LineRenderer: Renderer {
  private let style: RenderStyle

  /// Creates a renderer that takes its marks from a style.
  public init(_ style: RenderStyle = RenderStyle()) {
    self.style = style
  }

  /// Draws every block; all rows of a table.
  public func render(_ document: Document) -> String {
    document.blocks.map(lines).filter { !$0.isEmpty }
      .map { $0.map { $0 + "\n" }.joined() }.joined(separator: "\n")
  }

  private func lines(of block: Document.Block) -> [String] {
    switch block {
    case .message(let text), .verbatim(let text):
      return text.drawableLines(unicode: style.unicode)
    case .fields(let list):
      return title(list.title)
        + pairs(
          list.fields.map(\.name),
          list.fields.map { $0.value.text(style.numbers, digits: $0.digits) })
    case .table(let table):
      let names = table.columnNames
      let rows = table.rows.indices.map { row in
        pairs(
          names,
          names.indices.map {
            table.cell(row: row, column: $0)
              .text(style.numbers, digits: table.headings[$0].digits)
          })
      }
      let notes = [TableExcerpt(table, maximumRows: nil).note].compactMap(\.self) + table.notes
      return title(table.title) + Array(rows.joined(separator: [""]))
        + (notes.isEmpty || rows.isEmpty ? notes : [""] + notes)
    }
  }

  private func title(_ text: String?) -> [String] {
    text.map { [style.strong(oneLine($0)), ""] } ?? []
  }

  private func oneLine(_ text: String) -> String {
    text.drawableLines(unicode: style.unicode).joined(separator: " ")
  }

  private func pairs(_ names: [String], _ values: [String]) -> [String] {
    let names = names.map(oneLine)
    let width = names.map(\.displayWidth).max() ?? 0
    return zip(names, values).flatMap { name, value in
      value.drawableLines(unicode: style.unicode).enumerated().map { index, line in
        index == 0
          ? name.padded(to: width, on: .right) + " = " + line
          : String(repeating: " ", count: width + 3) + line
      }
    }
  }
}
