import PlateauColumns

/// Reads the rows of a part of a file into columns.
///
/// Most rows are plain: `2020-01-31,10,12,9,11,100`. They are read in one pass over their bytes;
/// any other one is read again by cells (`readByCells`), which knows every form.
struct RowBlockReader {
  let layout: RowLayout
  /// Whole lines, after which one more byte is a line feed.
  let bytes: TextBytes
  let columns: RowColumns.Pointers
  /// The place in the columns of the next row.
  var row: Int
  /// The place behind the block's last.
  private let limit: Int
  /// The line that is read next, counted from 1.
  var line: Int
  var answer = BlockRows()
  /// The symbol of the latest row.
  var symbol: [UInt8] = []

  private var days = MonthDays()
  /// The numbers of a row by role; those of roles without a column stay zero.
  private var values: RowValues

  /// Creates a reader.
  ///
  /// - Parameters:
  ///   - bytes: Whole lines; the byte behind them must be readable, and a line feed.
  ///   - line: The number of the first line.
  ///   - layout: What the cells are.
  ///   - columns: Where rows go.
  ///   - rows: Their places, at least as many as there are lines.
  init(
    _ bytes: TextBytes, line: Int, layout: RowLayout, columns: RowColumns.Pointers,
    rows: Range<Int>
  ) {
    self.bytes = bytes
    self.line = line
    self.layout = layout
    self.columns = columns
    row = rows.lowerBound
    limit = rows.upperBound
    values = RowValues(layout)
  }

  /// Reads all rows.
  ///
  /// - Complexity: O(bytes).
  mutating func read() -> BlockRows {
    guard let base = bytes.baseAddress else { return answer }
    let first = row
    let delimiter = layout.delimiter.byte
    let decimal = layout.style.decimal
    var position = 0
    do throws(ContentError) {
      try layout.roles.withUnsafeBufferPointerThrowing { roles throws(ContentError) in
        while position < bytes.count {
          if let next = readPlain(
            base, from: position, roles: roles, delimiter: delimiter, decimal: decimal)
          {
            line += 1
            position = next
          } else {
            position = try readByCells(from: position)
          }
        }
      }
    } catch {
      answer.error = error
    }
    answer.count = row - first
    return answer
  }

  /// Reads a row that has nothing unusual; `nil`, with nothing done, for any other.
  @inline(__always)
  private mutating func readPlain(
    _ base: UnsafePointer<UInt8>, from start: Int, roles: UnsafeBufferPointer<RowLayout.Role>,
    delimiter: UInt8, decimal: UInt8
  ) -> Int? {
    var place = base + start
    var stamp: Int64 = 0
    var clock: Int64 = 0
    let last = roles.count - 1
    for column in 0...last {
      switch roles[column] {
      case .ignored:
        guard place.pointee != Byte.quote else { return nil }
        while place.pointee != delimiter, place.pointee != Byte.lineFeed { place += 1 }
        if column == last, place[-1] == Byte.carriageReturn { place -= 1 }
      case .stamp:
        let seconds =
          layout.epochDigits == 0
          ? days.readStamp(&place) : PlainNumber.readEpoch(&place, digits: layout.epochDigits)
        guard let seconds else { return nil }
        stamp = seconds
      case .clock:
        guard let seconds = MonthDays.readClock(&place) else { return nil }
        clock = Int64(seconds)
      case .symbol:
        guard !symbol.isEmpty else { return nil }
        for byte in symbol {
          guard place.pointee == byte else { return nil }
          place += 1
        }
      case .dividend, .split: return nil
      case .volume:
        guard let value = PlainNumber.read(&place, decimal: decimal) else { return nil }
        values[.volume] = value
      case .open, .high, .low, .close, .adjusted:
        guard let value = PlainNumber.read(&place, decimal: decimal), value > 0 else { return nil }
        values[roles[column]] = value
      }
      if column < last {
        guard place.pointee == delimiter else { return nil }
        place += 1
      }
    }
    if place.pointee == Byte.carriageReturn { place += 1 }
    guard place.pointee == Byte.lineFeed, !layout.hasZones, values.isBar,
      clock == 0 || stamp % 86_400 == 0
    else { return nil }
    store(stamp + clock, offset: nil)
    return place + 1 - base
  }

  /// Puts the values of a row into the columns.
  @inline(__always)
  mutating func store(_ stamp: Int64, offset: Int?) {
    // There are no more rows than lines; what is beyond them is not this block's to write.
    precondition(row < limit, "a row without a line")
    values.complete()
    if values.adjust() { answer.adjustedCount += 1 }
    columns.times[row] = Timestamp(seconds: stamp)
    columns.open[row] = values[.open]
    columns.high[row] = values[.high]
    columns.low[row] = values[.low]
    columns.close[row] = values[.close]
    columns.volume[row] = values[.volume]
    columns.dividends?[row] = values[.dividend]
    columns.splits?[row] = values[.split]
    if let offset { columns.offsets?[row] = Int32(truncatingIfNeeded: offset) }
    if stamp % 86_400 != 0 { answer.hasClock = true }
    answer.lines.append(line)
    row += 1
  }

  /// The numbers of the row that is read.
  var current: RowValues {
    get { values }
    set { values = newValue }
  }
}

extension Array {
  /// Lends the elements to a closure with an error of its own type.
  fileprivate func withUnsafeBufferPointerThrowing<Failure: Error>(
    _ body: (UnsafeBufferPointer<Element>) throws(Failure) -> Void
  ) throws(Failure) {
    var failure: Failure?
    withUnsafeBufferPointer { elements in
      do throws(Failure) { try body(elements) } catch { failure = error }
    }
    if let failure { throw failure }
  }
}
