/// The sums of a column up to every row, from which the mean of any window follows at once.
///
/// Where the column is decimal the sums are of whole numbers, so equal decimal means are equal
/// doubles; otherwise each sum is carried in two doubles.
struct PrefixSums: Sendable {
  private enum Sums {
    /// Sums of values times a scale: whole numbers below 2^53.
    case whole([Double], scale: Double)
    case compensated(high: [Double], low: [Double])
    /// The sums would not be exact, or there are undefined rows.
    case none
  }

  private let series: [Double]
  private let sums: Sums

  /// Sums up a column.
  ///
  /// - Complexity: O(rows).
  init(_ series: [Double]) {
    self.series = series
    guard !series.contains(where: \.isNaN) else {
      sums = .none
      return
    }
    if let scale = DecimalScale.find(for: series, summing: series.count) {
      var whole = [0.0]
      whole.reserveCapacity(series.count + 1)
      for value in series { whole.append(whole[whole.count - 1] + (value * scale).rounded()) }
      sums = .whole(whole, scale: scale)
    } else if DecimalScale.find(for: series, summing: 1) != nil {
      sums = .none
    } else {
      var (high, low, sum) = ([0.0], [0.0], CompensatedSum())
      for value in series {
        sum.add(value)
        high.append(sum.high)
        low.append(sum.low)
      }
      sums = .compensated(high: high, low: low)
    }
  }

  /// The mean of the last `length` values on every row, `nan` in warm-up.
  ///
  /// - Parameter length: Values in a window, at least 1.
  /// - Returns: A column of as many rows.
  /// - Complexity: O(rows).
  func mean(length: Int) -> [Double] {
    let rows = series.count
    guard length <= rows else { return [Double](repeating: .nan, count: rows) }
    if case .none = sums { return rollingMean(of: series, length: length) }
    return [Double](unsafeUninitializedCapacity: rows) { means, count in
      count = rows
      means[..<(length - 1)].update(repeating: .nan)
      let windows = rows - length + 1
      guard let first = means.baseAddress.map({ $0 + (length - 1) }) else { return }
      switch sums {
      case .whole(let whole, let scale):
        let divisor = Double(length) * scale
        whole.withUnsafeBufferPointer { whole in
          guard let before = whole.baseAddress else { return }
          let after = before + length
          for window in 0..<windows { first[window] = (after[window] - before[window]) / divisor }
        }
      case .compensated(let high, let low):
        high.withUnsafeBufferPointer { high in
          low.withUnsafeBufferPointer { low in
            guard let before = high.baseAddress, let lowBefore = low.baseAddress else { return }
            let (after, lowAfter) = (before + length, lowBefore + length)
            for window in 0..<windows {
              let (a, b) = (after[window], before[window])
              let difference = a - b
              let shadow = difference - a
              let lost = (a - (difference - shadow)) - (b + shadow)
              let sum = difference + (lost + (lowAfter[window] - lowBefore[window]))
              first[window] = sum / Double(length)
            }
          }
        }
      case .none: break
      }
    }
  }
}
