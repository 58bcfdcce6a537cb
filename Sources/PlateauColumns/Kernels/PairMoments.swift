/// Sums over the deviations of two columns from their pivots: plain, of squares, of products.
struct PairMoments: WindowMoments {
  private var count = 0.0
  private var sums = (CompensatedSum(), CompensatedSum())
  private var squares = (CompensatedSum(), CompensatedSum())
  private var products = CompensatedSum()

  mutating func append(_ deviations: (Double, Double)) {
    let (a, b) = deviations
    count += 1
    sums.0.add(a)
    sums.1.add(b)
    squares.0.addProduct(a, a)
    squares.1.addProduct(b, b)
    products.addProduct(a, b)
  }

  mutating func prepend(_ deviations: (Double, Double)) { append(deviations) }

  func followed(by later: PairMoments) -> PairMoments {
    var joined = self
    joined.count += later.count
    joined.sums.0.add(later.sums.0)
    joined.sums.1.add(later.sums.1)
    joined.squares.0.add(later.squares.0)
    joined.squares.1.add(later.squares.1)
    joined.products.add(later.products)
    return joined
  }

  /// The squared count times the population variances of both columns and their covariance.
  var spreads: (first: Double, second: Double, both: Double) {
    (
      scaledCovariance(squares.0, sums.0, sums.0, count: count),
      scaledCovariance(squares.1, sums.1, sums.1, count: count),
      scaledCovariance(products, sums.0, sums.1, count: count)
    )
  }
}

/// A number for every window of two columns from their joint moments.
///
/// - Parameters:
///   - first: A column.
///   - second: A column of as many rows.
///   - length: Rows in a window, at least 1; one with an undefined value has no number.
///   - number: The result from the squared count times variances and covariance.
/// - Returns: A column of the same length.
/// - Complexity: O(rows).
func rollingPairs(
  of first: [Double], _ second: [Double], length: Int,
  number: ((first: Double, second: Double, both: Double)) -> Double
) -> [Double] {
  rollingMoments(
    rowCount: Swift.min(first.count, second.count), length: length,
    isDefined: { first[$0].isFinite && second[$0].isFinite },
    element: { (first[$0] - first[$1], second[$0] - second[$1]) },
    number: { (moments: PairMoments, _, _) in number(moments.spreads) })
}
