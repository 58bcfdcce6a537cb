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
      asking. The result does not depend on the number of threads.
      """,
    examples: ["sweep", "sweep threads 2 as first"],
    related: ["set", "require", "explain", "top", "pause", "resume"])

  static func run(_ call: CommandCall, in session: Session) throws -> Document {
    let plan = try SweepPlanner.plan(session)
    let threads = try session.threadCount(call)
    if let name = call.word("name") {
      guard !RunList.isNumber(name) else {
        throw Diagnostic(
          "'\(name)' would be the number of a run", at: call.range(of: "name"),
          hint: "choose a name with another letter")
      }
      guard session.runs.run(named: name) == nil else {
        throw Diagnostic("a run is already named '\(name)'", at: call.range(of: "name"))
      }
    }
    let estimate = SweepEstimate(plan, threads: threads)
    try check(estimate, isForced: call.flag("force"), session)
    session.host.remark("sweeping \(estimate.sentence)")
    session.remarkOnCosts(of: plan)
    guard let evaluator = plan.evaluatorFromStart(isInterrupted: session.host.isInterrupted)
    else { throw Diagnostic("interrupted before the sweep began") }
    let run = Run(
      id: session.runs.nextID, name: call.word("name"), plan: plan, evaluator: evaluator,
      threads: threads, command: commandText(of: call))
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

  private static func check(
    _ estimate: SweepEstimate, isForced: Bool, _ session: Session
  ) throws {
    let advice = "take larger steps, or add a 'require' that leaves candidates out"
    if let refusal = estimate.refusal {
      throw Diagnostic("\(estimate.sentence): \(refusal)", hint: advice)
    }
    guard estimate.isLarge, !isForced else { return }
    switch session.host.confirm("This sweep has \(estimate.sentence). Start it?") {
    case true?: return
    case false?: throw Diagnostic("the sweep was not started", hint: advice)
    case nil:
      throw Diagnostic(
        "the sweep is large: \(estimate.sentence)", hint: "'sweep force' starts it; or \(advice)")
    }
  }
}
