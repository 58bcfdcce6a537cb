import PlateauLanguage
import PlateauReport

/// Executes a script in a fresh session and checks what comes out.
enum ReplayCommand: Command {
  static let signature = CommandSignature(
    "replay", group: "keep", summary: "execute a script in a fresh session and check its #= lines",
    [.word("path", .path, placeholder: "PATH"), .optional([.keyword("verify")])],
    details: """
      With 'verify' a difference ends the replay with exit status 3 and names the line; without, \
      it is a warning. This session stays as it is.
      """,
    examples: ["replay \"sessions/quickstart.plateau\" verify"], related: ["save", "run"])
  static let isUndoable = false

  static func run(_ call: CommandCall, in session: Session) throws -> Document {
    let path = call.word("path") ?? ""
    let fresh = Session(host: session.host, folder: session.folder)
    fresh.openScripts = session.openScripts
    fresh.writesFiles = session.writesFiles
    session.openScripts.append(session.scriptPath(path))
    defer { session.openScripts.removeLast() }
    let verifies = call.flag("verify")
    let verification: Verification
    do {
      verification = try fresh.execute(
        scriptAt: session.scriptPath(path), shownAs: path,
        expectations: verifies ? .verified : .reported)
    } catch {
      throw error.placed(at: call.range(of: "path"))
    }
    return .message("\(path): \(verification.sentence)")
  }
}
