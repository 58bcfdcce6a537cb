import PlateauColumns
import PlateauSearch

/// Scores a candidate by a polynomial of its parameters; a candidate whose first value is 7 fails.
struct AnalyticEvaluator: Evaluator {
  func evaluate(_ batch: CandidateBatch) -> ResultBatch {
    var scores: [Double] = []
    var failures: [RowFailure] = []
    for row in 0..<batch.candidates.rowCount {
      let values = batch.candidates.columns.map { $0.values[row] }
      if values[0] == 7 {
        failures.append(RowFailure(row: row, reason: "seven"))
        scores.append(.nan)
      } else {
        scores.append(values.reduce(0) { $0 * 10 + $1 })
      }
    }
    return ResultBatch(
      batch, metrics: Table([Column("score", values: scores)]), failures: failures)
  }
}

/// Finishes steps in a hostile order: each step's evaluation is delayed behind later ones.
struct ShufflingEvaluator: Evaluator {
  func evaluate(_ batch: CandidateBatch) -> ResultBatch {
    var spin = (7 - batch.index % 7) * 3000
    while spin > 0 { spin -= 1 }
    return AnalyticEvaluator().evaluate(batch)
  }
}

/// Spaces and plans that several suites use.
enum Example {
  static func range(_ name: String, _ values: ClosedRange<Int>) -> Domain {
    Domain(name, kind: .length, values: values.map(Double.init))
  }

  /// The condition `left < right`.
  static func ascending(_ left: String, _ right: String) -> ColumnProgram {
    var program = ColumnProgram()
    let a = program.append(.input(left))
    let b = program.append(.input(right))
    program.append(.binary(.less, a, b))
    return program
  }

  static let maximizeScore = Objective(
    ColumnProgram(input: "score"), text: "score", maximizes: true)

  static func plan(_ space: ParameterSpace) -> StudyPlan {
    StudyPlan(space, objective: maximizeScore, rowsPerCandidate: 100)
  }
}
