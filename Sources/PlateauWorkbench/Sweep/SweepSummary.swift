import PlateauColumns
import PlateauEngine
import PlateauReport
import PlateauSearch

/// What is said when a sweep ends or stops.
enum SweepSummary {
  /// The document for the run's present state.
  ///
  /// Everything in it but the remarks of `timing` is the same each time the sweep is run.
  ///
  /// - Parameters:
  ///   - run: The run.
  ///   - objective: Decides the best candidate; the run's own unless given.
  ///   - canResume: Whether anyone is there to go on with a paused run.
  /// - Returns: The figures of an ended run, or how far a paused one is.
  static func document(
    of run: Run, by objective: ObjectiveChoice? = nil, canResume: Bool = true
  ) -> Document {
    let progress = run.study.progress
    let result = run.study.result
    switch progress.state {
    case .paused, .running:
      let state = progress.state == .paused ? "paused" : "running"
      return .message(
        "\(run.label) \(state) at \(Wording.count(progress.done)) of "
          + "\(Wording.roughCount(run.plan.study.count.value)) candidates"
          + (canResume ? "; 'resume' goes on, 'cancel' ends it and keeps what is done" : ""))
    case .finished, .cancelled:
      var fields: [FieldList.Field] = [
        .init("run", .text(run.name.map { "\(run.label) (\($0))" } ?? run.label)),
        .init("strategy", .text(run.plan.strategy.name)),
        .init("window", .text(run.plan.state.window.text), note: run.plan.barsNote),
        .init(
          "candidates", .number(Double(result.count), .length),
          note: candidatesNote(run, result, progress.state)),
        .init("failed", .number(Double(result.failures.count), .length)),
      ]
      if let best = bestField(of: run, result, objective ?? run.plan.state.objective) {
        fields.append(best)
      }
      fields += BaselineScore.fields(of: run)
      fields += observedFields(of: run)
      fields.append(.init("digest", .text(run.study.digest.short)))
      return Document([.fields(FieldList(fields))])
    }
  }

  /// Time and rate, which differ from run to run and so go beside the results, not into them.
  static func timing(of run: Run) -> String {
    let count = run.study.progress.done
    let seconds = run.seconds
    let rate = seconds > 0 ? Double(count) / seconds : 0
    return "\(run.label): \(Wording.plural(count, "candidate")) in \(Wording.seconds(seconds)), "
      + "\(Wording.roughCount(rate)) a second on \(Wording.plural(run.threads, "thread"))"
  }

  /// What is to be said of the number of candidates, or `nil`.
  private static func candidatesNote(
    _ run: Run, _ result: StudyResult, _ state: StudyProgress.State
  ) -> String? {
    var notes: [String] = state == .cancelled ? ["cancelled early"] : []
    notes += run.observations().countNotes
    if let source = run.sourceLabel {
      let count = run.takenOverCount
      notes.append(
        "\(Wording.count(count)) taken over from \(source), "
          + "\(Wording.count(result.count - count)) evaluated")
    }
    return notes.isEmpty ? nil : notes.joined(separator: "; ")
  }

  /// The Sharpe ratio that luck would reach, and how many rows the reference confirms.
  private static func observedFields(of run: Run) -> [FieldList.Field] {
    let observations = run.observations()
    var fields: [FieldList.Field] = []
    if !observations.noiseHurdle.isNaN {
      let hurdle = NumberStyle(unicode: true).text(observations.noiseHurdle, .number)
      fields.append(
        .init(
          "noise hurdle", .text("sharpe_ratio \(hurdle)"),
          note: "by luck in \(Wording.plural(observations.trialCount, "trial"))"))
    }
    let verification = observations.verification
    guard verification.checked > 0 else { return fields }
    fields.append(
      .init(
        "verified", .text(verification.text),
        note: verification.complaint ?? "bar by bar"))
    return fields
  }

  private static func bestField(
    of run: Run, _ result: StudyResult, _ objective: ObjectiveChoice
  ) -> FieldList.Field? {
    guard let view = try? RunView(run: run, filters: [], objective: objective),
      let best = view.best, !view.scores[best].isNaN
    else { return nil }
    let parameters = result.table.columns.prefix(result.parameterCount).map { column in
      "\(column.name) \(run.typed(column, row: best))"
    }
    return .init(
      "best", .text("candidate \(best): \(objective.scoreText(view.scores[best]))"),
      note: parameters.joined(separator: ", "))
  }
}

extension ObjectiveChoice {
  /// A score as it is read: `sharpe_ratio 1.288`, `max_drawdown 37.24%`.
  func scoreText(_ score: Double) -> String {
    "\(text) \(NumberStyle(unicode: true).text(score, kind))"
  }
}
