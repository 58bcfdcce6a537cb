import PlateauColumns

/// Turns the cells of a file into numbers, row by row.
///
/// A row with a blank or `null` price is left out. Any other cell that is not what its column
/// promises refuses the file, with line and column.
struct PriceRowReader {
  private let header: PriceHeader
  private let usesAdjusted: Bool
  private var cells: CellReader
  private var row: [Cell] = []
  private var rows = PriceRows()
  private var symbol: [UInt8]?

  /// Creates a reader whose cells are those below the header.
  init(_ cells: CellReader, header: PriceHeader, adjusted: Bool) {
    self.cells = cells
    self.header = header
    usesAdjusted = adjusted && header.adjustedClose != nil
  }

  /// Reads to the end of the file.
  ///
  /// - Complexity: O(bytes), one pass.
  mutating func readAll() throws(ContentError) -> PriceRows {
    while try cells.nextRow(into: &row) {
      try checkCellCount()
      try readRow()
    }
    return rows
  }

  private mutating func readRow() throws(ContentError) {
    try checkSymbol()
    let stamp = try stamp()
    guard var close = try price(header.close), var open = try price(header.open),
      var high = try price(header.high), var low = try price(header.low),
      let adjusted = try price(usesAdjusted ? header.adjustedClose : nil)
    else {
      rows.blank.add(line: cells.line)
      return
    }
    if header.open == nil { open = close }
    if header.high == nil { high = max(open, close) }
    if header.low == nil { low = min(open, close) }
    guard high >= low * (1 - PriceCheck.rounding) else {
      throw ContentError(.highBelowLow(high: high, low: low), line: cells.line)
    }
    if usesAdjusted, adjusted != close {
      let scale = PriceAdjustment(close: close, adjustedClose: adjusted)
      (open, high, low) = (scale(open), scale(high), scale(low))
      close = adjusted
      rows.adjustedCount += 1
    }
    rows.lines.append(cells.line)
    rows.stamps.append(stamp.localSeconds)
    rows.offsets.append(stamp.offset)
    rows.clocks.append(stamp.hasClock)
    rows.open.append(open)
    rows.high.append(high)
    rows.low.append(low)
    rows.close.append(close)
    rows.volume.append(try volume())
    if let column = header.dividends { rows.dividends.append(try amount(column) ?? 0) }
  }

  private func stamp() throws(ContentError) -> Stamp {
    let cell = row[header.date]
    let column = header.names[header.date]
    switch StampReader.read(cells.bytes, cell) {
    case .stamp(var stamp):
      guard !stamp.hasClock, let clock = header.clock else { return stamp }
      guard let seconds = StampReader.readClock(cells.bytes, row[clock]) else {
        throw bad(clock, "is not a time of day such as 09:30")
      }
      stamp.localSeconds += Int64(seconds)
      stamp.hasClock = true
      return stamp
    case .ambiguous(let dayFirst, let monthFirst):
      throw ContentError(
        .ambiguousDate(
          column: column, text: cells.text(cell), dayFirst: dayFirst.description,
          monthFirst: monthFirst.description), line: cells.line)
    case .invalid(let reason): throw bad(header.date, reason)
    }
  }

  /// The price in a column, 0 without a column, or `nil` where the cell is blank.
  private func price(_ column: Int?) throws(ContentError) -> Double? {
    guard let column else { return 0 }
    let cell = row[column]
    if isBlank(cell) { return nil }
    guard let value = DecimalNumber.parse(cells.bytes, cell) else {
      throw bad(column, notANumber(cell))
    }
    guard value > 0 else { throw bad(column, "is not a price above zero") }
    return value
  }

  private mutating func volume() throws(ContentError) -> Double {
    guard let column = header.volume else { return 0 }
    if let amount = try amount(column) { return amount }
    rows.blankVolume.add(line: cells.line)
    return 0
  }

  /// A number that may be zero, or `nil` where the cell is blank.
  private func amount(_ column: Int) throws(ContentError) -> Double? {
    let cell = row[column]
    if isBlank(cell) { return nil }
    guard let value = DecimalNumber.parse(cells.bytes, cell) else {
      throw bad(column, notANumber(cell))
    }
    guard value >= 0 else { throw bad(column, "is below zero") }
    return value
  }

  private mutating func checkSymbol() throws(ContentError) {
    guard let column = header.symbol else { return }
    let text = cells.bytes[row[column].start..<row[column].end]
    guard let symbol else {
      symbol = Array(text)
      return
    }
    guard !text.elementsEqual(symbol) else { return }
    throw ContentError(
      .severalSymbols(
        column: header.names[column], first: String(decoding: symbol, as: UTF8.self),
        second: cells.text(row[column])), line: cells.line)
  }

  /// Empty cells beyond the header's do no harm; anything else shifts or cuts the row.
  private mutating func checkCellCount() throws(ContentError) {
    let expected = header.names.count
    guard row.count != expected else { return }
    guard row.count > expected, row[expected...].allSatisfy(\.isEmpty) else {
      throw ContentError(.cellCount(found: row.count, expected: expected), line: cells.line)
    }
    row.removeSubrange(expected...)
  }

  private func isBlank(_ cell: Cell) -> Bool {
    if cell.isEmpty { return true }
    guard cell.end - cell.start == 4 else { return false }
    return cells.bytes[cell.start..<cell.end].lazy.map(Byte.lowercased).elementsEqual("null".utf8)
  }

  private func notANumber(_ cell: Cell) -> String {
    cells.bytes[cell.start..<cell.end].contains(Byte.comma)
      ? "is not a number; write it without commas, with a decimal point" : "is not a number"
  }

  private func bad(_ column: Int, _ reason: String) -> ContentError {
    ContentError(
      .badCell(column: header.names[column], text: cells.text(row[column]), reason: reason),
      line: cells.line)
  }
}
