/// Draws documents for reading: aligned columns that fit the line.
public struct TextRenderer: Renderer {
  /// What the place of reading can show.
  public let style: RenderStyle

  /// Creates a renderer for a place of reading.
  public init(_ style: RenderStyle = RenderStyle()) {
    self.style = style
  }

  /// Draws every block; an empty line sets tables and lists apart from what precedes.
  public func render(_ document: Document) -> String {
    var text = ""
    var previous: Document.Block?
    for block in document.blocks {
      let lines = lines(of: block)
      guard !lines.isEmpty else { continue }
      if let previous, !(previous.isProse && block.isProse) { text += "\n" }
      for line in lines { text += line + "\n" }
      previous = block
    }
    return text
  }

  private func lines(of block: Document.Block) -> [String] {
    switch block {
    case .message(let text):
      text.drawableLines(unicode: style.unicode).flatMap { $0.wrapped(to: style.width) }
    case .verbatim(let text): text.verbatimLines(unicode: style.unicode)
    case .fields(let list): lines(of: list)
    case .table(let table): lines(of: table)
    }
  }

  private func lines(of list: FieldList) -> [String] {
    var columns = [
      TextColumn(cells: list.fields.map(\.name)),
      TextColumn(cells: list.fields.map { $0.value.text(style.numbers, digits: $0.digits) }),
    ]
    if list.fields.contains(where: { $0.note != nil }) {
      columns.append(TextColumn(cells: list.fields.map { $0.note ?? "" }))
    }
    return title(list.title) + TextGrid(columns: columns, hasHeadings: false).lines(style)
  }

  private func lines(of table: TableBlock) -> [String] {
    let excerpt = TableExcerpt(table, maximumRows: style.maximumRows)
    let columns = table.columnNames.indices.map { column in
      TextColumn(
        table.headings[column], name: table.columnNames[column],
        cells: excerpt.rows.map { table.cell(row: $0, column: column) }, numbers: style.numbers)
    }
    let grid = TextGrid(columns: columns, gapRow: excerpt.gapRow)
    var notes = [excerpt.note].compactMap(\.self)
    let hidden = grid.hiddenNames(width: style.width)
    if !hidden.isEmpty {
      let remedy = table.columnsAreChosen ? "'set columns' chooses" : "'set mode line' shows all"
      notes.append("not shown: \(hidden.joined(separator: ", ")) (\(remedy))")
    }
    notes += table.notes
    return title(table.title) + grid.lines(style)
      + notes.flatMap { note in
        note.drawableLines(unicode: style.unicode).flatMap { $0.wrapped(to: style.width) }
      }.map(style.faint)
  }

  private func title(_ text: String?) -> [String] {
    guard let text else { return [] }
    return text.drawableLines(unicode: style.unicode).flatMap { $0.wrapped(to: style.width) }
      .map(style.strong)
  }
}

extension Document.Block {
  fileprivate var isProse: Bool {
    if case .message = self { return true }
    return false
  }
}

extension String {
  /// The lines of a text whose spaces matter; a line break at its end opens no further line.
  fileprivate func verbatimLines(unicode: Bool) -> [String] {
    let lines = replacing("\t", with: "    ").drawableLines(unicode: unicode)
    return lines.last == "" ? lines.dropLast() : lines
  }
}
