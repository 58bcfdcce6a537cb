import PlateauLanguage
import PlateauReport

/// Executes a script in this session.
enum RunCommand: Command {
  static let signature = CommandSignature(
    "run", group: "keep", summary: "execute a script in this session",
    [.word("path", .path, placeholder: "PATH")],
    details: """
      Stops at the first error; what was done until then stays. Paths in a script are relative to \
      it. 'replay' executes one in a fresh session.
      """,
    examples: ["run \"sessions/quickstart.plateau\""], related: ["replay", "save"])
  static let isUndoable = false

  static func run(_ call: CommandCall, in session: Session) throws -> Document {
    let path = call.word("path") ?? ""
    do {
      try session.execute(scriptAt: session.scriptPath(path), shownAs: path)
    } catch {
      throw error.placed(at: call.range(of: "path"))
    }
    return Document()
  }
}

extension SessionError {
  /// A file that cannot be read is a fault of the command that named it; any other error of a
  /// script keeps its own place.
  func placed(at range: Range<Int>?) -> any Error {
    guard diagnostic.range == nil, source.bytes.isEmpty else { return self }
    var placed = diagnostic
    placed.range = range
    return placed
  }
}
