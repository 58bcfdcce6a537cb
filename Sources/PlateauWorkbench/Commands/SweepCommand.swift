import PlateauEngine
import PlateauLanguage
import PlateauReport
import PlateauSearch

/// Evaluates every candidate of the space.
enum SweepCommand: Command {
  /// What may follow `sweep`.
  static let clauses: [[ArgumentPattern]] = [
    [.keyword("grid")],
    [.keyword("threads"), .count("threads")],
    [.keyword("as"), .word("name", .newName, placeholder: "NAME")],
    [.keyword("background")],
    [.keyword("force")],
  ]

  static let signature = CommandSignature(
    "sweep", group: "search", summary: "evaluate every candidate of the space",
    [.clauses(clauses)],
    details: """
      Says first how many candidates there are and what they will cost. Ctrl-C pauses; 'resume' \
      goes on. 'background' leaves the prompt free. 'force' starts a very large sweep without \
      asking. The result does not depend on the number of threads. In the answer, 'noise hurdle' \
      is the Sharpe ratio that luck alone reaches in so many trials (Bailey and Lopez de Prado), \
      and 'verified' counts the candidates that were run again bar by bar and came out the same.
      """,
    examples: ["sweep", "sweep threads 2 as first"],
    related: ["set", "require", "explain", "top", "pause", "resume"])

  static func run(_ call: CommandCall, in session: Session) throws -> Document {
    try start(call, in: session)
  }

  /// Sweeps the session's space as the clauses of a call say.
  ///
  /// - Parameters:
  ///   - call: A command with the clauses of `sweep`.
  ///   - session: The session.
  ///   - source: A run whose rows are taken over as far as they are the same; where none can be,
  ///     the reason is told and all candidates are evaluated.
  /// - Returns: The summary of the run.
  /// - Throws: `Diagnostic` when the sweep cannot be planned or is not started.
  static func start(
    _ call: CommandCall, in session: Session, recalling source: Run? = nil
  ) throws -> Document {
    let plan = try SweepPlanner.plan(session)
    let threads = try session.threadCount(call)
    if let name = call.word("name") {
      guard !RunList.isNumber(name) else {
        throw Diagnostic(
          .nameForm, "'\(name)' would be the number of a run", at: call.range(of: "name"),
          hint: "choose a name with another letter")
      }
      guard session.runs.run(named: name) == nil else {
        throw Diagnostic(.nameTaken, "a run is already named '\(name)'", at: call.range(of: "name"))
      }
    }
    var estimate = SweepEstimate(plan, threads: threads)
    // Finding rows to take over looks at all of them, and with 'start common' at every candidate:
    // a sweep that is large even with every row taken over is asked about before.
    var isAgreed = call.flag("force")
    try agree(
      to: estimate, knowing: source?.study.progress.done ?? 0, isAgreed: &isAgreed, session)
    let recalled = try source.map { try session.rowsTakenOver(from: $0, plan) }
    let takenOver = recalled?.rows
    estimate.known = takenOver?.rows.count ?? 0
    try agree(to: estimate, knowing: estimate.known, isAgreed: &isAgreed, session)
    session.host.remark("sweeping \(estimate.sentence)")
    session.remarkOnCosts(of: plan)
    session.remarkOnExpectation(of: plan)
    let evaluator = try recalled?.evaluator ?? session.evaluator(of: plan)
    let run = Run(
      id: session.runs.nextID, name: call.word("name"), plan: plan, evaluator: evaluator,
      takenOver: takenOver, threads: threads, command: commandText(of: call))
    session.remarkOnFilters(leftFor: run)
    session.runs.append(run)
    session.state.currentRun = run.id
    if call.flag("background") {
      return session.workInBackground(run)
    }
    return session.workInForeground(run)
  }

  /// The clauses that a saved script repeats: the name, but not the threads.
  private static func commandText(of call: CommandCall) -> String {
    "sweep" + (call.word("name").map { " as \(ScriptWord.name($0))" } ?? "")
  }

  /// Asks, once, before a sweep that is large.
  ///
  /// - Throws: `Diagnostic` when it cannot be done, or nobody agrees.
  private static func agree(
    to estimate: SweepEstimate, knowing known: Int, isAgreed: inout Bool, _ session: Session
  ) throws {
    let advice = "take larger steps, or add a 'require' that leaves candidates out"
    if let refusal = estimate.refusal {
      throw Diagnostic(.tooLarge, "\(estimate.sentence): \(refusal)", hint: advice)
    }
    guard !isAgreed, estimate.isLarge(knowing: known) else { return }
    switch session.host.confirm("This sweep has \(estimate.sentence). Start it?") {
    case true?: isAgreed = true
    case false?: throw Diagnostic(.tooLarge, "the sweep was not started", hint: advice)
    case nil:
      throw Diagnostic(
        .tooLarge, "the sweep is large: \(estimate.sentence)",
        hint: "'sweep force' starts it; or \(advice)")
    }
  }
}
