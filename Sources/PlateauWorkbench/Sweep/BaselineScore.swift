import PlateauColumns
import PlateauEngine
import PlateauLanguage
import PlateauMarket
import PlateauReport
import PlateauSearch

/// What the baseline candidate scores under the conditions of a run.
enum BaselineScore {
  /// One field a symbol; none when no baseline was named.
  static func fields(of run: Run) -> [FieldList.Field] {
    let baseline = run.plan.state.baseline
    guard !baseline.isEmpty else { return [] }
    return run.plan.markets.indices.map { index in
      let result = evaluation(of: baseline, under: run, market: index)
      var row = result.candidates
      for metric in result.metrics.columns { row.append(metric) }
      let symbol =
        run.plan.markets.count > 1 ? ["symbol \(run.plan.markets[index].series.name)"] : []
      let text = (symbol + baseline.map(\.text)).joined(separator: ", ")
      guard let failure = result.failures.first else {
        let score = run.plan.study.objective.scores(of: row)[0]
        return .init(
          "baseline",
          .text(run.plan.state.objective.scoreText(score)), note: text)
      }
      return .init("baseline", .text("failed: \(failure.reason)"), note: text)
    }
  }

  /// The row of a baseline under the conditions of a run.
  ///
  /// - Parameters:
  ///   - baseline: One value a name; what it does not name has its default.
  ///   - run: The run whose settings, metrics and window apply.
  ///   - index: The market, by its place in the run.
  /// - Returns: A batch of one candidate.
  static func evaluation(
    of baseline: [Assignment], under run: Run, market index: Int
  ) -> ResultBatch {
    var columns = baseline.map { $0.domain.column(values: $0.values.values) }
    // An amount whose meaning is set needs a value: the first one, where the baseline has none.
    for assignment in run.plan.state.assignments
    where assignment.values.mode != nil
      && !baseline.contains(where: { $0.name == assignment.name })
    {
      columns.append(assignment.domain.column(values: [assignment.values.values[0]]))
    }
    for assignment in baseline {
      guard let mode = assignment.values.mode else { continue }
      columns.append(Column("\(assignment.ownName)_mode", labels: [mode], values: [0]))
    }
    if run.plan.markets.count > 1 {
      let symbols = run.plan.markets.map(\.series.name)
      columns.append(Column("symbol", labels: symbols, values: [Double(index)]))
    }
    return run.evaluator.evaluate(CandidateBatch(index: 0, candidates: Table(columns)))
  }
}
