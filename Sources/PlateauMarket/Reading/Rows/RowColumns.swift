import PlateauColumns

/// The columns of rows that are being read, one entry a row.
struct RowColumns {
  var times: [Timestamp]
  var open: [Double]
  var high: [Double]
  var low: [Double]
  var close: [Double]
  var volume: [Double]
  /// Empty where the file has no dividends.
  var dividends: [Double]
  /// New shares for one old one; empty where the file has no splits.
  var splits: [Double]
  /// Seconds east of UTC that a row's stamp names, `noZone` where it names none; empty where no
  /// stamp does.
  var offsets: [Int32]

  /// What stands for the zone of a stamp without one.
  static let noZone = Int32.min

  /// Creates columns of so many rows.
  init(count: Int, layout: RowLayout) {
    func column(_ isThere: Bool = true) -> [Double] {
      [Double](repeating: 0, count: isThere ? count : 0)
    }
    times = [Timestamp](repeating: Timestamp(seconds: 0), count: count)
    (open, high, low, close, volume) = (column(), column(), column(), column(), column())
    dividends = column(layout.place(of: .dividend) != nil)
    splits = column(layout.place(of: .split) != nil)
    offsets = [Int32](repeating: Self.noZone, count: layout.hasZones ? count : 0)
  }

  var count: Int { times.count }

  /// Places in the columns' memory, for several threads that each write rows of their own.
  struct Pointers: @unchecked Sendable {
    let times: UnsafeMutablePointer<Timestamp>
    let open: UnsafeMutablePointer<Double>
    let high: UnsafeMutablePointer<Double>
    let low: UnsafeMutablePointer<Double>
    let close: UnsafeMutablePointer<Double>
    let volume: UnsafeMutablePointer<Double>
    let dividends: UnsafeMutablePointer<Double>?
    let splits: UnsafeMutablePointer<Double>?
    let offsets: UnsafeMutablePointer<Int32>?
  }

  /// Lends the columns' memory; there must be at least one row.
  mutating func withPointers<Answer>(_ body: (Pointers) -> Answer) -> Answer {
    times.withUnsafeMutableBufferPointer { times in
      open.withUnsafeMutableBufferPointer { open in
        high.withUnsafeMutableBufferPointer { high in
          low.withUnsafeMutableBufferPointer { low in
            close.withUnsafeMutableBufferPointer { close in
              volume.withUnsafeMutableBufferPointer { volume in
                dividends.withUnsafeMutableBufferPointer { dividends in
                  splits.withUnsafeMutableBufferPointer { splits in
                    offsets.withUnsafeMutableBufferPointer { offsets in
                      guard let times = times.baseAddress, let open = open.baseAddress,
                        let high = high.baseAddress, let low = low.baseAddress,
                        let close = close.baseAddress, let volume = volume.baseAddress
                      else { preconditionFailure("columns without rows") }
                      return body(
                        Pointers(
                          times: times, open: open, high: high, low: low, close: close,
                          volume: volume,
                          dividends: dividends.isEmpty ? nil : dividends.baseAddress,
                          splits: splits.isEmpty ? nil : splits.baseAddress,
                          offsets: offsets.isEmpty ? nil : offsets.baseAddress))
                    }
                  }
                }
              }
            }
          }
        }
      }
    }
  }

  /// Keeps ranges of rows, ascending, and drops the others.
  mutating func keep(_ ranges: [Range<Int>]) {
    guard ranges.reduce(0, { $0 + $1.count }) < count else { return }
    func keep<Value>(_ column: inout [Value]) {
      guard !column.isEmpty else { return }
      var end = 0
      for range in ranges {
        if range.lowerBound != end {
          for row in range { column[end + row - range.lowerBound] = column[row] }
        }
        end += range.count
      }
      column.removeLast(column.count - end)
    }
    keep(&times)
    keep(&open)
    keep(&high)
    keep(&low)
    keep(&close)
    keep(&volume)
    keep(&dividends)
    keep(&splits)
    keep(&offsets)
  }

  /// The rows with the given indices, in that order.
  func selecting(_ rows: [Int]) -> RowColumns {
    func select<Value>(_ column: [Value]) -> [Value] {
      column.isEmpty ? [] : rows.map { column[$0] }
    }
    var selected = self
    selected.times = select(times)
    selected.open = select(open)
    selected.high = select(high)
    selected.low = select(low)
    selected.close = select(close)
    selected.volume = select(volume)
    selected.dividends = select(dividends)
    selected.splits = select(splits)
    selected.offsets = select(offsets)
    return selected
  }
}
