import PlateauColumns
import PlateauEngine
import PlateauLanguage
import PlateauSearch

/// A candidate of a run, found by what the user wrote: `17`, `best`, `rank 3`, `r2:17`.
struct CandidateChoice {
  /// The run it belongs to.
  let run: Run
  /// Its number: the row of the run's result.
  let row: Int

  /// The candidate's name for titles: `candidate 17 of r2`.
  var title: String { "candidate \(row) of \(run.label)" }

  /// The candidate's values as a table of one row.
  var values: Table {
    let result = run.study.result
    return result.table.selecting(columns: Array(result.table.names.prefix(result.parameterCount)))
      .selecting(rows: [row])
  }

  /// The candidate's metrics as a table of one row.
  var metrics: Table {
    let result = run.study.result
    return Table(
      result.table.columns.dropFirst(result.parameterCount).map { $0.with([$0.values[row]]) })
  }

  /// A metric of the candidate: the one of its row where the sweep computed it, so that every view
  /// has the same digits, else that of its replay.
  func value(of metric: Metric, in backtest: Backtest) -> Double {
    metrics[metric.name]?.values[0] ?? metric.value(of: backtest)
  }

  /// The values as `fast 10, slow 50`.
  var valuesText: String {
    values.columns.map { "\($0.name) \(run.typed($0, row: 0))" }.joined(separator: ", ")
  }

  /// Runs the candidate once more, bar by bar.
  ///
  /// - Throws: `Diagnostic` with the candidate's own reason if it fails.
  func replay() throws -> Backtest {
    do {
      return try run.evaluator.backtester.replay(row: 0, of: values)
    } catch {
      throw Diagnostic(.failedCalculation, "\(title) failed: \(error)")
    }
  }

  /// The prices the candidate ran on.
  var market: Market {
    guard let symbol = values["symbol"] else { return run.plan.markets[0] }
    return run.plan.markets[Int(symbol.values[0])]
  }

  /// The candidate a piece of syntax names; `best` when there is none.
  ///
  /// - Throws: `Diagnostic` with the range of the syntax when there is no such candidate.
  static func find(
    _ syntax: CandidateSyntax?, at range: Range<Int>?, in session: Session
  ) throws -> CandidateChoice {
    var finder = CandidateFinder(session)
    return try finder.find(syntax, at: range)
  }
}
