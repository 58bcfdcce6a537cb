public import PlateauColumns

/// Proposes every candidate of a space once, in order, a table at a time.
public struct GridSampler: Sendable {
  private let domains: [Domain]
  private var cursor: GridCursor

  /// Creates a sampler before the first candidate.
  public init(_ space: ParameterSpace) {
    domains = space.domains
    cursor = GridCursor(space)
  }

  /// Whether every candidate has been proposed.
  public private(set) var isExhausted = false

  /// Proposes at most `count` candidates.
  ///
  /// - Parameters:
  ///   - count: Candidates wanted, at least 1.
  ///   - stepLimit: Values to try at most, so that a sparse space cannot hold its caller up; fewer
  ///     candidates come, or none, where it is reached before `isExhausted`.
  /// - Returns: One column a domain, one row a candidate.
  /// - Complexity: O(count) amortised, about O(`stepLimit`) at most.
  public mutating func propose(_ count: Int, stepLimit: Int = 1_000_000) -> Table {
    let last = domains.count - 1
    var proposed = 0
    var steps = stepLimit
    // Laid out column after column, each with room for `count` rows.
    return withUnsafeTemporaryAllocation(of: Double.self, capacity: count * domains.count) { rows in
      walk: while proposed < count {
        switch cursor.advance(steps: &steps) {
        case .found:
          let rest = UnsafeMutableBufferPointer(
            rebasing: rows[(last * count + proposed)..<((last + 1) * count)])
          let length = cursor.take(into: rest)
          for index in 0..<last {
            let value = cursor.row[index]
            let start = index * count + proposed
            for place in start..<start + length { rows[place] = value }
          }
          proposed += length
        case .outOfSteps: break walk
        case .ended:
          isExhausted = true
          break walk
        }
      }
      return Table(
        domains.enumerated().map { index, domain in
          domain.column(values: Array(rows[index * count..<index * count + proposed]))
        })
    }
  }
}
