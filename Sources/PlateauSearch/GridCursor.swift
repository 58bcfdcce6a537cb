import PlateauColumns

/// Walks the combinations of a space in order, leaving out whole branches that a constraint forbids.
///
/// A constraint is tried as soon as every domain it reads has a value, so `require fast < slow`
/// costs nothing for the domains that follow.
struct GridCursor: Sendable {
  private let domains: [Domain]
  private let constraintsAtDepth: [[PreparedConstraint]]
  private let lastDepth: Int
  private var indices: [Int]
  private var depth = 0
  private var registers: [Double] = []

  /// The values of the present combination, up to the present depth.
  private(set) var row: [Double]

  /// Where a walk has come to.
  enum Step {
    /// At an allowed combination.
    case found
    /// Past the last combination.
    case ended
    /// The steps are used up before the next allowed combination; the walk can go on.
    case outOfSteps
  }

  /// Creates a cursor before the first combination.
  ///
  /// - Parameters:
  ///   - space: The space to walk.
  ///   - depthCount: The number of leading domains to walk; all unless given.
  init(_ space: ParameterSpace, depthCount: Int? = nil) {
    domains = Array(space.domains.prefix(depthCount ?? space.domains.count))
    let constraints = space.preparedConstraints()
    constraintsAtDepth = domains.indices.map { depth in
      constraints.filter { $0.depth == depth }
    }
    lastDepth = domains.count - 1
    indices = [Int](repeating: -1, count: domains.count)
    row = [Double](repeating: .nan, count: domains.count)
  }

  /// Moves to the next allowed combination.
  ///
  /// - Parameter steps: Values that may still be tried; each one tried takes one off, so that a
  ///   space with hardly any candidate cannot hold its caller up.
  /// - Returns: Where the walk is now.
  /// - Complexity: O(1) amortised for spaces whose constraints allow most branches.
  mutating func advance(steps: inout Int) -> Step {
    guard lastDepth >= 0 else { return .ended }
    while depth >= 0 {
      guard steps > 0 else { return .outOfSteps }
      indices[depth] += 1
      guard indices[depth] < domains[depth].values.count else {
        indices[depth] = -1
        depth -= 1
        continue
      }
      steps -= 1
      row[depth] = domains[depth].values[indices[depth]]
      guard isAllowed(at: depth) else { continue }
      if depth == lastDepth { return .found }
      depth += 1
    }
    depth = 0
    for index in indices.indices { indices[index] = domains[index].values.count - 1 }
    return .ended
  }

  private mutating func isAllowed(at depth: Int) -> Bool {
    for constraint in constraintsAtDepth[depth]
    where constraint.program.evaluate(row, registers: &registers) != 1 {
      return false
    }
    return true
  }
}
