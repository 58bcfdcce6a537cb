/// The sum of a window's deviations from a pivot and the sum of their squares.
struct SpreadMoments: WindowMoments {
  private var count = 0.0
  private var sum = CompensatedSum()
  private var squares = CompensatedSum()

  mutating func append(_ deviation: Double) {
    count += 1
    sum.add(deviation)
    squares.addProduct(deviation, deviation)
  }

  mutating func prepend(_ deviation: Double) { append(deviation) }

  func followed(by later: SpreadMoments) -> SpreadMoments {
    var joined = self
    joined.count += later.count
    joined.sum.add(later.sum)
    joined.squares.add(later.squares)
    return joined
  }

  /// The count times the distance of a deviation from the mean deviation.
  func distance(of deviation: Double) -> Double {
    var distance = CompensatedSum.product(count, deviation)
    distance.add(sum, times: -1)
    return distance.value
  }

  /// The count times the population standard deviation; exactly 0 where nothing moves.
  var scaledDeviation: Double {
    let variance = scaledCovariance(squares, sum, sum, count: count)
    return variance.isNaN ? .nan : Swift.max(0, variance).squareRoot()
  }
}

/// The squared count times a covariance, from sums about any pivot.
///
/// - Parameters:
///   - products: The sum of the products.
///   - first: The sum of the first factors.
///   - second: The sum of the second factors.
///   - count: How many there are.
/// - Returns: count * products - first * second, rounded once.
func scaledCovariance(
  _ products: CompensatedSum, _ first: CompensatedSum, _ second: CompensatedSum, count: Double
) -> Double {
  var difference = CompensatedSum()
  difference.add(products, times: count)
  difference.subtract(first, times: second)
  return difference.value
}

/// The same sums of whole numbers, not about a pivot.
private struct WholeSpreadMoments: WholeMoments {
  private var count = 0
  private var sum: Int64 = 0
  private var squares: Int128 = 0

  mutating func scale(by factor: Int64) {
    sum *= factor
    squares *= Int128(factor) * Int128(factor)
  }

  mutating func grow(by entering: Int64, count: Int) {
    self.count = count
    sum += entering
    squares += Int128(entering) * Int128(entering)
  }

  mutating func slide(entering: Int64, leaving: Int64, count: Int) {
    sum += entering - leaving
    squares += Int128(entering) * Int128(entering) - Int128(leaving) * Int128(leaving)
  }

  /// The count times the population standard deviation.
  var scaledDeviation: Double {
    let variance = Int128(count) * squares - Int128(sum) * Int128(sum)
    return (Int64(exactly: variance).map(Double.init) ?? Double(variance)).squareRoot()
  }

  /// The count times the distance of a value from the mean.
  func distance(of value: Int64) -> Double { Double(Int64(count) * value - sum) }
}

/// A number for every window of a column from its spread.
///
/// - Parameters:
///   - series: The column; a window with an undefined value has no number.
///   - length: Values in a window, at least 1.
///   - number: The result from the count times the population standard deviation, the count times
///     the distance of the last value from the mean, and the scale by which both are multiplied.
/// - Returns: A column of the same length.
/// - Complexity: O(rows).
func rollingSpread(
  of series: [Double], length: Int,
  number: (_ deviation: Double, _ distance: Double, _ scale: Double) -> Double
) -> [Double] {
  guard length <= series.count else { return [Double](repeating: .nan, count: series.count) }
  let reach = DecimalReach(series)
  let exact = reach.rows(summing: length)
  var result = rollingMoments(
    rowCount: series.count, from: exact, length: length, isDefined: { series[$0].isFinite },
    element: { series[$0] - series[$1] },
    number: { (moments: SpreadMoments, row, pivot) in
      number(moments.scaledDeviation, moments.distance(of: series[row] - series[pivot]), 1)
    })
  reach.write(windowsOf: series, length: length, rows: exact, into: &result) {
    (sums: WholeSpreadMoments, last, scale) in
    number(sums.scaledDeviation, sums.distance(of: last), scale)
  }
  return result
}
