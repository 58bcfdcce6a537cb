/// Columns of text drawn side by side.
struct TextGrid: Hashable, Sendable {
  /// The columns in order.
  var columns: [TextColumn]
  /// The row before which left-out rows are marked, or `nil`.
  var gapRow: Int?
  /// Whether names and a rule stand above the rows; without them every column is kept.
  var hasHeadings = true

  /// Names of the columns that a line of `width` has no room for.
  func hiddenNames(width: Int) -> [String] {
    columns.dropFirst(widths(for: width).count).map(\.name)
  }

  /// The lines of the grid, within the width and with the marks of a style.
  func lines(_ style: RenderStyle) -> [String] {
    let widths = widths(for: style.width)
    var lines: [String] = []
    if hasHeadings {
      lines += row(columns.map(\.heading), widths, style).map(style.strong)
      let rule = widths.map { String(repeating: style.unicode ? "─" : "-", count: $0) }
      lines.append(style.faint(rule.joined(separator: Self.gap)))
    }
    for index in 0..<(columns.first?.cells.count ?? 0) {
      if index == gapRow {
        let mark = style.unicode ? "⋮" : ":"
        lines += row(columns.map { _ in mark }, widths, style)
      }
      lines += row(columns.map { $0.cells[index] }, widths, style)
    }
    return lines
  }

  private func widths(for lineWidth: Int) -> [Int] {
    TableLayout(columns, lineWidth: lineWidth, keepsAll: !hasHeadings).widths
  }

  private static let gap = String(repeating: " ", count: TableLayout.gap)

  /// One row; several lines where a cell is wrapped or has line breaks of its own.
  private func row(_ cells: [String], _ widths: [Int], _ style: RenderStyle) -> [String] {
    let pieces = zip(cells, widths).map { cell, width in
      cell.drawableLines(unicode: style.unicode).flatMap { $0.wrapped(to: width) }
    }
    let height = pieces.map(\.count).max() ?? 0
    return (0..<height).map { line in
      let parts = pieces.indices.map { column in
        let text = line < pieces[column].count ? pieces[column][line] : ""
        return text.padded(to: widths[column], on: columns[column].alignment)
      }
      return parts.joined(separator: Self.gap).droppingTrailingSpaces
    }
  }
}

extension String {
  /// The text without spaces at its end.
  fileprivate var droppingTrailingSpaces: String {
    var text = self[...]
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
