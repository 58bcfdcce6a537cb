import PlateauColumns
import PlateauEngine
import PlateauLanguage
import Testing

@testable import PlateauWorkbench

/// What a session says when a strategy is defined.
@Suite struct StrategyDefinitionTests {
  @Test func `a rule that can never fire is a warning with the reason, and no error`() throws {
    let watched = try WatchedSession()
    let answer = try watched.answer(
      "strategy mine { buy when rsi(close, 14) > 100; sell when close < open }")
    #expect(answer == "strategy mine, without parameters\n")
    #expect(
      watched.remarks == [
        "warning 1: strategy mine: 'buy' never fires: 'rsi(close, 14) > 100' is never true, "
          + "since 'rsi(close, 14)' is between 0 and 100"
      ])
    #expect(try watched.answer("warnings").contains("'buy' never fires"))
  }

  @Test func `no built-in strategy has a rule that never fires`() throws {
    for formula in BuiltInStrategies.formulas {
      var parser = StatementParser(
        SourceText("strategy mine \(formula.text)"), signatures: [StrategyCommand.signature])
      guard case .command(let call) = parser.next() else {
        Issue.record("\(formula.name) cannot be read")
        continue
      }
      let definition = try compileStrategy(
        try #require(call.block("block")), named: formula.name,
        series: ExpressionScopes.seriesNames, state: ExpressionScopes.stateNames,
        functions: ColumnFunction.all)
      #expect(definition.impossibleRules.isEmpty, "\(formula.name)")
    }
  }

  @Test(arguments: [
    ("generate A bars 50 seed 1; series entry_price", "no series or function here"),
    ("objective pnl", "no metric here"),
    (
      "generate A bars 300 seed 1; window all; strategy sma_cross; set fast 5..6; sweep; filter position > 0",
      "no metric or parameter here"
    ),
    ("strategy sma_cross; require bars_held > 5", "no parameter or setting here"),
  ])
  func `the account's state is for rules, and an error elsewhere says so`(
    commands: String, reason: String
  ) throws {
    let error = try WatchedSession().error(commands)
    #expect(error.contains("is state of the account, and \(reason)"), "\(error)")
    #expect(error.contains("it is for the rules of a strategy: 'help strategy' tells more"))
  }

  @Test(arguments: [
    ("sharpe > 1", "'sharpe' is a metric of candidates, and no series or parameter here"),
    ("close > slippage", "'slippage' is a setting, and no series or parameter here"),
  ])
  func `metrics and settings are no part of a rule`(rule: String, reason: String) throws {
    let error = try WatchedSession().error("strategy mine { buy when \(rule) }")
    #expect(error.contains(reason), "\(error)")
  }

  @Test func `what a size, a session exit and a fill say reaches the engine`() throws {
    let watched = try WatchedSession(
      in: nil,
      """
      strategy mine { param part = 40%; buy when close > open; size fraction part
        exit at session end; fill close }
      """)
    let strategy = StrategyLibrary(watched.session.state).chosenOrNone()
    let rules = try #require(strategy as? RuleStrategy).rules
    #expect(rules.size?.mode == .fraction)
    #expect(rules.size?.amount == ColumnProgram(input: "part"))
    #expect(rules.exitsAtSessionEnd)
    #expect(rules.fill == .close)
    // The parameter is a size, so it is above zero like the setting.
    #expect(strategy?.parameters.first?.allowed.contains(0) == false)
  }
}
