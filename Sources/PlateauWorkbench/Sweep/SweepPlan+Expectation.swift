import PlateauColumns
import PlateauEngine
import PlateauLanguage
import PlateauSearch

extension SweepPlan {
  /// How many candidates do not meet what their built-in strategy is meant for.
  ///
  /// - Returns: The condition and the number; `nil` where nothing is expected, or where the space
  ///   is too large to be counted.
  var candidatesAgainstExpectation: (expectation: String, count: Int)? {
    let isWritten = state.writtenStrategies.contains { $0.name == strategy.name }
    guard !isWritten, let text = BuiltInStrategies.expectation(of: strategy.name),
      let syntax = try? parseExpression(text),
      let condition = try? compile(
        syntax, in: ExpressionScopes.space(state, strategy: strategy), expecting: .condition)
    else { return nil }
    let space = study.space
    let program = condition.program.binding(
      SweepPlanner.fixedNumbers(strategy, space.domains, settings))
    let narrower = ParameterSpace(space.domains, constraints: space.constraints + [program])
    guard case .exact(let all) = study.count, case .exact(let meant) = narrower.candidateCount()
    else { return nil }
    return (text, all - meant)
  }
}
