import PlateauLanguage
import PlateauReport

/// Makes a candidate's values the settings.
enum AdoptCommand: Command {
  static let signature = CommandSignature(
    "adopt", group: "space", summary: "make a candidate's values the settings",
    [.candidate("candidate")],
    details: """
      Its strategy, symbol, parameters and settings become those of the session, one value each; \
      a strategy that was written anew gets the text it had. Data, window and requirements stay. \
      With 'start common' a candidate that is swept alone may start earlier than among others.
      """,
    examples: ["adopt best", "adopt 1"], related: ["set", "refine", "show", "undo"])

  static func run(_ call: CommandCall, in session: Session) throws -> Document {
    let range = call.range(of: "candidate")
    let choice = try CandidateChoice.find(call.candidate("candidate"), at: range, in: session)
    let remarks = try session.state.adopt(choice, at: range)
    let lines = ["adopted \(choice.title): \(choice.valuesText)"] + remarks.map { "  \($0)" }
    return .message(lines.joined(separator: "\n"))
  }
}
