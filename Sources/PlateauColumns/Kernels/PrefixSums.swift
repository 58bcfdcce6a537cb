/// The sums of a column up to every row, from which the mean of any window follows at once.
///
/// Where the rows so far are decimal the sums are of whole numbers and a mean is rounded once, so
/// equal decimal means are equal doubles; otherwise each sum is carried in two doubles. A mean
/// depends on no row after it: not by one bit.
struct PrefixSums: Sendable {
  private enum Sums {
    /// Sums of values times a scale, exact for the whole column, which has no undefined row.
    case whole([Double], scale: Double)
    /// Sums since the last undefined row, the stretches between these, and how far the column is
    /// decimal: means within reach are those that whole numbers give.
    case compensated(high: [Double], low: [Double], stretches: [Range<Int>], DecimalReach)
  }

  /// The column.
  let series: [Double]
  private let sums: Sums

  /// Sums up a column.
  ///
  /// - Complexity: O(rows).
  init(_ series: [Double]) {
    self.series = series
    let hasGaps = series.contains(where: \.isNaN)
    if !hasGaps, let scale = DecimalReach.scale(ofAll: series) {
      var whole = [0.0]
      whole.reserveCapacity(series.count + 1)
      for value in series { whole.append(whole[whole.count - 1] + (value * scale).rounded()) }
      sums = .whole(whole, scale: scale)
    } else {
      var (high, low, sum) = ([0.0], [0.0], CompensatedSum())
      high.reserveCapacity(series.count + 1)
      low.reserveCapacity(series.count + 1)
      for value in series {
        if value.isNaN { sum = CompensatedSum() } else { sum.add(value) }
        high.append(sum.high)
        low.append(sum.low)
      }
      sums = .compensated(
        high: high, low: low,
        stretches: hasGaps ? Self.stretches(of: series) : [series.indices],
        DecimalReach(series))
    }
  }

  /// The mean of the last `length` values on every row, `nan` in warm-up.
  ///
  /// - Parameter length: Values in a window, at least 1.
  /// - Returns: A column of as many rows; a window with an undefined value has no mean.
  /// - Complexity: O(rows).
  func mean(length: Int) -> [Double] {
    let rows = series.count
    guard length <= rows else { return [Double](repeating: .nan, count: rows) }
    return [Double](unsafeUninitializedCapacity: rows) { means, count in
      count = rows
      switch sums {
      case .whole(let whole, let scale):
        means[..<(length - 1)].update(repeating: .nan)
        guard let first = means.baseAddress.map({ $0 + (length - 1) }) else { return }
        let (windows, divisor) = (rows - length + 1, Double(length) * scale)
        whole.withUnsafeBufferPointer { whole in
          guard let before = whole.baseAddress else { return }
          let after = before + length
          for window in 0..<windows { first[window] = (after[window] - before[window]) / divisor }
        }
      case .compensated(let high, let low, let stretches, let decimal):
        var written = 0
        for stretch in stretches where stretch.count >= length {
          means[written..<stretch.lowerBound + length - 1].update(repeating: .nan)
          Self.write(means, high, low, over: stretch, length: length)
          written = stretch.upperBound
        }
        means[written...].update(repeating: .nan)
        decimal.writeMeans(of: series, length: length, into: means)
      }
    }
  }

  /// Writes the means of the windows within a stretch, from sums in two doubles.
  private static func write(
    _ means: UnsafeMutableBufferPointer<Double>, _ high: [Double], _ low: [Double],
    over stretch: Range<Int>, length: Int
  ) {
    guard let first = means.baseAddress.map({ $0 + stretch.lowerBound + (length - 1) }) else {
      return
    }
    high.withUnsafeBufferPointer { high in
      low.withUnsafeBufferPointer { low in
        guard let before = high.baseAddress.map({ $0 + stretch.lowerBound }),
          let lowBefore = low.baseAddress.map({ $0 + stretch.lowerBound })
        else { return }
        let (after, lowAfter) = (before + length, lowBefore + length)
        for window in 0..<stretch.count - length + 1 {
          let (a, b) = (after[window], before[window])
          let difference = a - b
          let shadow = difference - a
          let lost = (a - (difference - shadow)) - (b + shadow)
          let sum = difference + (lost + (lowAfter[window] - lowBefore[window]))
          first[window] = sum / Double(length)
        }
      }
    }
  }

  /// The rows between undefined ones.
  private static func stretches(of series: [Double]) -> [Range<Int>] {
    var stretches: [Range<Int>] = []
    var start: Int?
    for (row, value) in series.enumerated() {
      if value.isNaN {
        if let first = start { stretches.append(first..<row) }
        start = nil
      } else if start == nil {
        start = row
      }
    }
    if let first = start { stretches.append(first..<series.count) }
    return stretches
  }
}
