import PlateauLanguage
import PlateauReport

/// Makes a change again that `undo` took back.
enum RedoCommand: Command {
  static let signature = CommandSignature(
    "redo", group: "keep", summary: "make the change again that undo took back",
    examples: ["redo"], related: ["undo"])
  static let isUndoable = false

  static func run(_ call: CommandCall, in session: Session) throws -> Document {
    guard let step = session.future.popLast() else {
      throw Diagnostic(.nothingToUndo, "nothing to redo")
    }
    session.past.append(.init(state: session.state, command: step.command))
    session.state = step.state
    return .message("did again: \(step.command)")
  }
}
