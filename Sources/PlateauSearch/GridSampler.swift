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
  /// - Complexity: O(count) amortised, O(`stepLimit`) at most.
  public mutating func propose(_ count: Int, stepLimit: Int = 1_000_000) -> Table {
    var columns = [[Double]](repeating: [], count: domains.count)
    for index in columns.indices { columns[index].reserveCapacity(count) }
    var proposed = 0
    var steps = stepLimit
    walk: while proposed < count {
      switch cursor.advance(steps: &steps) {
      case .found:
        for index in columns.indices { columns[index].append(cursor.row[index]) }
        proposed += 1
      case .outOfSteps: break walk
      case .ended:
        isExhausted = true
        break walk
      }
    }
    return Table(zip(domains, columns).map { $0.column(values: $1) })
  }
}
