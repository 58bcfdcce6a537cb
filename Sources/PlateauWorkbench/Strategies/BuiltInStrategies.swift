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
    Formula(
      name: "buy_and_hold", summary: "buys at the first opportunity and keeps",
      text: """
        {
          buy when close > 0
        }
        """),
    Formula(
      name: "sma_cross",
      summary: "long while the fast simple average is above the slow one",
      expectation: "fast < slow",
      text: """
        {
          param fast = 10
          param slow = 50
          buy  when sma(close, fast) crosses above sma(close, slow)
          sell when sma(close, fast) crosses below sma(close, slow)
        }
        """),
    Formula(
      name: "ema_cross",
      summary: "long while the fast exponential average is above the slow one",
      expectation: "fast < slow",
      text: """
        {
          param fast = 12
          param slow = 26
          buy  when ema(close, fast) crosses above ema(close, slow)
          sell when ema(close, fast) crosses below ema(close, slow)
        }
        """),
    Formula(
      name: "rsi_reversion",
      summary: "buys when the RSI is oversold, sells when it is overbought",
      expectation: "oversold < overbought",
      text: """
        {
          param period = 14
          param oversold = 30
          param overbought = 70
          buy  when rsi(close, period) < oversold
          sell when rsi(close, period) > overbought
        }
        """),
    Formula(
      name: "swing",
      summary: "crossings both ways, with stop, target and a holding limit in days",
      expectation: "sma_fast < sma_slow",
      text: """
        {
          param sma_fast = 20
          param sma_slow = 50
          param stop_loss_pct = 3%
          param take_profit_pct = 6%
          param max_hold_days = 15
          buy   when sma(close, sma_fast) crosses above sma(close, sma_slow)
          short when sma(close, sma_fast) crosses below sma(close, sma_slow)
          stop   stop_loss_pct
          target take_profit_pct
          exit after max_hold_days days
          reversal off
        }
        """),
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
        functions: ExpressionScopes.series.functions)
    else { return nil }
    return RuleStrategy(definition)
  }
}
