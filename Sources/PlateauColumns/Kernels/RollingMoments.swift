/// Sums over the values of a window, which can grow at both ends and be joined.
protocol WindowMoments {
  /// What one row contributes.
  associatedtype Element
  /// The sums over no values.
  init()
  /// Adds a row behind the last.
  mutating func append(_ element: Element)
  /// Adds a row before the first.
  mutating func prepend(_ element: Element)
  /// The sums over these rows and, after them, those of another window.
  func followed(by later: Self) -> Self
}

/// A number for every window of `length` rows, from sums taken about a value of that window.
///
/// The rows are cut into blocks of `length`. A window is the end of one block and the beginning of
/// the next, so its sums are joined and nothing is ever taken away: what has left the window leaves
/// no trace, however large it was. The first row of the later block lies in every window that ends
/// in this block. It is their pivot: deviations from it keep the digits that prices far from zero
/// would lose, and are exactly zero where nothing moves.
///
/// - Parameters:
///   - rowCount: Rows in the columns.
///   - first: The first row that is wanted; some before it may stay undefined.
///   - length: Rows in a window, at least 1; may exceed the rows.
///   - isDefined: Whether a row has all it needs; a window with another row has no number.
///   - element: What a row contributes, given the row and the pivot's row; both are defined.
///   - number: The result, given the sums, the last row of the window and the pivot's row.
/// - Returns: A column, `nan` in warm-up and where the number is not finite.
/// - Complexity: O(rows), whatever the length.
func rollingMoments<Moments: WindowMoments>(
  rowCount: Int, from first: Int = 0, length: Int, isDefined: (Int) -> Bool,
  element: (_ row: Int, _ pivot: Int) -> Moments.Element,
  number: (_ sums: Moments, _ row: Int, _ pivot: Int) -> Double
) -> [Double] {
  var result = [Double](repeating: .nan, count: rowCount)
  guard length <= rowCount, first < rowCount else { return result }
  // The sums over the last rows of the block before, by their count.
  var endings = [Moments](repeating: Moments(), count: length)
  let start = first / length * length
  for pivot in stride(from: start, to: rowCount, by: length) where isDefined(pivot) {
    var available = 0
    while available < length - 1, pivot > available, isDefined(pivot - available - 1) {
      available += 1
      endings[available] = endings[available - 1]
      endings[available].prepend(element(pivot - available, pivot))
    }
    var beginning = Moments()
    for row in pivot..<Swift.min(pivot + length, rowCount) {
      guard isDefined(row) else { break }
      beginning.append(element(row, pivot))
      let before = length - 1 - (row - pivot)
      guard before <= available else { continue }
      result[row] = number(endings[before].followed(by: beginning), row, pivot).ifFinite
    }
  }
  return result
}
