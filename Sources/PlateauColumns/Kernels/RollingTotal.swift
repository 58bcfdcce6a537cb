/// The sum of the last `length` terms on every row.
///
/// The sum is carried in two doubles, and a window of nothing but zeros has the sum 0 exactly, so
/// that a quotient of two such sums is undefined where it should be.
///
/// - Parameters:
///   - terms: The column; a window with a term that is not a finite number has no sum.
///   - length: Terms in a window, at least 1.
/// - Returns: A column of the same length, `nan` in warm-up.
/// - Complexity: O(rows), whatever the length.
func rollingTotal(of terms: [Double], length: Int) -> [Double] {
  var result = [Double](repeating: .nan, count: terms.count)
  guard length <= terms.count else { return result }
  var sum = CompensatedSum()
  var (defined, nonzero) = (0, 0)
  for (row, entering) in terms.enumerated() {
    guard entering.isFinite else {
      (sum, defined, nonzero) = (CompensatedSum(), 0, 0)
      continue
    }
    let leaving = defined >= length ? terms[row - length] : 0
    defined += 1
    nonzero += (entering == 0 ? 0 : 1) - (leaving == 0 ? 0 : 1)
    sum.add(entering)
    sum.add(-leaving)
    if nonzero == 0 { sum = CompensatedSum() }
    if defined >= length { result[row] = sum.value.ifFinite }
  }
  return result
}
