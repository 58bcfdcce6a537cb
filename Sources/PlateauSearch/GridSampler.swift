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

  /// Proposes at most `count` candidates; an empty table ends the sweep.
  ///
  /// - Parameter count: Candidates wanted, at least 1.
  /// - Returns: One column a domain, one row a candidate.
  /// - Complexity: O(count) amortised.
  public mutating func propose(_ count: Int) -> Table {
    var columns = [[Double]](repeating: [], count: domains.count)
    for index in columns.indices { columns[index].reserveCapacity(count) }
    var proposed = 0
    while proposed < count, cursor.advance() {
      for index in columns.indices { columns[index].append(cursor.row[index]) }
      proposed += 1
    }
    return Table(zip(domains, columns).map { $0.column(values: $1) })
  }
}
