extension TextSample {
  /// The columns of a file that names none, told from its bars; `nil` where they do not tell.
  ///
  /// | cells of a row | read as |
  /// |---|---|
  /// | stamp, number | date, close |
  /// | stamp, (clock,) four numbers | date, (clock,) open, high, low, close |
  /// | stamp, (clock,) five numbers | the same and volume |
  /// | stamp, (clock,) seven numbers | as MetaTrader 5: the same, volume after tick volume, spread |
  /// | epoch, at least ten numbers | as Binance: open, high, low, close, volume, others |
  /// | name, stamp, … | the same after a symbol |
  ///
  /// Four numbers or more must lie as open, high, low and close do in every row of the sample.
  ///
  /// - Parameter overrides: Columns by number, as the user names them; they replace the reading.
  /// - Returns: The columns.
  /// - Throws: What is wrong with the columns that the user names.
  func bareHeader(overrides: [String: String]) throws(ContentError) -> PriceHeader? {
    guard let first = bars.first, let date = first.stampColumn(bytes) else { return nil }
    let count = first.cells.count
    if !overrides.isEmpty {
      let numbered = (1...count).map(String.init)
      return try PriceHeader(names: numbered, overrides: overrides)
    }
    guard date <= 1 else { return nil }
    var places: [PriceColumn: Int] = [.date: date]
    if date == 1 { places[.symbol] = 0 }
    var next = date + 1
    if next < count, StampReader.readClock(bytes, first.cells[next]) != nil, count - next > 4 {
      places[.clock] = next
      next += 1
    }
    let numbers = first.cells[next...].prefix { SampleRow.looksNumeric(bytes, $0) }.count
    let isEpoch = first.cells[date].end - first.cells[date].start >= 10 && places[.clock] == nil
    switch numbers {
    case 1: places[.close] = next
    case 4, 5, 7,
      _ where numbers >= 10 && isEpoch:
      (places[.open], places[.high]) = (next, next + 1)
      (places[.low], places[.close]) = (next + 2, next + 3)
      if numbers > 4 { places[.volume] = next + 4 }
      guard bars.allSatisfy({ liesAsBar($0, from: next) }) else { return nil }
    default: return nil
    }
    return PriceHeader(bare: places, columnCount: count)
  }

  /// Whether four cells lie as open, high, low and close.
  private func liesAsBar(_ row: SampleRow, from start: Int) -> Bool {
    guard row.stampColumn(bytes) != nil, row.cells.count >= start + 4 else { return true }
    for decimal in [Byte.point, Byte.comma] {
      let style = NumberStyle(decimal: decimal)
      let values = row.cells[start..<start + 4].compactMap { style.parse(bytes, $0) }
      guard values.count == 4 else { continue }
      let slack = 1e-6 * values[1].magnitude
      return values[1] + slack >= max(values[0], values[3])
        && values[2] - slack <= min(values[0], values[3])
    }
    return false
  }
}
