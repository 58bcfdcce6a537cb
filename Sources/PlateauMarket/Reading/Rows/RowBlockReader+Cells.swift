import PlateauColumns

// Rows in any form that a vendor writes.
extension RowBlockReader {
  /// Reads the next row that is not blank, cell by cell.
  ///
  /// A row with a blank price is left out. Any other cell that is not what its column promises
  /// refuses the file, with line and column.
  ///
  /// - Returns: The offset behind the row.
  mutating func readByCells(from start: Int) throws(ContentError) -> Int {
    var reader = CellReader(bytes, delimiter: layout.delimiter.byte, from: start, line: line)
    var cells: [Cell] = []
    do {
      guard try reader.nextRow(into: &cells) else { return bytes.count }
    } catch {
      answer.retry = .asOneBlock
      throw error
    }
    line = reader.line
    defer { line = reader.nextLine }
    if try !isPassedOver(cells, reader) {
      let row = RowCells(cells: cells, reader: reader, layout: layout)
      try row.checkCount()
      try readBar(row)
    }
    return reader.position
  }

  /// Whether a row is no bar: a remark, or an event, which is noted.
  private mutating func isPassedOver(
    _ cells: [Cell], _ reader: CellReader
  ) throws(ContentError) -> Bool {
    let filled = cells.filter { !$0.isEmpty }
    guard filled.count <= 3, filled.count < layout.roles.count, let first = filled.first else {
      return false
    }
    let row = RowCells(cells: cells, reader: reader, layout: layout)
    if let event = try row.event() {
      answer.events.append(event)
      return true
    }
    // One cell of words: a title or a footnote.
    guard filled.count == 1, layout.roles.count > 1, !SampleRow.looksNumeric(bytes, first),
      case .invalid = StampReader.read(bytes, first, order: layout.order)
    else { return false }
    answer.remarks.add(line: reader.line)
    return true
  }

  private mutating func readBar(_ row: RowCells) throws(ContentError) {
    try noteSymbol(of: row)
    let stamp = try row.stamp()
    var isBlank = false
    for (column, role) in layout.roles.enumerated() where role.isNumber {
      if let value = try row.number(column) {
        current[role] = value
      } else if role.isPrice {
        isBlank = true
      } else {
        current[role] = 0
        if role == .volume, !isBlank { answer.blankVolume.add(line: line) }
      }
    }
    guard !isBlank else {
      answer.blank.add(line: line)
      return
    }
    guard current.isBar else {
      throw ContentError(
        .highBelowLow(high: current[.high], low: current[.low]), line: line)
    }
    if let offset = stamp.offset, !layout.hasZones, offset != 0 || layout.epochDigits == 0 {
      answer.retry = .withZones
      throw ContentError(.noRows, line: line)
    }
    if layout.hasZones || layout.epochDigits > 0, stamp.offset == nil {
      answer.bareStamps.add(line: line)
    }
    store(stamp.localSeconds, offset: stamp.offset ?? Int(RowColumns.noZone))
  }

  private mutating func noteSymbol(of row: RowCells) throws(ContentError) {
    guard let column = layout.place(of: .symbol) else { return }
    let text = row.bytes(column)
    guard answer.symbols.isEmpty || !text.elementsEqual(symbol) else { return }
    symbol = Array(text)
    answer.symbols.append((answer.lines.count, row.text(column)))
  }
}
