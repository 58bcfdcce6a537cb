import PlateauLanguage
import PlateauReport
import PlateauSearch

/// Writes results to a file.
enum ExportCommand: Command {
  static let signature = CommandSignature(
    "export", group: "keep", summary: "write the kept rows, or the best candidate, to a file",
    [
      .choice("format", ["csv", "json", "best"]), .word("path", .path, placeholder: "PATH"),
      .optional([.keyword("force")]),
    ],
    details: """
      csv and json write every kept row, best first, with all digits. best writes a script that \
      runs the best candidate ('run PATH'). A file with other content is overwritten only with \
      'force'.
      """,
    examples: ["export csv results.csv", "export best best.plateau force"],
    related: ["top", "filter", "save"])
  static let isUndoable = false

  static func run(_ call: CommandCall, in session: Session) throws -> Document {
    let view = try session.currentView()
    let path = session.absolutePath(call.word("path") ?? "")
    let text: String
    var rows = view.rows.count
    switch call.choice("format") {
    case "csv": text = ResultFile.csv(view)
    case "json": text = ResultFile.json(view)
    default:
      text = try BestScript.text(try CandidateChoice.find(nil, at: nil, in: session), path: path)
      rows = 1
    }
    let bytes = Array(text.utf8)
    try OutputFile.write(
      bytes, to: path, isForced: call.flag("force"), at: call.range(of: "path"))
    let state = view.run.study.progress.state
    let remark = state == .finished ? "" : "; \(view.run.label) is \(state.rawValue)"
    return .message(
      "wrote \(Wording.plural(rows, "row")), \(Wording.count(bytes.count)) bytes, to \(path)"
        + remark)
  }
}
