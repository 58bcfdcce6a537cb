import PlateauColumns
import PlateauLanguage
import PlateauReport
import PlateauSearch

/// Lists the candidates that failed, with their reasons.
enum FailuresCommand: Command {
  static let signature = CommandSignature(
    "failures", group: "results", summary: "list the candidates that failed, and why",
    examples: ["failures"], related: ["top", "describe", "runs"])
  static let isUndoable = false

  static func run(_ call: CommandCall, in session: Session) throws -> Document {
    let run = try session.currentRun()
    let result = run.study.result
    session.echo("failures of \(run.label)")
    guard !result.failures.isEmpty else {
      return .message("none of \(Wording.plural(result.count, "candidate")) failed")
    }
    let parameters = result.table.columns.prefix(result.parameterCount)
    return Document([
      .table(
        TableBlock(
          [.init("candidate", .length)] + parameters.map { .init($0.name, $0.kind, digits: .all) }
            + [.init("reason")],
          rows: result.failures.map { failure in
            [.number(Double(failure.row), .length)]
              + parameters.map { CellText.cell($0, row: failure.row) } + [.text(failure.reason)]
          },
          notes: [
            "\(Wording.count(result.failures.count)) of \(Wording.count(result.count)) failed"
          ]))
    ])
  }
}
