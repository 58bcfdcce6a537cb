import PlateauColumns
import PlateauLanguage
import PlateauReport

/// The manual.
enum HelpCommand: Command {
  static let signature = CommandSignature(
    "help", group: "prompt", summary: "show the manual: an overview, a topic, or a search",
    [
      .optional([
        .word("topic", .topic, placeholder: "TOPIC or WORD"),
        .optional([.word("part", .topic, placeholder: "PART")]),
      ])
    ],
    details: """
      Topics are commands, metrics, functions, settings, strategies, parameters and kinds of \
      errors. 'help error' explains the last error. A word that is no topic is searched for.
      """,
    examples: ["help", "help sweep", "help drawdown", "help set commission"],
    related: ["commands", "errors", "data", "set", "sweep"])
  static let isUndoable = false

  static func run(_ call: CommandCall, in session: Session) throws -> Document {
    guard let word = call.word("topic") else {
      return HelpPage.overview(showsTour: session.hasFirstTour)
    }
    let part = call.word("part")
    if word.lowercased() == "error", part == nil { return lastError(of: session) }
    let topic =
      part.flatMap { HelpTopics.topic(word, $0, session.state) }
      ?? (part == nil ? HelpTopics.topic(word, session.state) : nil)
    if let topic { return HelpPage.page(of: topic, facts: facts(of: topic, in: session)) }
    let topics = HelpTopics.all(session.state)
    let wanted = part.map { "\(word) \($0)" } ?? word
    if let found = HelpPage.search(wanted, among: topics) { return found }
    throw Diagnostic(
      .unknownTopic, "no help on '\(wanted)'", at: call.range(of: "topic"),
      suggestions: nearestNames(to: wanted, among: topics.flatMap { [$0.name] + $0.aliases }),
      hint: "'help' alone shows an overview")
  }

  /// What has to be looked for in prices; other entries have all they say in their tables.
  private static func facts(of topic: HelpTopic, in session: Session) -> [String] {
    guard topic.kind == "strategy",
      let strategy = StrategyLibrary(session.state).strategy(named: topic.name)
    else { return [] }
    return StrategyFacts(strategy, in: session).lines
  }

  private static func lastError(of session: Session) -> Document {
    guard let error = session.lastError,
      let topic = HelpTopics.topic(error.kind.rawValue, session.state)
    else { return .message("no error yet; 'help errors' lists every kind") }
    return Document(
      [.verbatim("last error: \(error.message)\n")] + HelpPage.page(of: topic).blocks)
  }
}
