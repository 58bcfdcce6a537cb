import PlateauColumns
import PlateauEngine
import PlateauLanguage
import PlateauReport

/// Gives values to parameters and settings.
enum SetCommand: Command {
  static let signature = CommandSignature(
    "set", group: "space", summary: "give a parameter or setting one value or several to sweep",
    [.optional([.word("name", .setting, placeholder: "NAME"), .values("values")])],
    details: """
      Values are a range (5..50 step 5, 0.01..1 log count 9), a list {1%, 1.5%, 2%} or a single \
      value. Whole-number ranges step by 1. Several values of a setting, such as commission, are \
      swept like a parameter. Without a name, all values are listed.
      """,
    examples: ["set fast 5..50 step 5", "set commission 0.1%", "set stop {none, 3%, 5%}"],
    related: ["unset", "require", "sweep", "settings"])

  static func run(_ call: CommandCall, in session: Session) throws -> Document {
    guard let word = call.word("name"), let values = call.values("values") else {
      return try SpaceListing.document(of: session)
    }
    let strategy = StrategyLibrary(session.state).chosenOrNone()
    let found = try SettableName.find(word, at: call.range(of: "name"), strategy: strategy)
    let assignment: Assignment
    switch found {
    case .parameter(let parameter):
      assignment = try SettingValues.assignment(of: parameter, to: values)
    case .setting(let setting):
      assignment = try SettingValues.assignment(of: setting, to: values).named(beside: strategy)
    case .session(let setting):
      return try session.set(setting, to: values)
    }
    session.state.assign(assignment)
    return echo(assignment, session)
  }

  /// What was understood, with the number of values and of combinations.
  private static func echo(_ assignment: Assignment, _ session: Session) -> Document {
    let count = assignment.values.values.count
    guard count > 1 else { return .message(assignment.text) }
    let combinations = session.state.assignments.reduce(1.0) {
      $0 * Double($1.values.values.count)
    }
    return .message(
      "\(assignment.text): \(Wording.count(count)) values; "
        + Wording.combinations(combinations) + " in all")
  }
}
