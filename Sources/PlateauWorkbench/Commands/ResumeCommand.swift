import PlateauLanguage
import PlateauReport
import PlateauSearch

/// Goes on with a paused sweep.
enum ResumeCommand: Command {
  static let signature = CommandSignature(
    "resume", group: "search", summary: "go on with a paused sweep",
    [.optional([.word("run", .run, placeholder: "rN")])],
    details: "The result is the same as if it had never been paused.", examples: ["resume"],
    related: ["pause", "cancel", "runs"])
  static let isUndoable = false

  static func run(_ call: CommandCall, in session: Session) throws -> Document {
    let run = try session.run(call, in: [.paused], complaint: "no sweep is paused")
    if call.word("run") == nil { session.echo("resume \(run.label)") }
    return run.isInBackground ? session.workInBackground(run) : session.workInForeground(run)
  }
}
