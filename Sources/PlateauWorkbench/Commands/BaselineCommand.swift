import PlateauEngine
import PlateauLanguage
import PlateauReport

/// Names the candidate that others are compared with.
enum BaselineCommand: Command {
  static let signature = CommandSignature(
    "baseline", group: "space", summary: "name the candidate that results are compared with",
    [.optional([.commaList(.assignment("value"))])],
    details: """
      Values not named are the defaults. After a sweep the summary shows the baseline's figures \
      beside the best candidate's.
      """,
    examples: ["baseline fast=10, slow=50"], related: ["sweep", "show"])

  static func run(_ call: CommandCall, in session: Session) throws -> Document {
    let given = call.assignments("value")
    guard !given.isEmpty else {
      return .message(
        session.state.baseline.isEmpty ? "no baseline" : session.state.baselineText)
    }
    guard let strategy = StrategyLibrary(session.state).chosenOrNone() else {
      throw Diagnostic(
        .noStrategy, "a baseline gives values to a strategy's parameters, and none is chosen",
        hint: "choose one first, such as strategy sma_cross")
    }
    session.state.baseline = try given.map { assignment in
      let found = try SettableName.find(
        assignment.name, at: assignment.nameRange, strategy: strategy)
      let value: Assignment
      switch found {
      case .parameter(let parameter):
        value = try SettingValues.assignment(of: parameter, to: assignment.values())
      case .setting(let setting):
        value = try SettingValues.assignment(of: setting, to: assignment.values())
      case .session(let setting):
        throw Diagnostic(
          .unknownSetting, "\(setting.rawValue) is no part of a candidate", at: assignment.range)
      }
      guard !value.isRange else {
        throw Diagnostic(.oneValue, "a baseline has one value a name", at: assignment.valueRange)
      }
      return value
    }
    return .message(session.state.baselineText)
  }
}

extension SessionState {
  /// The command that sets the baseline.
  var baselineText: String {
    "baseline " + baseline.map { "\($0.name)=\($0.values.text)" }.joined(separator: ", ")
  }
}
