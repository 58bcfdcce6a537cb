import PlateauLanguage
import PlateauReport
import PlateauSearch
import PlateauColumns

/// Stops a background sweep so that it can go on later.
enum PauseCommand: Command {
  static let signature = CommandSignature(
    "pause", group: "search", summary: "pause the running sweep",
    [.optional([.word("run", .run, placeholder: "rN")])],
    details: "In the foreground Ctrl-C pauses.", examples: ["pause"],
    related: ["resume", "cancel", "runs"])
  static let isUndoable = false

  static func run(_ call: CommandCall, in session: Session) throws -> Document {
    let run = try session.run(
      call, in: [.running], complaint: "no sweep is running")
    run.study.pause()
    run.waitUntilStopped()
    return SweepSummary.document(of: run)
  }
}
