import PlateauColumns

/// A row near the beginning of a file, from whose cells the file's layout is told.
struct SampleRow {
  /// The line it begins on.
  let line: Int
  /// The offset of its first byte.
  let start: Int
  /// The offset behind its last byte, and the line that begins there.
  let end: Int
  let nextLine: Int
  let cells: [Cell]

  /// The first rows of a text in which cells are parted by a delimiter.
  ///
  /// A row that cannot be read, such as one cut off by the sample's end, ends them.
  static func rows(
    of bytes: TextBytes, delimiter: Delimiter, from start: Int, atMost limit: Int
  ) -> [SampleRow] {
    var reader = CellReader(bytes, delimiter: delimiter.byte, from: start)
    var rows: [SampleRow] = []
    var cells: [Cell] = []
    while rows.count < limit, (try? reader.nextRow(into: &cells)) == true {
      rows.append(
        SampleRow(
          line: reader.line, start: reader.rowStart, end: reader.position,
          nextLine: reader.nextLine, cells: cells))
    }
    return rows
  }

  /// The first cell that holds a date, if the row has another one that holds a number.
  func stampColumn(_ bytes: TextBytes) -> Int? {
    guard
      let column = cells.indices.first(where: { column in
        if case .invalid = StampReader.read(bytes, cells[column]) { return false }
        return true
      }),
      cells.indices.contains(where: { $0 != column && Self.looksNumeric(bytes, cells[$0]) })
    else { return nil }
    return column
  }

  /// Whether a cell reads as a number in one of the two styles.
  static func looksNumeric(_ bytes: TextBytes, _ cell: Cell) -> Bool {
    [Byte.point, Byte.comma].contains {
      NumberStyle(decimal: $0).parse(bytes, cell) != nil
    }
  }
}
