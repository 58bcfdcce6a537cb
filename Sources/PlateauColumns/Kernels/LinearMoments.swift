/// The sum of a window's values, plain and weighted by their places 1, 2, 3, ...
struct LinearMoments: WindowMoments {
  private var count = 0.0
  private(set) var sum = CompensatedSum()
  private(set) var weighted = CompensatedSum()

  mutating func append(_ value: Double) {
    count += 1
    sum.add(value)
    weighted.addProduct(count, value)
  }

  mutating func prepend(_ value: Double) {
    count += 1
    sum.add(value)
    // Everything moves up by one place.
    weighted.add(sum)
  }

  func followed(by later: LinearMoments) -> LinearMoments {
    var joined = self
    joined.count += later.count
    joined.sum.add(later.sum)
    joined.weighted.add(later.weighted)
    joined.weighted.add(later.sum, times: count)
    return joined
  }
}

/// The same sums of whole numbers.
private struct WholeLinearMoments: WholeMoments {
  private(set) var sum: Int64 = 0
  private(set) var weighted: Int64 = 0

  mutating func scale(by factor: Int64) {
    sum *= factor
    weighted *= factor
  }

  mutating func grow(by entering: Int64, count: Int) {
    sum += entering
    weighted += Int64(count) * entering
  }

  mutating func slide(entering: Int64, leaving: Int64, count: Int) {
    weighted += Int64(count) * entering - sum
    sum += entering - leaving
  }
}

/// A mixture of the weighted and the plain sum of the last values, divided by a number.
///
/// Where the rows so far are decimal the sums are of whole numbers and the result is rounded once,
/// so equal decimals are equal doubles; otherwise sums are carried in two doubles.
///
/// - Parameters:
///   - series: The column; a window with an undefined value has no number.
///   - length: Values in a window, at least 1.
///   - weighted: How often the sum weighted by the places 1, 2, 3, ... counts.
///   - plain: How often the plain sum counts.
///   - divisor: What the mixture is divided by.
/// - Returns: A column of the same length, `nan` in warm-up.
/// - Complexity: O(rows).
func rollingLinear(
  of series: [Double], length: Int, weighted: Int, plain: Int, divisor: Double
) -> [Double] {
  // Lengths beyond the rows are done with before anything is multiplied.
  guard length <= series.count else { return [Double](repeating: .nan, count: series.count) }
  let reach = DecimalReach(series)
  let largest = Swift.abs(weighted) * (length * (length + 1) / 2) + Swift.abs(plain) * length
  let exact = reach.rows(summing: largest)
  let (slope, level) = (Double(weighted), Double(plain))
  var result = rollingMoments(
    rowCount: series.count, from: exact, length: length, isDefined: { series[$0].isFinite },
    element: { row, _ in series[row] },
    number: { (moments: LinearMoments, _, _) in
      var mixture = CompensatedSum()
      mixture.add(moments.weighted, times: slope)
      mixture.add(moments.sum, times: level)
      return mixture.value / divisor
    })
  reach.write(windowsOf: series, length: length, rows: exact, into: &result) {
    (sums: WholeLinearMoments, _, scale) in
    Double(Int64(weighted) * sums.weighted + Int64(plain) * sums.sum) / (divisor * scale)
  }
  return result
}
