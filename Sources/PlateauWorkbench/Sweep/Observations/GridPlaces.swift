import PlateauColumns
import PlateauSearch

/// Where the rows of a grid sweep lie in the grid: the row next to a row is found without a search
/// through all of them.
struct GridPlaces {
  /// The number of each row's combination, counted with the last domain fastest; ascending.
  private let places: [Int]
  private let domains: [Domain]
  private let strides: [Int]

  /// Finds the place of every row, or answers `nil` for rows that are not in the grid's order.
  ///
  /// - Complexity: O(rows · domains).
  init?(_ result: StudyResult, of space: ParameterSpace) {
    domains = space.domains
    var strides = [Int](repeating: 1, count: domains.count)
    var total = 1
    for index in domains.indices.reversed() {
      strides[index] = total
      let (product, overflow) = total.multipliedReportingOverflow(by: domains[index].values.count)
      guard !overflow else { return nil }
      total = product
    }
    self.strides = strides
    var places = [Int](repeating: 0, count: result.count)
    for (domain, stride) in zip(domains, strides) {
      guard let column = result.table[domain.name],
        Self.add(column.values, of: domain, stride, to: &places)
      else { return nil }
    }
    for row in places.indices.dropFirst() where places[row] <= places[row - 1] { return nil }
    self.places = places
  }

  private static func add(
    _ values: [Double], of domain: Domain, _ stride: Int, to places: inout [Int]
  ) -> Bool {
    var digits: [UInt64: Int] = [:]
    for (digit, value) in domain.values.enumerated() { digits[key(value)] = digit }
    // Neighbouring rows mostly have the same value.
    var (last, digit) = (UInt64.max, 0)
    for row in values.indices {
      let key = key(values[row])
      if key != last {
        guard let found = digits[key] else { return false }
        (last, digit) = (key, found)
      }
      places[row] += digit * stride
    }
    return true
  }

  private static func key(_ value: Double) -> UInt64 {
    (value.isNaN ? Double.nan : value + 0).bitPattern
  }

  /// The place of a row's value among the values of a domain.
  func digit(of row: Int, in domain: Int) -> Int {
    places[row] / strides[domain] % domains[domain].values.count
  }

  /// The row that differs from a row only in having another value of a domain, or `nil`.
  ///
  /// - Complexity: O(log rows).
  func row(beside row: Int, in domain: Int, digit: Int) -> Int? {
    let wanted = places[row] + (digit - self.digit(of: row, in: domain)) * strides[domain]
    var (low, high) = (0, places.count)
    while low < high {
      let middle = (low + high) / 2
      if places[middle] < wanted { low = middle + 1 } else { high = middle }
    }
    return low < places.count && places[low] == wanted ? low : nil
  }

  /// Calls `body` with each row and the row of the nearest smaller value of a domain, for the rows
  /// that have one, until it answers false.
  ///
  /// - Complexity: O(rows) where no combination is missing.
  func forEachPair(in domain: Int, _ body: (Int, Int) -> Bool) {
    let stride = strides[domain]
    var pointer = 0
    for row in places.indices {
      let digit = digit(of: row, in: domain)
      guard digit > 0 else { continue }
      let wanted = places[row] - stride
      while places[pointer] < wanted { pointer += 1 }
      var partner = places[pointer] == wanted ? pointer : nil
      var other = digit - 2
      while partner == nil, other >= 0 {
        partner = self.row(beside: row, in: domain, digit: other)
        other -= 1
      }
      if let partner, !body(row, partner) { return }
    }
  }
}
