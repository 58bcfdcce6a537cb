import PlateauColumns
import PlateauLanguage
import PlateauReport

/// Lists the warnings of the session.
enum WarningsCommand: Command {
  static let signature = CommandSignature(
    "warnings", group: "prompt", summary: "list the warnings of this session",
    details: "Each warning is shown once when it arises; here they all are.",
    examples: ["warnings"], related: ["inspect", "failures"])
  static let isUndoable = false

  static func run(_ call: CommandCall, in session: Session) throws -> Document {
    guard !session.warnings.isEmpty else { return .message("no warnings") }
    return Document([
      .table(
        TableBlock(
          [.init("#", .length), .init("warning")],
          rows: session.warnings.enumerated().map {
            [.number(Double($0 + 1), .length), .text($1)]
          }))
    ])
  }
}
