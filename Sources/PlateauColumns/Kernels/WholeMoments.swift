/// Exact sums over a window of whole numbers that slides over a column.
protocol WholeMoments {
  /// The sums over no values.
  init()
  /// Multiplies every value of the window.
  mutating func scale(by factor: Int64)
  /// Adds a value behind the last, of which there are then `count`.
  mutating func grow(by entering: Int64, count: Int)
  /// Adds a value behind the last and takes the first away.
  mutating func slide(entering: Int64, leaving: Int64, count: Int)
}

extension DecimalReach {
  /// Writes a number for every window of `length` rows that ends within reach.
  ///
  /// A number is computed at the scale of the rows up to it, so no later row moves it by a bit.
  ///
  /// - Parameters:
  ///   - series: The column that was read.
  ///   - length: Values in a window, at least 1.
  ///   - rows: How many rows from the first on; the sums of their windows must be exact.
  ///   - result: Takes the numbers; rows without one are left as they are.
  ///   - number: The result from the sums and the scale by which the values are multiplied.
  /// - Complexity: O(rows).
  func write<Moments: WholeMoments>(
    windowsOf series: [Double], length: Int, rows: Int, into result: inout [Double],
    number: (_ sums: Moments, _ last: Int64, _ scale: Double) -> Double
  ) {
    var (sums, defined, scale, next) = (Moments(), 0, 1.0, 0)
    for row in 0..<rows {
      while next < scales.count, scales[next].row <= row {
        sums.scale(by: Int64(scales[next].scale / scale))
        scale = scales[next].scale
        next += 1
      }
      guard !series[row].isNaN else {
        (sums, defined) = (Moments(), 0)
        continue
      }
      let entering = Int64((series[row] * scale).rounded())
      if defined < length {
        defined += 1
        sums.grow(by: entering, count: defined)
      } else {
        let leaving = Int64((series[row - length] * scale).rounded())
        sums.slide(entering: entering, leaving: leaving, count: length)
      }
      if defined == length { result[row] = number(sums, entering, scale).ifFinite }
    }
  }
}
