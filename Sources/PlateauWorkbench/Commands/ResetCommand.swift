import PlateauLanguage
import PlateauReport

/// Begins anew.
enum ResetCommand: Command {
  static let signature = CommandSignature(
    "reset", group: "prompt", summary: "forget data, values and views, and begin anew",
    details: "'undo' brings everything back. Past runs stay in 'runs'.", examples: ["reset"],
    related: ["undo", "unset", "quit"])

  static func run(_ call: CommandCall, in session: Session) throws -> Document {
    session.state = SessionState()
    return .message("the session is empty; 'undo' brings it back")
  }
}
