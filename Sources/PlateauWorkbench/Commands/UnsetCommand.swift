import PlateauLanguage
import PlateauReport

/// Takes values, filters and requirements away.
enum UnsetCommand: Command {
  static let signature = CommandSignature(
    "unset", group: "space",
    summary: "give a name its default again, or drop a filter or requirement",
    [
      .oneOf([
        [.keyword("filter"), .optional([.count("number")])],
        [.keyword("require"), .optional([.count("number")])],
        [.word("name", .setting, placeholder: "NAME")],
      ])
    ],
    details: "'unset filter' drops the last filter, 'unset filter 2' the second; likewise require.",
    examples: ["unset fast", "unset filter", "unset require 1"],
    related: ["set", "filter", "require", "undo"])

  static func run(_ call: CommandCall, in session: Session) throws -> Document {
    if call.flag("filter") {
      let dropped = try drop(from: &session.state.filters, call, noun: "filter")
      return .message("dropped filter \(dropped.text)")
    }
    if call.flag("require") {
      let dropped = try drop(from: &session.state.requirements, call, noun: "requirement")
      return .message("dropped require \(dropped.text)")
    }
    let word = call.word("name") ?? ""
    if let index = session.state.definedMetrics.firstIndex(where: { $0.name == word.lowercased() })
    {
      if let user = session.state.user(ofDefinition: word) {
        throw Diagnostic(.inUse, "'\(word)' is used by \(user)", at: call.range(of: "name"))
      }
      guard !session.state.display.columns.contains(word.lowercased()) else {
        throw Diagnostic(
          .inUse, "'\(word)' is one of the columns that are shown", at: call.range(of: "name"),
          hint: "'unset columns' shows the usual ones")
      }
      session.state.definedMetrics.remove(at: index)
      return .message("\(word) is no longer defined")
    }
    let strategy = StrategyLibrary(session.state).chosenOrNone()
    let found = try SettableName.find(word, at: call.range(of: "name"), strategy: strategy)
    switch found {
    case .session(let setting): session.state.resetToDefault(setting)
    case .parameter, .setting:
      guard
        let index = session.state.assignments.firstIndex(where: {
          $0.target == found.target && $0.ownName == found.name
        })
      else {
        return .message("\(found.name) was not set")
      }
      session.state.assignments.remove(at: index)
    }
    return .message("\(found.name) has its default again")
  }

  private static func drop(
    from list: inout [NamedExpression], _ call: CommandCall, noun: String
  ) throws -> NamedExpression {
    let number = call.count("number") ?? list.count
    guard number >= 1, number <= list.count else {
      throw Diagnostic(
        .nothingToUndo,
        list.isEmpty
          ? "there is no \(noun)" : "no \(noun) \(number); there are \(list.count)",
        at: call.range(of: "number"))
    }
    return list.remove(at: number - 1)
  }
}
