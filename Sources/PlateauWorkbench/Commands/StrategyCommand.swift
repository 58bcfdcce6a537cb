import PlateauColumns
import PlateauEngine
import PlateauLanguage
import PlateauReport

/// Lists, chooses and defines strategies.
enum StrategyCommand: Command {
  static let signature = CommandSignature(
    "strategy", group: "strategy", summary: "list the strategies, choose one, or write one",
    [
      .optional([
        .word("name", .strategy, placeholder: "NAME"), .optional([.strategyBlock("block")]),
      ])
    ],
    details: """
      A strategy of your own, on several lines or on one with ';':
        strategy pullback {
          param trend = 100
          param dip = 5
          param stop_pct = 4%
          let base = sma(close, trend)
          buy  when close > base and rsi(close, dip) < 30
          sell when rsi(close, dip) > 55
          stop stop_pct
        }
      Statements: param NAME = DEFAULT [in VALUES], let NAME = SERIES, buy|sell|short|cover when \
      RULE, stop F, target F, trail F, exit after N bars|days, reversal off.
      """,
    examples: ["strategy", "strategy sma_cross"], related: ["set", "sweep", "functions"])

  static func run(_ call: CommandCall, in session: Session) throws -> Document {
    guard let name = call.word("name") else { return list(session.state) }
    if let block = call.block("block") {
      try define(name, block, session, at: call.range(of: "name"))
    }
    let library = StrategyLibrary(session.state)
    guard let strategy = library.strategy(named: name) else {
      throw Diagnostic(
        .unknownStrategy, "no strategy '\(name)'", at: call.range(of: "name"),
        suggestions: nearestNames(to: name, among: library.names),
        hint: "'strategy' lists them; 'strategy \(name) { … }' writes one")
    }
    let forgotten = session.state.choose(strategy)
    let dropped = forgotten.values + forgotten.others
    var lines = [description(of: strategy)]
    if !dropped.isEmpty {
      lines.append(
        "dropped, because \(strategy.name) cannot use it: \(dropped.joined(separator: "; "))")
    }
    return .message(lines.joined(separator: "\n"))
  }

  private static func define(
    _ name: String, _ block: StrategySyntax, _ session: Session, at range: Range<Int>?
  ) throws {
    guard BuiltInStrategies.strategy(named: name) == nil else {
      throw Diagnostic(
        .nameTaken, "'\(name)' is built in; choose another name", at: range,
        suggestions: ["my_\(name)"])
    }
    guard ExpressionScopes.isName(name) else {
      throw Diagnostic(
        .nameForm, "'\(name)' cannot be a strategy's name", at: range,
        hint: "a name is letters, digits and '_', and begins with a letter")
    }
    let definition = try compileStrategy(
      block, named: name, series: ExpressionScopes.seriesNames,
      functions: ExpressionScopes.series.functions)
    let written = WrittenStrategy(name: name, text: definition.text, definition: definition)
    let index = session.state.writtenStrategies.firstIndex { $0.name == name }
    if let index {
      session.state.writtenStrategies[index] = written
    } else {
      session.state.writtenStrategies.append(written)
    }
  }

  private static func list(_ state: SessionState) -> Document {
    let library = StrategyLibrary(state)
    let rows: [[Cell]] = library.all.map { strategy, summary in
      [
        .text(strategy.name), .flag(strategy.name == state.strategyName),
        .text(strategy.parameters.map { $0.name }.joined(separator: " ")), .text(summary),
      ]
    }
    return Document([
      .table(
        TableBlock(
          [.init("strategy"), .init("chosen"), .init("parameters"), .init("rule")], rows: rows,
          notes: ["'help NAME' prints a strategy's text"]))
    ])
  }

  private static func description(of strategy: any Strategy) -> String {
    let parameters = strategy.parameters.map { parameter in
      let value =
        parameter.kind == .text
        ? parameter.labels[Int(parameter.defaultValue)]
        : NumberText.typed(parameter.defaultValue, kind: parameter.kind)
      return "\(parameter.name) \(value)"
    }
    guard !parameters.isEmpty else { return "strategy \(strategy.name), without parameters" }
    return "strategy \(strategy.name): \(parameters.joined(separator: ", "))"
  }
}
