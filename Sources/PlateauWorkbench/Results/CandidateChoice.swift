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

  /// The values as `fast 10, slow 50`.
  var valuesText: String {
    values.columns.map { "\($0.name) \(CellText.text($0, row: 0))" }.joined(separator: ", ")
  }

  /// Runs the candidate once more, by the same path as the sweep.
  ///
  /// - Throws: `Diagnostic` with the candidate's own reason if it fails.
  func replay() throws -> Backtest {
    do {
      return try run.evaluator.backtester.replay(row: 0, of: values)
    } catch {
      throw Diagnostic("\(title) failed: \(error)")
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
    let view: RunView
    if let id = syntax?.run {
      guard let run = session.runs[id] else {
        throw Diagnostic(
          "no run r\(id)", at: range,
          hint: session.runs.all.isEmpty ? "no sweep has run yet" : "'runs' lists them")
      }
      view = try RunView(
        run: run, filters: session.state.filters(on: id), objective: session.state.objective)
    } else {
      view = try session.currentView()
    }
    switch syntax?.form ?? .best {
    case .number(let number):
      guard number < view.result.count else {
        throw Diagnostic(
          "no candidate \(number) in \(view.run.label); they run from 0 to "
            + "\(view.result.count - 1)", at: range)
      }
      return CandidateChoice(run: view.run, row: number)
    case .best:
      return try ranked(1, in: view, at: range)
    case .rank(let rank):
      return try ranked(rank, in: view, at: range)
    }
  }

  private static func ranked(
    _ rank: Int, in view: RunView, at range: Range<Int>?
  ) throws -> CandidateChoice {
    guard rank >= 1, rank <= view.rows.count else {
      throw Diagnostic(
        view.rows.isEmpty
          ? "no row of \(view.run.label) is kept"
          : "no rank \(rank); \(view.run.label) keeps \(Wording.plural(view.rows.count, "row"))",
        at: range, hint: view.rows.isEmpty ? "'unset filter' drops the last filter" : nil)
    }
    return CandidateChoice(run: view.run, row: view.rows[rank - 1])
  }
}
