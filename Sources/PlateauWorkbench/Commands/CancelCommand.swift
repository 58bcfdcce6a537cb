import PlateauLanguage
import PlateauReport
import PlateauSearch

/// Ends a sweep early and keeps what is done.
enum CancelCommand: Command {
  static let signature = CommandSignature(
    "cancel", group: "search", summary: "end a sweep early and keep what is done",
    [.optional([.word("run", .run, placeholder: "rN")])],
    examples: ["cancel"], related: ["pause", "resume", "runs"])
  static let isUndoable = false

  static func run(_ call: CommandCall, in session: Session) throws -> Document {
    let run = try session.run(
      call, in: [.running, .paused], complaint: "no sweep is running or paused")
    run.cancel()
    run.waitUntilStopped()
    return SweepSummary.document(of: run)
  }
}
