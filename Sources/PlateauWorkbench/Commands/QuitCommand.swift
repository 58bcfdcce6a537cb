import PlateauLanguage
import PlateauReport
import PlateauSearch

/// Leaves Plateau.
enum QuitCommand: Command {
  static let signature = CommandSignature(
    "quit", aliases: ["exit"], group: "prompt", summary: "leave, with an exit status if given",
    [.optional([.count("status")])], examples: ["quit", "quit 4"], related: ["save", "reset"])
  static let isUndoable = false

  static func run(_ call: CommandCall, in session: Session) throws -> Document {
    let status = call.count("status") ?? 0
    guard (0...255).contains(status) else {
      throw Diagnostic(
        .outOfBounds, "an exit status is from 0 to 255", at: call.range(of: "status"))
    }
    let running = runningLabels(session)
    if !running.isEmpty,
      session.host.confirm(
        "\(sentence(running)). Quit and end \(running.count == 1 ? "it" : "them")?") == false
    {
      let left = runningLabels(session)
      throw left.isEmpty
        ? Diagnostic(.sweepState, "\(Wording.list(running)) ended meanwhile", hint: "'quit' leaves")
        : Diagnostic(.sweepState, sentence(left), hint: "'cancel \(left[0])' ends \(left[0])")
    }
    session.exitStatus = Int32(status)
    return Document()
  }

  private static func runningLabels(_ session: Session) -> [String] {
    session.runs.all.filter { $0.study.progress.state == .running }.map(\.label)
  }

  private static func sentence(_ labels: [String]) -> String {
    "\(Wording.list(labels)) \(labels.count == 1 ? "is" : "are") still running"
  }
}
