import PlateauColumns
import PlateauLanguage
import PlateauSearch

/// Finds candidates by what the user wrote, ranking each run at most once.
struct CandidateFinder {
  private let session: Session
  private var views: [Int: RunView] = [:]

  init(_ session: Session) {
    self.session = session
  }

  /// A run with its filters, ranked by the session's objective.
  ///
  /// - Throws: `Diagnostic` when a filter or the objective reads what the run lacks.
  mutating func view(of run: Run) throws -> RunView {
    if let view = views[run.id] { return view }
    let view = try RunView(
      run: run, filters: session.state.filters(on: run.id), objective: session.state.objective)
    views[run.id] = view
    return view
  }

  /// The candidate a piece of syntax names; `best` when there is none.
  ///
  /// A plain number is found without ranking.
  ///
  /// - Throws: `Diagnostic` with the range of the syntax when there is no such candidate.
  mutating func find(
    _ syntax: CandidateSyntax?, at range: Range<Int>?
  ) throws -> CandidateChoice {
    let run = try run(syntax?.run, at: range)
    switch syntax?.form ?? .best {
    case .number(let number):
      let count = run.study.progress.done
      guard number < count else {
        throw Diagnostic(
          .unknownCandidate,
          "no candidate \(number) in \(run.label); they run from 0 to \(count - 1)", at: range)
      }
      return CandidateChoice(run: run, row: number)
    case .best:
      return try ranked(1, of: run, at: range)
    case .rank(let rank):
      return try ranked(rank, of: run, at: range)
    }
  }

  /// The run of a number, or the open one; it has rows.
  private func run(_ id: Int?, at range: Range<Int>?) throws -> Run {
    guard let id else { return try session.currentRunWithRows() }
    guard let run = session.runs[id] else {
      throw Diagnostic(
        .unknownRun, "no run r\(id)", at: range,
        hint: session.runs.all.isEmpty ? "no sweep has run yet" : "'runs' lists them")
    }
    return try session.requireRows(of: run)
  }

  private mutating func ranked(
    _ rank: Int, of run: Run, at range: Range<Int>?
  ) throws -> CandidateChoice {
    let view = try view(of: run)
    guard rank >= 1, rank <= view.count, let row = view.ranking.first(rank).last else {
      throw Diagnostic(
        view.isEmpty ? .nothingKept : .unknownCandidate,
        view.isEmpty
          ? "no row of \(run.label) is kept"
          : "no rank \(rank); \(run.label) keeps \(Wording.plural(view.count, "row"))",
        at: range, hint: view.isEmpty ? "'unset filter' drops the last filter" : nil)
    }
    return CandidateChoice(run: run, row: row)
  }
}
