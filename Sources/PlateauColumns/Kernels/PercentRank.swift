extension ColumnFunction {
  /// The rank among the values before.
  static let percentrank = ColumnFunction(
    name: "percentrank",
    arguments: [Argument("series", .series), Argument("length", .length)],
    result: .always(.number),
    summary: "share of the previous values that are not above the present one, 0 to 100",
    formula: "100 * count of x[1] ... x[n] that are <= x / n",
    warmUp: "defined from value n + 1 on",
    example: "percentrank(close, 100)",
    source: "TradingView Pine Script reference, ta.percentrank",
    bounds: 0...100,
    kernel: .column { series, numbers in percentRank(of: series, length: Int(numbers[0])) })
}

/// The share of the previous `length` values that are less than or equal to the present one.
///
/// The values are numbered in ascending order once; a binary indexed tree over these numbers
/// counts those of the window.
///
/// - Parameters:
///   - series: The column; without a number where it or one of the previous values is undefined.
///   - length: How many previous values, at least 1.
/// - Returns: A column of numbers from 0 to 100, `nan` in warm-up.
/// - Complexity: O(rows log rows), whatever the length.
/// - Note: Source: Fenwick (1994), "A new data structure for cumulative frequency tables".
func percentRank(of series: [Double], length: Int) -> [Double] {
  var result = [Double](repeating: .nan, count: series.count)
  guard length < series.count else { return result }
  let ranks = denseRanks(of: series)
  var counts = CumulativeCounts(size: (ranks.max() ?? 0) + 1)
  var defined = 0
  for row in series.indices {
    let rank = ranks[row]
    if defined >= length, rank > 0 {
      let notAbove = counts.count(upTo: rank)
      result[row] = 100 * (Double(notAbove) / Double(length))
    }
    if rank > 0 { counts.add(1, at: rank) }
    if row >= length, ranks[row - length] > 0 { counts.add(-1, at: ranks[row - length]) }
    defined = rank > 0 ? defined + 1 : 0
  }
  return result
}

/// The place of every value among the different values in ascending order, from 1; 0 is undefined.
private func denseRanks(of series: [Double]) -> [Int] {
  var ranks = [Int](repeating: 0, count: series.count)
  let order = series.indices.filter { !series[$0].isNaN }.sorted { series[$0] < series[$1] }
  var rank = 0
  var last = Double.nan
  for row in order {
    if series[row] != last { rank += 1 }
    last = series[row]
    ranks[row] = rank
  }
  return ranks
}

/// Counts by rank, of which any number of the first can be added up in a few steps.
private struct CumulativeCounts {
  private var sums: [Int]

  /// No counts, for ranks below `size`.
  init(size: Int) { sums = [Int](repeating: 0, count: size) }

  /// Changes the count of a rank of at least 1.
  mutating func add(_ change: Int, at rank: Int) {
    var place = rank
    while place < sums.count {
      sums[place] += change
      place += place & -place
    }
  }

  /// The counts of the ranks from 1 to `rank` together.
  func count(upTo rank: Int) -> Int {
    var (place, total) = (rank, 0)
    while place > 0 {
      total += sums[place]
      place &= place - 1
    }
    return total
  }
}
