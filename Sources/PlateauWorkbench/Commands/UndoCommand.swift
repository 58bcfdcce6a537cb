import PlateauLanguage
import PlateauReport
import PlateauSearch

/// Takes the last change of state back.
enum UndoCommand: Command {
  static let signature = CommandSignature(
    "undo", group: "keep", summary: "take the last change back",
    details: """
      Brings back data, values, filters and views. Written files stay, and so do the runs, also \
      one that is running: 'runs' lists them all, 'cancel rN' ends one.
      """,
    examples: ["undo"], related: ["redo", "history"])
  static let isUndoable = false

  static func run(_ call: CommandCall, in session: Session) throws -> Document {
    guard let step = session.past.popLast() else {
      throw Diagnostic(.nothingToUndo, "nothing to undo")
    }
    session.future.append(.init(state: session.state, command: step.command))
    let left = session.state.currentRun.flatMap { session.runs[$0] }
    session.state = step.state
    guard let left, left.id != step.state.currentRun, left.study.progress.state == .running else {
      return .message("undid: \(step.command)")
    }
    return .message(
      "undid: \(step.command)\n\(left.label) goes on running; 'cancel \(left.label)' ends it")
  }
}
