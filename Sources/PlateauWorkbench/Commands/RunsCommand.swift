import PlateauColumns
import PlateauEngine
import PlateauLanguage
import PlateauMarket
import PlateauReport
import PlateauSearch

/// Lists the sweeps of the session.
enum RunsCommand: Command {
  static let signature = CommandSignature(
    "runs", group: "search", summary: "list the sweeps of this session, past and running",
    examples: ["runs"], related: ["open", "sweep", "pause", "resume"])
  static let isUndoable = false

  static func run(_ call: CommandCall, in session: Session) throws -> Document {
    guard !session.runs.all.isEmpty else { return .message("no sweep has run yet") }
    let rows: [[Cell]] = session.runs.all.map { run in
      let progress = run.study.progress
      return [
        .text(run.label), .text(run.name ?? ""), .flag(run.id == session.state.currentRun),
        .text(progress.state.rawValue), .text(run.plan.strategy.name),
        .text(run.plan.markets.map(\.series.name).joined(separator: " ")),
        .number(Double(progress.done), .length), .number(run.plan.study.count.value, .length),
        .number(Double(progress.failed), .length),
      ]
    }
    return Document([
      .table(
        TableBlock(
          [
            .init("run"), .init("name"), .init("open"), .init("state"), .init("strategy"),
            .init("symbols"), .init("done", .length), .init("candidates", .length),
            .init("failed", .length),
          ], rows: rows))
    ])
  }
}
