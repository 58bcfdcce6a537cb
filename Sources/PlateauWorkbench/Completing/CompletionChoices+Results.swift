import PlateauColumns
import PlateauEngine
import PlateauLanguage
import PlateauSearch

extension CompletionChoices {
  /// Rows of a result that are ranked for completion; ranking more would keep the user waiting.
  private static let mostRanked = 200_000
  /// Candidates that are offered by number.
  private static let mostNumbers = 10

  /// The runs that the verb can do something with.
  var runs: [Choice] {
    let states: [StudyProgress.State] =
      switch place.verb {
      case "pause": [.running]
      case "resume": [.paused]
      case "cancel": [.running, .paused]
      default: [.running, .paused, .finished, .cancelled]
      }
    return session.runs.all.flatMap { run -> [Choice] in
      let progress = run.study.progress
      guard states.contains(progress.state) else { return [] }
      let name = run.name.map { "\($0), " } ?? ""
      let meaning =
        "\(name)\(run.plan.strategy.name), \(progress.state.rawValue) at "
        + "\(Wording.count(progress.done)) of \(Wording.roughCount(run.plan.study.count.value))"
      return [Choice(run.label, meaning, isName: true)]
        + (run.name.map { [Choice($0, meaning, isName: true, isAlias: true)] } ?? [])
    }
  }

  /// `best`, `rank`, the numbers of the best rows with their scores, and other runs.
  func candidates(ofRun id: Int?) -> [Choice] {
    guard let run = id.map({ session.runs[$0] }) ?? currentRun else { return [] }
    let best = ranked(run)
    var choices = [
      Choice("best", best.first.map(\.meaning) ?? KeywordMeaning.of("best") ?? ""),
      Choice("rank", KeywordMeaning.of("rank") ?? ""),
    ]
    choices += best
    guard id == nil else { return choices }
    return choices
      + session.runs.all.filter { $0.id != run.id }.map {
        Choice("\($0.label):", "a candidate of \($0.label)", suffix: "")
      }
  }

  /// The best rows that are kept, by number; none of a result too large to rank at once.
  private func ranked(_ run: Run) -> [Choice] {
    let done = run.study.progress.done
    guard done > 0, done <= Self.mostRanked,
      let view = try? RunView(
        run: run, filters: state.filters(on: run.id), objective: state.objective)
    else { return [] }
    return view.ranking.first(Self.mostNumbers).map { row in
      let values = CandidateChoice(run: run, row: row).valuesText
      let score = state.objective.scoreText(view.scores[row])
      return Choice("\(row)", "\(score)  \(values)")
    }
  }
}
