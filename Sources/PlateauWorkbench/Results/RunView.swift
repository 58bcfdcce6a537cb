import PlateauColumns
import PlateauLanguage
import PlateauSearch

/// The kept rows of a run in order of rank: the one source of `top`, `show best` and every export.
struct RunView {
  /// The run.
  let run: Run
  /// All rows so far.
  let result: StudyResult
  /// The kept rows; a row passes a filter only where it is true.
  let ranking: Ranking
  /// Rows left after each filter, in order.
  let keptAfterFilter: [Int]

  /// The number of kept rows.
  var count: Int { ranking.count }
  /// Whether no row is kept.
  var isEmpty: Bool { ranking.count == 0 }
  /// The score of every candidate, by number.
  var scores: [Double] { ranking.scores }
  /// The best kept row, or `nil`.
  var best: Int? { ranking.first(1).first }

  /// Filters a run, and prepares to rank it.
  ///
  /// Equal scores rank by parameter values, ascending; undefined scores rank last.
  ///
  /// - Parameters:
  ///   - run: The run.
  ///   - filters: Conditions on rows.
  ///   - objective: Decides the rank.
  /// - Throws: `Diagnostic` when a filter or the objective reads a metric that the run lacks.
  /// - Complexity: O(candidates · steps of the filters) on all cores.
  init(run: Run, filters: [NamedExpression], objective: ObjectiveChoice) throws {
    self.run = run
    let result = run.study.result
    self.result = result
    let conditions = filters.map(\.expression.program)
    for program in conditions + [objective.program] {
      if let name = program.inputs.first(where: { result.table[$0] == nil }) {
        throw Diagnostic.notComputed(name, in: run)
      }
    }
    let passed = conditions.isEmpty ? nil : try result.table.rows(passing: conditions)
    keptAfterFilter = passed?.countAfter ?? []
    ranking = Ranking(
      of: result.table, by: objective.objective.scores(of: result.table),
      maximizes: objective.maximizes, keyCount: result.parameterCount, among: passed?.rows)
  }

  /// What became of a candidate: `ok`, `ruined` or `failed`.
  func status(of row: Int) -> String {
    if failure(of: row) != nil { return "failed" }
    return result.table["final_equity"]?.values[row] == 0 ? "ruined" : "ok"
  }

  /// Why a candidate failed, or `nil`.
  func failure(of row: Int) -> String? {
    result.failures.reason(of: row)
  }
}

extension ObjectiveChoice {
  /// The objective in the search's terms.
  var objective: Objective { Objective(program, text: text, maximizes: maximizes) }
}

extension Diagnostic {
  /// The error for a metric that a run was swept without.
  static func notComputed(_ name: String, in run: Run) -> Diagnostic {
    Diagnostic(
      .missingMetric, "\(run.label) was swept without '\(name)'",
      hint: "type 'set metrics +\(name)' and sweep again")
  }
}
