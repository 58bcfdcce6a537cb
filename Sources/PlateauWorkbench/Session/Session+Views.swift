import PlateauColumns
import PlateauLanguage
import PlateauSearch

extension Session {
  /// Rows kept and rows there are, with a word on a sweep that is not finished.
  func countNote(_ view: RunView) -> String {
    let all = view.result.count
    var note = "\(Wording.count(view.count)) of \(Wording.count(all)) candidates kept"
    let failed = view.result.failures.count
    if failed > 0 { note += "; \(Wording.count(failed)) failed ('failures' says why)" }
    if view.run.plan.state.decidesOtherwise(than: state) {
      note += "; the session has changed since \(view.run.label) was swept"
    }
    if !view.run.plan.state.window.isAll {
      note += "; scored on \(view.run.plan.state.window.text) (\(view.run.plan.barsNote))"
    }
    let progress = view.run.study.progress
    if progress.state != .finished {
      note +=
        "; \(view.run.label) is \(progress.state.rawValue) at \(Wording.count(all)) of "
        + Wording.roughCount(view.run.plan.study.count.value)
    }
    return note
  }

  /// Shows how a command was understood, where a person is typing.
  func echo(_ text: String) {
    if host.isInteractive { host.remark(text) }
  }

  /// The current run with its filters.
  ///
  /// - Throws: `Diagnostic` when there is no run, or none of its candidates is done.
  func currentView() throws -> RunView {
    try currentView(rankedBy: state.objective)
  }

  /// The current run with its filters, ranked by another objective.
  func currentView(rankedBy objective: ObjectiveChoice) throws -> RunView {
    try RunView(run: currentRunWithRows(), filters: state.filters, objective: objective)
  }

  /// The run that views are of, once it has rows.
  func currentRunWithRows() throws -> Run { try requireRows(of: currentRun()) }

  /// The run itself, where some of its candidates are done.
  func requireRows(of run: Run) throws -> Run {
    guard run.study.progress.done > 0 else {
      throw Diagnostic(
        .sweepState, "\(run.label) has no rows yet", hint: "'runs' shows how far it is")
    }
    return run
  }

  /// The run that views are of.
  func currentRun() throws -> Run {
    guard let id = state.currentRun, let run = runs[id] else {
      throw Diagnostic(
        .noRun, runs.all.isEmpty ? "no sweep has run yet" : "no run is open",
        hint: runs.all.isEmpty
          ? "set some values and type 'sweep'" : "'runs' lists them, 'open rN' opens one")
    }
    return run
  }
}
