public import PlateauColumns

/// A strategy that is written as rules: every built-in signal strategy, and every user's own.
public struct RuleStrategy: Strategy, Hashable {
  /// The name as typed.
  public let name: String
  /// The parameters in the order of their definition.
  public let parameters: [StrategyParameter]
  /// The rules.
  public let rules: TradingRules
  /// The text the rules were written as.
  public let text: String

  /// Creates a strategy; the rules read prices by name and `parameters` by theirs.
  public init(
    name: String, parameters: [StrategyParameter], rules: TradingRules, text: String = ""
  ) {
    self.name = name
    self.parameters = parameters
    self.rules = rules
    self.text = text
  }

  /// The expressions of the rules.
  public var programs: [ColumnProgram] { rules.namedPrograms.map(\.program) }

  /// The first bar of the window on which every input of the rules is defined.
  public func firstBar(
    _ parameters: [Double], settings: ExecutionSettings, market: Market
  ) throws(CandidateFailure) -> Int? {
    try columns(parameters, settings: settings, market: market).firstDefinedBar
  }

  /// Runs the rules on the reference engine.
  public func backtest(
    _ parameters: [Double], settings: ExecutionSettings, market: Market
  ) throws(CandidateFailure) -> Backtest {
    let settings = rules.applied(to: settings)
    let columns = try columns(parameters, settings: settings, market: market)
    guard columns.firstDefinedBar != nil else { throw .neverDefined }
    try columns.terms.check(settings)
    var reference = ReferenceBacktest(rules: columns, settings: settings, market: market)
    let backtest = reference.run()
    guard backtest.equity.allSatisfy(\.isFinite) else { throw .tooLarge }
    return backtest
  }

  private func columns(
    _ parameters: [Double], settings: ExecutionSettings, market: Market
  ) throws(CandidateFailure) -> RuleColumns {
    precondition(parameters.count == self.parameters.count, "a value for each parameter")
    let named = zip(self.parameters, parameters).map { (name: $0.name, value: $1) }
    return try RuleColumns(
      rules, in: market.environment(adding: named), settings: settings, window: market.window)
  }
}
