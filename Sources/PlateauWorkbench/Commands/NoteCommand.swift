import PlateauLanguage
import PlateauReport

/// Keeps a remark with the session.
enum NoteCommand: Command {
  static let signature = CommandSignature(
    "note", group: "keep", summary: "keep a remark with the session",
    [.optional([.text("text")])], details: "Notes are saved; bare 'note' lists them.",
    examples: ["note \"fast pairs fail after 2010\""], related: ["save", "history"])

  static func run(_ call: CommandCall, in session: Session) throws -> Document {
    guard let text = call.text("text") else {
      let notes = session.state.notes
      return .message(notes.isEmpty ? "no notes" : notes.joined(separator: "\n"))
    }
    session.state.notes.append(text)
    return .message("noted")
  }
}
