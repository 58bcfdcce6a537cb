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
      throw Diagnostic("an exit status is from 0 to 255", at: call.range(of: "status"))
    }
    if let run = session.runs.all.last(where: { $0.study.progress.state == .running }),
      session.host.confirm("\(run.label) is still running. Leave it?") == false
    {
      throw Diagnostic("\(run.label) is still running", hint: "'cancel' ends it")
    }
    session.exitStatus = Int32(status)
    return Document()
  }
}
