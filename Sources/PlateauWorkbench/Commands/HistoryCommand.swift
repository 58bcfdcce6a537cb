import PlateauColumns
import PlateauLanguage
import PlateauReport

/// Lists the commands of the session.
enum HistoryCommand: Command {
  static let signature = CommandSignature(
    "history", group: "keep", summary: "list the commands of this session", examples: ["history"],
    related: ["undo", "save"])
  static let isUndoable = false

  static func run(_ call: CommandCall, in session: Session) throws -> Document {
    guard !session.history.isEmpty else { return .message("nothing yet") }
    return Document([
      .table(
        TableBlock(
          [.init("#", .length), .init("command")],
          rows: session.history.enumerated().map {
            [.number(Double($0 + 1), .length), .text($1)]
          }))
    ])
  }
}
