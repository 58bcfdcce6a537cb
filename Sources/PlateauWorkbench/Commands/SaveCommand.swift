import Foundation
import PlateauLanguage
import PlateauReport
import PlateauSearch

/// Writes the session as a script.
enum SaveCommand: Command {
  static let signature = CommandSignature(
    "save", group: "keep", summary: "write the session as a script that can be replayed",
    [.word("path", .path, placeholder: "PATH"), .optional([.keyword("force")])],
    details: """
      The shortest script that leads to the present state. Lines with #= carry the fingerprint of \
      the data, the number of candidates and the digest of the results, which 'replay PATH verify' \
      checks. Paths are written relative to the script.
      """,
    examples: ["save session.plateau force"], related: ["replay", "run", "export"])
  static let isUndoable = false
  static let writesFiles = true

  static func run(_ call: CommandCall, in session: Session) throws -> Document {
    if let run = session.state.currentRun.flatMap({ session.runs[$0] }),
      run.study.progress.state != .finished
    {
      session.warn(
        "\(run.label) is \(run.study.progress.state.rawValue): its result is not promised by "
          + "the script")
    }
    let word = call.word("path") ?? ""
    // These name folders; with an ending they would name a file beside the folder.
    guard
      !["", ".", "..", "~"].contains(
        word.split(separator: "/", omittingEmptySubsequences: false).last ?? "")
    else {
      throw Diagnostic(
        .notWritable, "'\(word)' is a folder", at: call.range(of: "path"), hint: "name a file in it"
      )
    }
    var path = session.absolutePath(word)
    if !PathText.hasEnding(path) { path += ".plateau" }
    let script = SessionScript.text(
      of: session, folder: PathText.folder(of: path))
    try OutputFile.write(
      to: path, isForced: call.flag("force"), in: session, at: call.range(of: "path")
    ) { try $0(script) }
    let count = script.split(separator: "\n").count
    return .message("wrote \(Wording.plural(count, "line")) to \(path)")
  }
}
