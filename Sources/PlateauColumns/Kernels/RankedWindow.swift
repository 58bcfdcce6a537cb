/// A moving window over a column that knows how many of its values lie above a number, and their
/// sum.
///
/// Values are counted in a Fenwick tree over the ranks of all values of the column; sums are
/// carried in two doubles, so that values that have left leave no trace.
///
/// - Note: Source: Fenwick (1994), "A new data structure for cumulative frequency tables".
struct RankedWindow {
  private let series: [Double]
  /// Every value of the column once, in ascending order.
  private let values: [Double]
  /// For every row, how many of `values` are at most its own.
  private let ranks: [Int]
  /// Node `i` holds the ranks above `i - (lowest bit of i)` up to `i`; node 0 is not used.
  private var counts: [Int]
  private var totals: [CompensatedSum]
  private var count = 0
  /// The sum of all values in the window.
  private(set) var total = CompensatedSum()

  /// Creates an empty window.
  ///
  /// - Parameter series: The column; rows that are not finite numbers may not enter.
  /// - Complexity: O(rows · log rows).
  init(over series: [Double]) {
    var values: [Double] = []
    values.reserveCapacity(series.count)
    for value in series.filter(\.isFinite).sorted() where values.last != value {
      values.append(value)
    }
    self.series = series
    self.values = values
    ranks = series.map { Self.rank(of: $0, among: values) }
    counts = [Int](repeating: 0, count: values.count + 1)
    totals = [CompensatedSum](repeating: CompensatedSum(), count: values.count + 1)
  }

  /// Lets a row's value enter.
  ///
  /// - Complexity: O(log rows), as for leaving and for asking.
  mutating func insert(_ row: Int) { change(row, by: 1) }

  /// Lets a row's value leave.
  mutating func remove(_ row: Int) { change(row, by: -1) }

  /// How many values of the window lie above a number, and their sum.
  func part(above limit: Double) -> (count: Int, total: CompensatedSum) {
    var (above, sum) = (count, total)
    var node = Self.rank(of: limit, among: values)
    while node > 0 {
      above -= counts[node]
      sum.add(-totals[node].high)
      sum.add(-totals[node].low)
      node &= node - 1
    }
    return (above, sum)
  }

  private mutating func change(_ row: Int, by sign: Int) {
    let value = Double(sign) * series[row]
    count += sign
    total.add(value)
    if count == 0 { total = CompensatedSum() }
    var node = ranks[row]
    while node < counts.count, node > 0 {
      counts[node] += sign
      totals[node].add(value)
      if counts[node] == 0 { totals[node] = CompensatedSum() }
      node += node & -node
    }
  }

  /// How many of the values, which ascend, are at most a number.
  private static func rank(of limit: Double, among values: [Double]) -> Int {
    var (low, high) = (0, values.count)
    while low < high {
      let middle = (low + high) / 2
      if values[middle] <= limit { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
