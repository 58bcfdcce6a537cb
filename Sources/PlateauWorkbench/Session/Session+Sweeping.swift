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
        "threads is a whole number from 1 to 1024", at: call.range(of: "threads"))
    }
    return given
  }

  /// Runs a sweep while the user goes on; its end is told when it comes.
  func workInBackground(_ run: Run) -> Document {
    let notify = host.notify
    run.workInBackground { run in
      guard run.study.progress.state == .finished else { return }
      notify("\(SweepSummary.timing(of: run)); 'top' shows the best")
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
    if run.study.progress.state == .finished { remarkOnStarts(of: run) }
    return SweepSummary.document(of: run, canResume: host.isInteractive)
  }

  /// Warns when a sweep has no costs at all.
  func remarkOnCosts(of plan: SweepPlan) {
    let costs = ["commission", "commission_fixed", "slippage"]
    guard costs.allSatisfy({ plan.settings[$0] == 0 }),
      !plan.study.space.domains.contains(where: { costs.contains($0.name) })
    else { return }
    warn("no trading costs set; 'set commission 0.1%' sets some")
  }

  /// The run a command is about: the one named, else the latest in one of the states.
  func run(
    _ call: CommandCall, in states: [StudyProgress.State], complaint: String
  ) throws -> Run {
    if let word = call.word("run") {
      let run = try run(named: word, at: call.range(of: "run"))
      guard states.contains(run.study.progress.state) else {
        throw Diagnostic(
          "\(run.label) is \(run.study.progress.state.rawValue)", at: call.range(of: "run"))
      }
      return run
    }
    guard let run = runs.all.last(where: { states.contains($0.study.progress.state) }) else {
      throw Diagnostic(complaint, hint: "'runs' lists past and running sweeps")
    }
    return run
  }

  /// The run of a word.
  func run(named word: String, at range: Range<Int>?) throws -> Run {
    guard let run = runs.run(named: word) else {
      throw Diagnostic(
        "no run '\(word)'", at: range, suggestions: nearestNames(to: word, among: runs.names),
        hint: runs.all.isEmpty ? "no sweep has run yet" : "'runs' lists them")
    }
    return run
  }
}
