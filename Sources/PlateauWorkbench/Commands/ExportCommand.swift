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
      csv and json write every kept row, best first, with all digits; metrics of 'define' follow \
      the others. best writes a script that \
      runs the best candidate ('run PATH'). A file with other content is overwritten only with \
      'force'.
      """,
    examples: ["export csv results.csv", "export best best.plateau force"],
    related: ["top", "filter", "save"])
  static let isUndoable = false
  static let writesFiles = true

  static func run(_ call: CommandCall, in session: Session) throws -> Document {
    let view = try session.currentView()
    let path = session.absolutePath(call.word("path") ?? "")
    var rows = view.count
    var byteCount = 0
    /// Writes the file from what gives its pieces.
    func write(_ content: ((String) throws -> Void) throws -> Void) throws {
      byteCount = try OutputFile.write(
        to: path, isForced: call.flag("force"), in: session, at: call.range(of: "path"),
        content: content)
    }
    let objective = session.state.objective.text
    // The column of the score has the definition that decides it.
    let defined = session.state.definedMetrics.filter {
      $0.name != "score" || objective.lowercased() != "score"
    }
    switch call.choice("format") {
    case "csv":
      session.echo("export csv of \(view.run.label), best first by \(objective)")
      try write { try ResultFile.writeCSV(view, defined: defined, $0) }
    case "json":
      session.echo("export json of \(view.run.label), best first by \(objective)")
      try write { try $0(ResultFile.json(view, defined: defined)) }
    default:
      let choice = try CandidateChoice.find(nil, at: nil, in: session)
      let text = try BestScript.text(choice, path: path)
      session.echo("export best: \(choice.title)")
      try write { try $0(text) }
      rows = 1
    }
    let state = view.run.study.progress.state
    let remark = state == .finished ? "" : "; \(view.run.label) is \(state.rawValue)"
    let all = view.result.count
    let part =
      rows == all
      ? Wording.plural(rows, "row") : "\(Wording.count(rows)) of \(Wording.count(all)) rows"
    return .message("wrote \(part), \(Wording.count(byteCount)) bytes, to \(path)\(remark)")
  }
}
