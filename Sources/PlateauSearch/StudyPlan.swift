public import PlateauColumns

/// Everything that decides the result of a study, and nothing that does not: no threads, no clock.
public struct StudyPlan: Sendable {
  /// The candidates.
  public let space: ParameterSpace
  /// Candidates in a batch: fixed here, so that batches do not depend on the machine.
  public let batchSize: Int
  /// What decides which candidate is best, over the metrics and parameters of a row.
  public let objective: Objective
  /// The candidates there will be, as counted before the start.
  public let count: CandidateCount

  /// Creates a plan with batches large enough to be worth a thread's while, and small enough that
  /// a pause or a key is answered soon: at most about 20 ms each and no more rows than
  /// the cache holds, and at least 64 of them.
  ///
  /// - Parameters:
  ///   - space: The candidates.
  ///   - objective: Decides the best candidate.
  ///   - rowsPerCandidate: Bars each candidate is evaluated on.
  ///   - nanosecondsPerRow: A guess of what a bar costs, from the plan alone and never measured.
  public init(
    _ space: ParameterSpace, objective: Objective, rowsPerCandidate: Int,
    nanosecondsPerRow: Double = 100
  ) {
    self.space = space
    self.objective = objective
    count = space.candidateCount()
    let cost = 500 + Double(max(1, rowsPerCandidate)) * nanosecondsPerRow
    let byWork = max(8, min(8192, Int(20e6 / cost)))
    let byShare = max(1, Int(min(count.value / 64, 1e9)))
    batchSize = min(byWork, byShare)
  }
}

/// A number to be made as large or as small as possible.
public struct Objective: Hashable, Sendable {
  /// The number, over the columns of a result.
  public let program: ColumnProgram
  /// The text it was written as.
  public let text: String
  /// Whether larger is better.
  public let maximizes: Bool

  /// Creates an objective.
  public init(_ program: ColumnProgram, text: String, maximizes: Bool) {
    self.program = program
    self.text = text
    self.maximizes = maximizes
  }

  /// Whether the first score is strictly better than the second; an undefined one never is.
  public func prefers(_ score: Double, to other: Double) -> Bool {
    guard !score.isNaN else { return false }
    guard !other.isNaN else { return true }
    return maximizes ? score > other : score < other
  }

  /// The scores of all rows of a result; undefined where they cannot be had.
  ///
  /// - Complexity: O(rows · steps) on all cores; O(1) where the objective is one column.
  public func scores(of result: Table) -> [Double] {
    (try? program.values(over: result)) ?? [Double](repeating: .nan, count: result.rowCount)
  }

  /// The first of the best rows of a result with its score, or `nil` where no score is defined.
  func best(of result: Table) -> (row: Int, score: Double)? {
    var best: (row: Int, score: Double)?
    for (row, score) in scores(of: result).enumerated()
    where prefers(score, to: best?.score ?? .nan) {
      best = (row, score)
    }
    return best
  }
}
