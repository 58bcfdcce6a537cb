/// The rows of a price file in file order, before they are sorted and checked; one entry a row.
struct PriceRows {
  var lines = RowLines()
  var stamps: [Int64] = []
  var offsets: [Int?] = []
  var clocks: [Bool] = []
  var open: [Double] = []
  var high: [Double] = []
  var low: [Double] = []
  var close: [Double] = []
  var volume: [Double] = []
  /// Empty where the file has no dividends.
  var dividends: [Double] = []

  /// Rows left out because a price is blank.
  var blank = Occurrences()
  /// Rows whose volume is blank, read as zero.
  var blankVolume = Occurrences()
  /// Rows whose prices were scaled to the adjusted close.
  var adjustedCount = 0

  var count: Int { stamps.count }

  /// The rows with the given indices, in that order.
  func selecting(_ rows: [Int]) -> PriceRows {
    var selected = self
    selected.lines = lines.selecting(rows)
    selected.stamps = rows.map { stamps[$0] }
    selected.offsets = rows.map { offsets[$0] }
    selected.clocks = rows.map { clocks[$0] }
    selected.open = rows.map { open[$0] }
    selected.high = rows.map { high[$0] }
    selected.low = rows.map { low[$0] }
    selected.close = rows.map { close[$0] }
    selected.volume = rows.map { volume[$0] }
    if !dividends.isEmpty { selected.dividends = rows.map { dividends[$0] } }
    return selected
  }

  /// Whether two rows carry the same prices, volume and dividend.
  func areEqual(_ left: Int, _ right: Int) -> Bool {
    open[left] == open[right] && high[left] == high[right] && low[left] == low[right]
      && close[left] == close[right] && volume[left] == volume[right]
      && (dividends.isEmpty || dividends[left] == dividends[right])
  }
}
