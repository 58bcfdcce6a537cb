/// How far a column is decimal, told row by row from that row and those before it.
///
/// Prices are decimals, and sums of scaled whole numbers are exact. Whether a column is decimal is
/// a property of all its rows, though, and a value may not depend on rows that come after it. So
/// every row has the scale of the rows up to it, and no more is known to it.
struct DecimalReach {
  /// Whole numbers below this are exact with two bits to spare, whatever scale they came by.
  private static let limit = 0x1p51
  /// The finest scale that is tried.
  private static let finest = 1e10

  /// The largest value times the scale up to each row; rows from the first misfit on are left out.
  private let sizes: [Double]
  /// The smallest power of ten that makes all rows so far whole, where it changes.
  let scales: [(row: Int, scale: Double)]

  /// Reads a column; undefined rows are passed over.
  ///
  /// - Complexity: O(rows up to the first misfit).
  init(_ values: [Double]) {
    var sizes: [Double] = []
    sizes.reserveCapacity(values.count)
    var scales: [(row: Int, scale: Double)] = [(0, 1)]
    var running = RunningScale()
    for (row, value) in values.enumerated() {
      let before = running.scale
      guard running.take(value) else { break }
      if running.scale != before { scales.append((row, running.scale)) }
      sizes.append(running.largest * running.scale)
    }
    self.sizes = sizes
    self.scales = scales
  }

  /// The rows, from the first on, in whose windows sums of whole numbers are exact.
  ///
  /// - Complexity: O(log rows).
  func rows(summing length: Int) -> Int {
    var (low, high) = (0, sizes.count)
    while low < high {
      let middle = (low + high) / 2
      if sizes[middle] * Double(length) < Self.limit { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Writes the means of the windows that end in rows within reach.
  ///
  /// - Parameters:
  ///   - series: The column.
  ///   - length: Values in a window.
  ///   - means: Takes them; other rows are left as they are.
  /// - Complexity: O(rows).
  func writeMeans(of series: [Double], length: Int, into means: UnsafeMutableBufferPointer<Double>)
  {
    var (whole, defined, scale, next) = (Int64(0), 0, 1.0, 0)
    for row in 0..<rows(summing: length) {
      while next < scales.count, scales[next].row <= row {
        whole *= Int64(scales[next].scale / scale)
        scale = scales[next].scale
        next += 1
      }
      guard !series[row].isNaN else {
        (whole, defined) = (0, 0)
        continue
      }
      whole += Int64((series[row] * scale).rounded())
      if defined >= length { whole -= Int64((series[row - length] * scale).rounded()) }
      defined += 1
      if defined >= length { means[row] = Double(whole) / (Double(length) * scale) }
    }
  }

  /// The scale of a whole column, if the sum of all its rows is exact at it.
  ///
  /// - Complexity: O(rows).
  static func scale(ofAll values: [Double]) -> Double? {
    var running = RunningScale()
    for value in values where !running.take(value) { return nil }
    let size = running.largest * running.scale
    return size * Double(values.count) < limit ? running.scale : nil
  }

  /// The largest value so far and the scale that makes all of them whole.
  private struct RunningScale {
    private(set) var scale = 1.0
    private(set) var largest = 0.0

    /// Takes one more value; false where no scale will do any more.
    @inline(__always)
    mutating func take(_ value: Double) -> Bool {
      guard !value.isNaN else { return true }
      largest = Swift.max(largest, Swift.abs(value))
      while (value * scale).rounded() / scale != value || largest * scale >= DecimalReach.limit {
        scale *= 10
        guard scale <= DecimalReach.finest, largest * scale < DecimalReach.limit else {
          return false
        }
      }
      return true
    }
  }
}
