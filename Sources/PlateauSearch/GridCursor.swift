import PlateauColumns

/// Walks the combinations of a space in order, leaving out whole branches that a constraint forbids.
///
/// A constraint is tried as soon as every domain it reads has a value, for many values of that
/// domain at once, so `require fast < slow` costs nothing for the domains that follow.
struct GridCursor: Sendable {
  private var levels: [GridLevel]
  private var depth = 0

  /// The values of the present combination but the last, up to the present depth.
  private(set) var row: [Double]

  /// Where a walk has come to.
  enum Step {
    /// At allowed values of the last domain.
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
    let domains = space.domains.prefix(depthCount ?? space.domains.count)
    let constraints = space.preparedConstraints()
    levels = domains.enumerated().map { depth, domain in
      GridLevel(domain.values, depth: depth, constraints.filter { $0.depth == depth })
    }
    row = [Double](repeating: .nan, count: levels.count)
    if levels.isEmpty { depth = -1 }
  }

  /// Moves to the next allowed combinations that differ in the last domain alone.
  ///
  /// - Parameter steps: Values that may still be tried; each one tried takes one off, so that a
  ///   space with hardly any candidate cannot hold its caller up. May end below zero.
  /// - Returns: Where the walk is now; where it found some, `take` gives them.
  /// - Complexity: O(1) amortised for spaces whose constraints allow most branches.
  mutating func advance(steps: inout Int) -> Step {
    while depth >= 0 {
      if levels[depth].isOpen {
        if depth == levels.count - 1 { return .found }
        row[depth] = levels[depth].next()
        depth += 1
        levels[depth].restart()
        continue
      }
      guard steps > 0 else { return .outOfSteps }
      if !levels[depth].open(under: row, steps: &steps) { depth -= 1 }
    }
    return .ended
  }

  /// Takes the next allowed values of the last domain, all of which go with `row`.
  mutating func take(atMost count: Int) -> ArraySlice<Double> {
    levels[levels.count - 1].take(atMost: count)
  }

  /// Takes them into memory as far as there is room, and says how many there were.
  mutating func take(into memory: UnsafeMutableBufferPointer<Double>) -> Int {
    levels[levels.count - 1].take(into: memory)
  }
}

/// The values of one domain that are allowed under those of the domains before it.
private struct GridLevel: Sendable {
  private let values: [Double]
  private let depth: Int
  private let constraints: [PreparedConstraint]
  /// The values before the present domain's, then all of the domain's.
  private var inputs: [ColumnValue]
  /// Values that were tried already.
  private var tried = 0
  /// Allowed values among those, and how many of them were walked.
  private var allowed: [Double] = []
  private var walked = 0

  init(_ values: [Double], depth: Int, _ constraints: [PreparedConstraint]) {
    self.values = values
    self.depth = depth
    self.constraints = constraints
    inputs = [ColumnValue](repeating: .scalar(.nan), count: depth) + [.column(values)]
  }

  /// Whether there are allowed values that were not walked.
  var isOpen: Bool { walked < allowed.count }

  mutating func next() -> Double {
    walked += 1
    return allowed[walked - 1]
  }

  mutating func take(atMost count: Int) -> ArraySlice<Double> {
    let end = walked + min(count, allowed.count - walked)
    defer { walked = end }
    return allowed[walked..<end]
  }

  mutating func take(into memory: UnsafeMutableBufferPointer<Double>) -> Int {
    let length = min(memory.count, allowed.count - walked)
    for place in 0..<length { memory[place] = allowed[walked + place] }
    walked += length
    return length
  }

  /// Begins anew, under other values.
  mutating func restart() {
    tried = 0
    (allowed, walked) = ([], 0)
  }

  /// Tries the next values; false where there are none left.
  mutating func open(under row: [Double], steps: inout Int) -> Bool {
    guard tried < values.count else { return false }
    walked = 0
    guard !constraints.isEmpty else {
      steps -= values.count - tried
      (allowed, tried) = (values, values.count)
      return true
    }
    if tried == 0 { for place in 0..<depth { inputs[place] = .scalar(row[place]) } }
    let window = tried..<min(tried + BlockProgram.length, values.count)
    var isAllowed = [Bool](repeating: true, count: window.count)
    for constraint in constraints {
      constraint.program.forEachBlock(of: window, in: inputs) { _, results in
        for place in results.indices where results[place] != 1 { isAllowed[place] = false }
      }
    }
    allowed.removeAll(keepingCapacity: true)
    for (place, isAllowed) in isAllowed.enumerated() where isAllowed {
      allowed.append(values[window.lowerBound + place])
    }
    tried = window.upperBound
    steps -= window.count
    return true
  }
}
