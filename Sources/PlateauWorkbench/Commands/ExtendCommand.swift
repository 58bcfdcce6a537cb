import PlateauEngine
import PlateauLanguage
import PlateauReport

/// Adds values to a name and evaluates only the candidates that this adds.
enum ExtendCommand: Command {
  static let signature = CommandSignature(
    "extend", group: "space", summary: "add values to a name and evaluate only the new candidates",
    [
      .word("setting", .setting, placeholder: "NAME"), .values("values"),
      .clauses(SweepCommand.clauses),
    ],
    details: """
      The values become the present and the new ones, ascending. Then it sweeps: rows that the \
      open run has are taken over, and the result is that of a sweep of the whole space. Where \
      data, window, strategy or settings have changed since, it says so and evaluates all.
      """,
    examples: ["extend fast 15..30 step 5", "extend commission 0.2%"],
    related: ["set", "refine", "sweep", "runs"])

  static func run(_ call: CommandCall, in session: Session) throws -> Document {
    guard let word = call.word("setting"), let values = call.values("values") else {
      return Document()
    }
    let strategy = StrategyLibrary(session.state).chosenOrNone()
    let range = call.range(of: "values")
    let added: Assignment
    switch try SettableName.find(word, at: call.range(of: "setting"), strategy: strategy) {
    case .parameter(let parameter):
      added = try SettingValues.assignment(of: parameter, to: values)
    case .setting(let setting):
      added = try SettingValues.assignment(of: setting, to: values).named(beside: strategy)
    case .session(let setting):
      throw Diagnostic(
        .unknownSetting, "\(setting.rawValue) is no part of a candidate",
        at: call.range(of: "setting"),
        hint: "'set \(setting.rawValue)' sets it")
    }
    let joined = try ValueUnion.assignment(
      joining: added, in: session.state, strategy: strategy, at: range)
    session.state.assign(joined)
    let source = session.state.currentRun.flatMap { session.runs[$0] }
    if source == nil {
      session.host.remark("no run is open to take rows over from")
    }
    let sweep = try SweepCommand.start(call, in: session, recalling: source)
    return Document([.message(RefineCommand.echo(joined))] + sweep.blocks)
  }
}
