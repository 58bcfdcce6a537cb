import PlateauColumns
import PlateauEngine
import PlateauLanguage
import PlateauMarket
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
      Statements, one a line:
        param NAME = DEFAULT [in VALUES]    a number to tune
        let NAME = EXPR                     a name for an expression
        buy|sell|short|cover when RULE      entries and exits
        stop F, target F, trail F           fractions of the entry price
        exit after N bars|days              the longest holding time
        exit at session end                 no position overnight
        size all_in | fraction F | risk F | value X | units X
        reversal off                        an opposite entry is passed over
        fill close|next_open                when its orders fill
      Rules may ask for the account's state: position, entry_price, pnl and the rest of it as of \
      this close. A strategy that is all about the account has orders in place of entries and exits:
        order UNITS when RULE               positive units buy, negative sell
        start SHARE                         share of cash in stock at the start
      Orders buy what cash pays for and sell what is held, never short; stops, sizing and \
      direction are not for them. A start is bought at the window's first close without costs, \
      and equity begins a bar later.
      A rule that can never fire is named in a warning.
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
    let consequences = session.state.choose(strategy)
    let dropped = consequences.values + consequences.others
    var lines = [description(of: strategy)]
    if !consequences.proposals.isEmpty {
      lines.append("set as it proposes: \(consequences.proposals.joined(separator: "; "))")
    }
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
      state: ExpressionScopes.stateNames, functions: ExpressionScopes.series.functions,
      elsewhere: ExpressionScopes.outsideRules)
    try refuseLookAhead(StrategyLibrary.strategy(of: definition), session, at: range)
    for rule in definition.impossibleRules {
      session.warn("strategy \(name): \(rule.sentence)")
    }
    let written = WrittenStrategy(name: name, text: definition.text, definition: definition)
    session.state.write(written)
  }

  /// Refuses rules that would have decided otherwise before later bars came.
  ///
  /// Nothing that can be written does so today; should a function ever look ahead, it stops here.
  private static func refuseLookAhead(
    _ strategy: any Strategy, _ session: Session, at range: Range<Int>?
  ) throws {
    guard let series = session.state.datasetsInUse.first?.series else { return }
    // Rules read bars only; how many make a year is nothing to them.
    let market = Market(series: series, periodsPerYear: 252)
    guard let found = strategy.lookAhead(in: market.environment) else { return }
    let (bar, last) = (series.times[found.change.bar], series.times[found.change.knownBars - 1])
    throw Diagnostic(
      .lookAhead,
      "'\(found.rule)' of '\(strategy.name)' sees the future: on \(bar) of \(series.name) it "
        + "says something else once more is known than the bars up to \(last)", at: range)
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
    let parameters = strategy.parameters.map { "\($0.name) \($0.defaultText)" }
    guard !parameters.isEmpty else { return "strategy \(strategy.name), without parameters" }
    return "strategy \(strategy.name): \(parameters.joined(separator: ", "))"
  }
}
