/// The first lines of a file, parted by the delimiter that makes most sense of them.
struct TextSample {
  /// The most rows that are looked at.
  static let rowLimit = 200

  let bytes: TextBytes
  let delimiter: Delimiter
  let rows: [SampleRow]
  /// The index of the first row with a date and a number, or `nil` where none has them.
  let firstBar: Int?

  /// Looks at a text.
  ///
  /// - Parameters:
  ///   - bytes: The text, or its beginning up to the end of a line.
  ///   - start: The offset of its first character.
  ///   - given: The delimiter where the user names it.
  /// - Throws: `ContentProblem.empty` where there is no character but white space.
  init(_ bytes: TextBytes, from start: Int, delimiter given: Delimiter?) throws(ContentError) {
    self.bytes = bytes
    let candidates = given.map { [$0] } ?? Delimiter.allCases
    let tries = candidates.map { delimiter in
      let rows = SampleRow.rows(
        of: bytes, delimiter: delimiter, from: start, atMost: Self.rowLimit)
      let bars = rows.indices.filter { rows[$0].stampColumn(bytes) != nil }
      return (delimiter: delimiter, rows: rows, bars: bars)
    }
    guard tries.contains(where: { !$0.rows.isEmpty }) else {
      // One row of which a quote never ends is a row all the same.
      var reader = CellReader(bytes, delimiter: Byte.comma, from: start)
      var cells: [Cell] = []
      guard try reader.nextRow(into: &cells) else { throw ContentError(.empty) }
      throw ContentError(.empty)
    }
    // Most bars win; then the most cells in one; then the order of the candidates.
    let best = tries.indices.max { left, right in
      func merit(_ index: Int) -> (Int, Int, Int) {
        let attempt = tries[index]
        let row = attempt.bars.first ?? attempt.rows.indices.first
        return (attempt.bars.count, row.map { attempt.rows[$0].cells.count } ?? 0, -index)
      }
      return merit(left) < merit(right)
    }
    let chosen = tries[best ?? 0]
    delimiter = chosen.delimiter
    rows = chosen.rows
    firstBar = chosen.bars.first
  }

  /// The text of a cell.
  func text(_ cell: Cell) -> String {
    CellReader(bytes, delimiter: delimiter.byte).text(cell)
  }

  /// The rows from the first bar on.
  var bars: ArraySlice<SampleRow> { firstBar.map { rows[$0...] } ?? [] }
}
