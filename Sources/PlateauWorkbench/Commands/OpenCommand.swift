import PlateauLanguage
import PlateauReport

/// Makes another sweep the one that views are of.
enum OpenCommand: Command {
  static let signature = CommandSignature(
    "open", group: "search", summary: "look at the results of another sweep",
    [.word("run", .run, placeholder: "rN")],
    details: "Each run keeps its own filters.", examples: ["open r1"],
    related: ["runs", "top", "filter"])

  static func run(_ call: CommandCall, in session: Session) throws -> Document {
    let run = try session.run(named: call.word("run") ?? "", at: call.range(of: "run"))
    session.state.currentRun = run.id
    return SweepSummary.document(of: run, by: session.state.objective)
  }
}
