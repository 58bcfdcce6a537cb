import PlateauLanguage
import PlateauReport

/// Takes the last change of state back.
enum UndoCommand: Command {
  static let signature = CommandSignature(
    "undo", group: "keep", summary: "take the last change back",
    details: """
      Brings back data, values, filters and views. Written files stay, and so do the runs: 'runs' \
      lists them all.
      """,
    examples: ["undo"], related: ["redo", "history"])
  static let isUndoable = false

  static func run(_ call: CommandCall, in session: Session) throws -> Document {
    guard let step = session.past.popLast() else {
      throw Diagnostic("nothing to undo")
    }
    session.future.append(.init(state: session.state, command: step.command))
    session.state = step.state
    return .message("undid: \(step.command)")
  }
}
