import PlateauColumns

/// The cells of one row, and what they hold.
struct RowCells {
  let cells: [Cell]
  let reader: CellReader
  let layout: RowLayout

  /// The bytes of a cell.
  func bytes(_ column: Int) -> Slice<TextBytes> {
    reader.bytes[cells[column].start..<max(cells[column].start, cells[column].end)]
  }

  /// The text of a cell.
  func text(_ column: Int) -> String { reader.text(cells[column]) }

  /// Empty cells beyond the header's do no harm; anything else shifts or cuts the row.
  func checkCount() throws(ContentError) {
    let expected = layout.roles.count
    guard cells.count != expected else { return }
    guard cells.count > expected, cells[expected...].allSatisfy(\.isEmpty) else {
      throw ContentError(.cellCount(found: cells.count, expected: expected), line: reader.line)
    }
  }

  /// The row's stamp, its time of day from a column of its own where there is one.
  func stamp() throws(ContentError) -> Stamp {
    guard let column = layout.place(of: .stamp) else { throw ContentError(.noRows) }
    let cell = cells[column]
    switch StampReader.read(reader.bytes, cell, order: layout.order) {
    case .stamp(var stamp):
      guard !stamp.hasClock, let clock = layout.place(of: .clock) else { return stamp }
      guard let seconds = StampReader.readClock(reader.bytes, cells[clock]) else {
        throw bad(clock, "is not a time of day such as 09:30")
      }
      stamp.localSeconds += Int64(seconds)
      stamp.hasClock = true
      return stamp
    case .ambiguous(let dayFirst, let monthFirst):
      throw ContentError(
        .ambiguousDate(
          column: layout.names[column], text: text(column), dayFirst: dayFirst.description,
          monthFirst: monthFirst.description), line: reader.line)
    case .invalid(let reason): throw bad(column, reason)
    }
  }

  /// The number in a column, or `nil` where the cell is blank.
  func number(_ column: Int) throws(ContentError) -> Double? {
    if isBlank(column) { return nil }
    guard let value = layout.style.parse(reader.bytes, cells[column]) else {
      throw bad(column, notANumber(column))
    }
    if layout.roles[column].isPrice {
      guard value > 0 else { throw bad(column, "is not a price above zero") }
    } else if value < 0 {
      throw bad(column, "is below zero")
    }
    return value
  }

  /// What a row says that tells of a dividend or a split and not of a bar.
  ///
  /// `2020-02-07,0.77 Dividend` and `2020-08-31,4:1 Stock Splits`, as Yahoo's pages show them.
  func event() throws(ContentError) -> PriceEvent? {
    let column = layout.place(of: .stamp) ?? 0
    guard cells.indices.contains(column),
      let words = cells.indices.first(where: { $0 != column && !cells[$0].isEmpty })
    else { return nil }
    let parts = text(words).lowercased().split(separator: " ")
    guard parts.count >= 2, let kind = parts.dropFirst().first(where: { $0 != "stock" }) else {
      return nil
    }
    var event = PriceEvent(time: 0, line: reader.line)
    if kind.hasPrefix("dividend"), let amount = number(parts[0]), amount >= 0 {
      event.dividend = amount
    } else if kind.hasPrefix("split"), let ratio = ratio(parts[0]) {
      event.split = ratio
    } else {
      return nil
    }
    let stamp = try stamp()
    return PriceEvent(
      time: stamp.localSeconds, line: reader.line, dividend: event.dividend, split: event.split,
      symbol: layout.place(of: .symbol).map(text))
  }

  private func number(_ text: Substring) -> Double? {
    Array(text.utf8).withUnsafeBufferPointer {
      layout.style.parse($0, Cell(start: 0, end: $0.count))
    }
  }

  /// `4:1` or `4/1` as 4.
  private func ratio(_ text: Substring) -> Double? {
    let parts = text.split(whereSeparator: { $0 == ":" || $0 == "/" }).compactMap(number)
    guard parts.count == 2, parts[0] > 0, parts[1] > 0 else { return nil }
    return parts[0] / parts[1]
  }

  /// Whether a cell is empty or says in a usual word that it is.
  private func isBlank(_ column: Int) -> Bool {
    let cell = cells[column]
    guard cell.end - cell.start <= 4 else { return false }
    return cell.isEmpty || Self.blanks.contains(bytes(column).map(Byte.lowercased))
  }

  private static let blanks = Set(
    ["null", "nan", "n/a", "na", "none", "-", "--", "#n/a", "."].map { Array($0.utf8) })

  private func notANumber(_ column: Int) -> String {
    let mark = layout.style.decimal == Byte.point ? "a decimal point" : "a decimal comma"
    let marks = [Byte.comma, Byte.point]
    return bytes(column).contains(where: marks.contains)
      ? "is not a number; the file's numbers have \(mark)" : "is not a number"
  }

  private func bad(_ column: Int, _ reason: String) -> ContentError {
    ContentError(
      .badCell(column: layout.names[column], text: text(column), reason: reason),
      line: reader.line)
  }
}
