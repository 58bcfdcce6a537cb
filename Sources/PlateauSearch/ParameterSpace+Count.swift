import PlateauColumns

/// How many candidates a space has: counted, or estimated where counting would take too long.
public enum CandidateCount: Hashable, Sendable {
  /// Counted one by one or by multiplication.
  case exact(Int)
  /// Estimated from random combinations.
  case estimate(Double)

  /// The number, for estimates of time and memory.
  public var value: Double {
    switch self {
    case .exact(let count): Double(count)
    case .estimate(let count): count
    }
  }
}

extension ParameterSpace {
  /// Counts the candidates before any of them runs.
  ///
  /// Domains that no constraint reads only multiply the count; the others are walked.
  ///
  /// - Parameter stepLimit: Values to try at most; beyond it the count is estimated from 100 000
  ///   random combinations of a fixed seed.
  /// - Returns: The exact count where it could be had.
  /// - Complexity: O(min(combinations of the constrained domains, `stepLimit`)).
  public func candidateCount(stepLimit: Int = 5_000_000) -> CandidateCount {
    guard !domains.isEmpty else { return .exact(0) }
    let constraints = preparedConstraints()
    let walked = (constraints.map(\.depth).max() ?? -1) + 1
    let free = domains.dropFirst(walked).reduce(1.0) { $0 * Double($1.values.count) }
    var allowed = 1
    if walked > 0 {
      allowed = 0
      var cursor = GridCursor(self, depthCount: walked)
      var steps = stepLimit
      walk: while true {
        switch cursor.advance(steps: &steps) {
        case .found: allowed += cursor.take(atMost: .max).count
        case .ended: break walk
        case .outOfSteps: return .estimate(estimatedCount())
        }
      }
    }
    let count = Double(allowed) * free
    return count < 0x1p53 ? .exact(Int(count)) : .estimate(count)
  }

  /// How many of the combinations each constraint refuses on its own, in order.
  ///
  /// - Parameter sampleLimit: Combinations looked at; all of them where there are no more.
  /// - Returns: The share refused, from 0 to 1, for each constraint.
  public func refusedShares(sampleLimit: Int = 100_000) -> [Double] {
    var refused = [Int](repeating: 0, count: constraints.count)
    let constraints = scalarConstraints()
    var seen = 0
    var registers: [Double] = []
    func look(at row: [Double]) {
      seen += 1
      for (index, constraint) in constraints.enumerated()
      where constraint.evaluate(row, registers: &registers) != 1 {
        refused[index] += 1
      }
    }
    if combinationCount <= Double(sampleLimit) {
      var cursor = GridCursor(ParameterSpace(domains))
      var steps = Int.max
      while cursor.advance(steps: &steps) == .found {
        for value in cursor.take(atMost: .max) { look(at: cursor.row.dropLast() + [value]) }
      }
    } else {
      sampleRows(sampleLimit, look)
    }
    return refused.map { seen == 0 ? 0 : Double($0) / Double(seen) }
  }

  private func estimatedCount() -> Double {
    let constraints = scalarConstraints()
    let samples = 100_000
    var allowed = 0
    var registers: [Double] = []
    sampleRows(samples) { row in
      if constraints.allSatisfy({ $0.evaluate(row, registers: &registers) == 1 }) {
        allowed += 1
      }
    }
    return combinationCount * Double(allowed) / Double(samples)
  }

  private func sampleRows(_ count: Int, _ body: ([Double]) -> Void) {
    var random = RandomStream(seed: 1)
    for _ in 0..<count {
      body(domains.map { $0.values[Int(random.uniform() * Double($0.values.count))] })
    }
  }
}
