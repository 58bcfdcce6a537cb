import PlateauEngine
import PlateauLanguage

/// The strategies that come with Plateau: formulas, except what no formula can say.
enum BuiltInStrategies {
  /// A strategy that is a text of the language.
  struct Formula: Sendable {
    let name: String
    let summary: String
    /// What its parameters are meant to meet, if anything: a condition for `require`.
    var expectation: String?
    let text: String
  }

  /// The formulas in the order they are listed.
  static let formulas: [Formula] = [
    .buyAndHold, .smaCross, .emaCross, .macdCross, .rsiReversion, .bollingerReversion,
    .donchianBreakout, .swing, .intraday,
  ]

  /// What the volatility balancing does, for lists and help.
  static let volatilityBalancingSummary =
    "keeps a stock share between two bounds, trades against moves from an anchor price"

  /// The strategies in the order they are listed, each with a line of meaning.
  static let all: [(strategy: any Strategy, summary: String)] =
    formulas.compactMap { formula in
      compiled(formula).map { ($0, formula.summary) }
    } + [(VolatilityBalancing(), volatilityBalancingSummary)]

  /// The built-in strategy of a name.
  static func strategy(named name: String) -> (any Strategy)? {
    all.first { $0.strategy.name == name.lowercased() }?.strategy
  }

  /// What the parameters of a built-in strategy are meant to meet, if anything.
  static func expectation(of name: String) -> String? {
    formulas.first { $0.name == name }?.expectation
  }

  /// A test compiles every formula, so none is missing here.
  private static func compiled(_ formula: Formula) -> (any Strategy)? {
    let source = SourceText("strategy \(formula.name) \(formula.text)")
    var parser = StatementParser(source, signatures: [StrategyCommand.signature])
    guard case .command(let call) = parser.next(), let block = call.block("block"),
      let definition = try? compileStrategy(
        block, named: formula.name, series: ExpressionScopes.seriesNames,
        state: ExpressionScopes.stateNames, functions: ExpressionScopes.series.functions)
    else { return nil }
    return StrategyLibrary.strategy(of: definition)
  }
}
