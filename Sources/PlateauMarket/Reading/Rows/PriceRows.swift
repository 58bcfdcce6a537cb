import PlateauColumns

/// The rows of one symbol, with what was noted while they were read.
struct PriceRows {
  var columns: RowColumns
  var lines: RowLines
  /// Rows left out because a price is blank.
  var blank = Occurrences()
  /// Rows whose volume is blank, read as zero.
  var blankVolume = Occurrences()
  /// Lines that are no bars.
  var remarks = Occurrences()
  /// Stamps without a zone among stamps with one.
  var bareStamps = Occurrences()
  /// Rows whose prices were scaled to the adjusted close.
  var adjustedCount = 0
  /// Whether any stamp has a time of day other than midnight.
  var hasClock = false
  /// The zone of the clocks on which the file's stamps stand, where it or the user names one.
  var zone: ClockZone?
  /// Dividends and splits on lines of their own.
  var events: [PriceEvent] = []

  var count: Int { columns.count }

  /// The rows with the given indices, in that order.
  func selecting(_ rows: [Int]) -> PriceRows {
    var selected = self
    selected.columns = columns.selecting(rows)
    selected.lines = lines.selecting(rows)
    return selected
  }

  /// Whether two rows carry the same prices, volume and dividend.
  func areEqual(_ left: Int, _ right: Int) -> Bool {
    [
      columns.open, columns.high, columns.low, columns.close, columns.volume, columns.dividends,
      columns.splits,
    ].allSatisfy { $0.isEmpty || $0[left] == $0[right] }
  }
}
