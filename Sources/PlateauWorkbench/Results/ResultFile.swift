import PlateauColumns
import PlateauReport
import PlateauSearch

/// The kept rows of a run as a file: every row, every column, every digit.
enum ResultFile {
  /// The columns `rank,candidate,score,<parameters…>,<metrics…>,status,error` (DESIGN part 6).
  static func table(_ view: RunView) -> TableBlock {
    let columns = view.result.table.columns
    return TableBlock(
      [.init("rank", .length), .init("candidate", .length), .init("score", .number)]
        + columns.map { .init($0.name, $0.kind) } + [.init("status"), .init("error")],
      rows: view.rows.enumerated().map { index, row in
        var cells: [Cell] = [
          .number(Double(index + 1), .length), .number(Double(row), .length),
          view.scores[row].isNaN ? .undefined : .number(view.scores[row], .number),
        ]
        cells += columns.map { CellText.cell($0, row: row) }
        cells += [
          .text(view.status(of: row)), view.failure(of: row).map { .text($0) } ?? .undefined,
        ]
        return cells
      })
  }

  /// The rows as CSV (RFC 4180), numbers as their shortest exact decimals.
  static func csv(_ view: RunView) -> String {
    OutputMode.csv.renderer().render(Document([.table(table(view))]))
  }

  /// The rows as a JSON array of objects.
  static func json(_ view: RunView) -> String {
    OutputMode.json.renderer().render(Document([.table(table(view))]))
  }
}
