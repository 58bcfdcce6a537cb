import PlateauColumns
import PlateauEngine
import PlateauLanguage
import PlateauReport
import PlateauSearch

extension Session {
  /// The threads of a sweep: given, else set, else one a core.
  func threadCount(_ call: CommandCall) throws -> Int {
    guard let given = call.count("threads") else { return state.threads ?? host.threadCount }
    guard (1...1024).contains(given) else {
      throw Diagnostic(
        .outOfBounds, "threads is a whole number from 1 to 1024", at: call.range(of: "threads"))
    }
    return given
  }

  /// Runs a sweep while the user goes on; its end is told when it comes.
  func workInBackground(_ run: Run) -> Document {
    let notify = host.notify
    run.workInBackground { run in
      guard run.study.progress.state == .finished else { return }
      notify("\(SweepSummary.timing(of: run)); 'top' shows the best")
      if let doubt = run.observations().doubt { notify("warning: \(run.label): \(doubt)") }
    }
    return .message("\(run.label) runs in the background; 'runs' shows how far it is")
  }

  /// Runs a sweep while the user waits, and says how it ended.
  func workInForeground(_ run: Run) -> Document {
    run.work { report in
      if host.isInterrupted() { run.study.pause() }
      host.progress(report)
    }
    host.progress(nil)
    host.remark(SweepSummary.timing(of: run))
    if run.study.progress.state == .finished {
      remarkOnStarts(of: run)
      for sentence in run.observations().warnings { warn(sentence) }
    }
    return SweepSummary.document(of: run, canResume: host.isInteractive)
  }

  /// The rows of a run that a new sweep need not evaluate; says why when there are none.
  ///
  /// - Throws: `Diagnostic` when the user interrupts.
  func rowsTakenOver(
    from run: Run, _ plan: SweepPlan
  ) throws -> (rows: TakenOverRows?, evaluator: BacktestEvaluator) {
    let evaluator = try evaluator(of: plan)
    do {
      return (try TakenOverRows(from: run, for: plan, evaluator: evaluator), evaluator)
    } catch {
      host.remark("nothing is taken over from \(run.label): \(error.reason)")
      return (nil, evaluator)
    }
  }

  /// The engine of a plan.
  ///
  /// - Throws: `Diagnostic` when the user interrupts the search for a common start.
  func evaluator(of plan: SweepPlan) throws -> BacktestEvaluator {
    guard let evaluator = plan.evaluatorFromStart(isInterrupted: host.isInterrupted) else {
      throw Diagnostic(.interrupted, "interrupted before the sweep began")
    }
    return evaluator
  }

  /// Warns when a sweep has no costs at all.
  func remarkOnCosts(of plan: SweepPlan) {
    let costs = ["commission", "commission_fixed", "slippage"]
    guard costs.allSatisfy({ plan.settings[$0] == 0 }),
      !plan.study.space.domains.contains(where: { costs.contains($0.name) })
    else { return }
    warn("no trading costs set; 'set commission 0.1%' sets some")
  }

  /// Warns when candidates do not meet what their strategy is meant for, such as `fast < slow`.
  func remarkOnExpectation(of plan: SweepPlan) {
    guard let left = plan.candidatesAgainstExpectation, left.count > 0 else { return }
    warn(
      "\(Wording.plural(left.count, "candidate")) not '\(left.expectation)'; "
        + "'require \(left.expectation)' leaves them out")
  }

  /// Says that filters belong to the run they were made on.
  func remarkOnFilters(leftFor run: Run) {
    guard !state.filters.isEmpty, let open = state.currentRun.flatMap({ runs[$0] }) else { return }
    host.remark(
      "\(run.label) starts without the \(Wording.plural(state.filters.count, "filter")) of "
        + open.label)
  }

  /// The run a command is about: the one named, else the open one, else the latest in one of the
  /// states.
  func run(
    _ call: CommandCall, in states: [StudyProgress.State], complaint: String
  ) throws -> Run {
    if let word = call.word("run") {
      let run = try run(named: word, at: call.range(of: "run"))
      guard states.contains(run.study.progress.state) else {
        throw Diagnostic(
          .sweepState, "\(run.label) is \(run.study.progress.state.rawValue)",
          at: call.range(of: "run"))
      }
      return run
    }
    if let id = state.currentRun, let run = runs[id], states.contains(run.study.progress.state) {
      return run
    }
    guard let run = runs.all.last(where: { states.contains($0.study.progress.state) }) else {
      throw Diagnostic(.sweepState, complaint, hint: "'runs' lists past and running sweeps")
    }
    return run
  }

  /// The run of a word.
  func run(named word: String, at range: Range<Int>?) throws -> Run {
    guard let run = runs.run(named: word) else {
      throw Diagnostic(
        .unknownRun, "no run '\(word)'", at: range,
        suggestions: nearestNames(to: word, among: runs.names),
        hint: runs.all.isEmpty ? "no sweep has run yet" : "'runs' lists them")
    }
    return run
  }
}
