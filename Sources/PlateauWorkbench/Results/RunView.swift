import PlateauColumns
import PlateauLanguage
import PlateauSearch

/// The kept rows of a run in order of rank: the one source of `top`, `show best` and every export.
struct RunView {
  /// The run.
  let run: Run
  /// All rows so far, with the user's defined metrics as further columns.
  let result: StudyResult
  /// Candidate numbers of the kept rows, best first; only so many as were asked for.
  let rows: [Int]
  /// The score of every candidate, by number.
  let scores: [Double]
  /// Rows left after each filter, in order.
  let keptAfterFilter: [Int]

  /// Filters and ranks a run.
  ///
  /// A row passes a filter only where it is true. Equal scores rank by parameter values,
  /// ascending; undefined scores rank last.
  ///
  /// - Parameters:
  ///   - run: The run.
  ///   - filters: Conditions on rows.
  ///   - objective: Decides the rank.
  ///   - most: How many of the best rows are wanted; all unless given. A few are found without
  ///     sorting the others.
  /// - Throws: `Diagnostic` when a filter or the objective reads a metric that the run lacks.
  /// - Complexity: O(candidates · log candidates).
  init(
    run: Run, filters: [NamedExpression], objective: ObjectiveChoice, most: Int? = nil
  ) throws {
    self.run = run
    let result = run.study.result
    self.result = result
    for program in filters.map(\.expression.program) + [objective.program] {
      if let name = program.inputs.first(where: { result.table[$0] == nil }) {
        throw Diagnostic.notComputed(name, in: run)
      }
    }
    let objective = objective.objective
    let scores = objective.scores(of: result.table)
    self.scores = scores
    var kept = Array(0..<result.count)
    var keptAfterFilter: [Int] = []
    let environment = ColumnEnvironment(result.table)
    for filter in filters {
      let passes = try filter.expression.program.evaluate(in: environment)
      kept = kept.filter { passes[$0] == 1 }
      keptAfterFilter.append(kept.count)
    }
    self.keptAfterFilter = keptAfterFilter
    let keys = Array(result.table.columns.prefix(result.parameterCount))
    let ranksBefore = { (left: Int, right: Int) in
      if objective.prefers(scores[left], to: scores[right]) { return true }
      if objective.prefers(scores[right], to: scores[left]) { return false }
      return Table.ascends(left, right, by: keys)
    }
    rows =
      most.map { FirstFew($0, of: kept, by: ranksBefore).elements }
      ?? kept.sorted(by: ranksBefore)
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
