extension ColumnFunction {
  /// The commodity channel index.
  static let cci = ColumnFunction(
    name: "cci", arguments: [Argument("length", .length)], result: .always(.number),
    summary: "commodity channel index: distance from the mean in mean deviations / 0.015",
    formula: "(tp - mean) / (0.015 * mean |tp - mean|) of the last n typical prices"
      + " tp = (high + low + close) / 3; 0 without any deviation (TA-Lib CCI)",
    warmUp: "defined from the n-th bar on",
    example: "cci(20)", talibName: "CCI",
    source: "Lambert (1980), Commodities, October",
    kernel: .columns(reads: [.high, .low, .close]) { bars in
      commodityChannel(
        of: tripleTypicalPrices(high: bars[.high], low: bars[.low], close: bars[.close]),
        length: bars.length(0))
    })
}

/// The distance of every value from the mean of the last values, in mean deviations over 0.015.
///
/// The values above the mean deviate by as much as those below, so their number and sum are all
/// that the mean deviation needs; a tree over the ranks of the values has both.
///
/// - Parameters:
///   - series: The column; a window with an undefined value has no result.
///   - length: Values in a window, at least 1.
/// - Returns: A column of the same length, `nan` in warm-up.
/// - Complexity: O(rows · log rows), whatever the length.
/// - Note: Source: Lambert (1980), "Commodity Channel Index", Commodities magazine.
func commodityChannel(of series: [Double], length: Int) -> [Double] {
  var result = [Double](repeating: .nan, count: series.count)
  guard length <= series.count else { return result }
  var window = RankedWindow(over: series)
  var first = 0
  let count = Double(length)
  for (row, value) in series.enumerated() {
    guard value.isFinite else {
      while first < row {
        window.remove(first)
        first += 1
      }
      first = row + 1
      continue
    }
    window.insert(row)
    if row - first == length {
      window.remove(first)
      first += 1
    }
    guard row - first + 1 == length else { continue }
    let total = window.total
    let above = window.part(above: mean(of: total, count: count))
    // Both are `length` times what they are called, and subtracted before anything is rounded.
    var distance = CompensatedSum()
    distance.addProduct(count, value)
    distance.add(total, times: -1)
    var excess = CompensatedSum()
    excess.add(above.total, times: count)
    excess.add(total, times: -Double(above.count))
    let deviation = 2 * excess.value / count
    let noise = 1e-15 * Swift.abs(value) * count
    let isStill = Swift.abs(distance.value) <= noise || deviation <= noise
    result[row] = isStill ? 0 : (distance.value / (0.015 * deviation)).ifFinite
  }
  return result
}

/// The mean of a window: the largest double that is not above it.
///
/// A value next to the mean must be counted on its side of it; the mean rounded to the nearest
/// double may lie on the other.
private func mean(of total: CompensatedSum, count: Double) -> Double {
  let nearest = total.value / count
  var remainder = total
  remainder.addProduct(-count, nearest)
  var mean = CompensatedSum()
  mean.add(nearest)
  mean.add(remainder.value / count)
  return mean.low < 0 ? mean.high.nextDown : mean.high
}
