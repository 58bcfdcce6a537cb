import PlateauColumns
import PlateauEngine
import PlateauLanguage

/// A strategy the user has written.
struct WrittenStrategy: Equatable, Sendable {
  let name: String
  /// The text with its braces.
  let text: String
  let definition: StrategyDefinition

  static func == (left: WrittenStrategy, right: WrittenStrategy) -> Bool {
    left.name == right.name && left.text == right.text
  }

  /// The values that it proposes for parameters declared with `in VALUES`.
  var proposals: [Assignment] {
    definition.parameters.compactMap { parameter in
      guard let values = parameter.values, values.values.count > 1 else { return nil }
      return Assignment(
        name: parameter.name, target: .parameter, kind: parameter.kind, values: values)
    }
  }
}

/// The strategies a session can choose from.
struct StrategyLibrary {
  private let state: SessionState

  init(_ state: SessionState) {
    self.state = state
  }

  /// Every strategy with a line of meaning, the user's own first.
  var all: [(strategy: any Strategy, summary: String)] {
    state.writtenStrategies.map { (RuleStrategy($0.definition), "written in this session") }
      + BuiltInStrategies.all
  }

  /// The names in the same order.
  var names: [String] { all.map(\.strategy.name) }

  /// The strategy of a name, compared without case.
  func strategy(named name: String) -> (any Strategy)? {
    all.first { $0.strategy.name.lowercased() == name.lowercased() }?.strategy
  }

  /// The chosen strategy, or `nil`.
  func chosenOrNone() -> (any Strategy)? {
    guard let name = state.strategyName else { return nil }
    return strategy(named: name)
  }

  /// The chosen strategy.
  ///
  /// - Throws: `Diagnostic` when none is chosen.
  func chosen() throws -> any Strategy {
    guard let strategy = chosenOrNone() else {
      throw Diagnostic(
        .noStrategy, "no strategy is chosen", suggestions: ["strategy sma_cross"],
        hint: "'strategy' lists them")
    }
    return strategy
  }
}

extension RuleStrategy {
  /// A strategy of the language in the engine's terms.
  init(_ definition: StrategyDefinition) {
    let most = Double.greatestFiniteMagnitude
    self.init(
      name: definition.name,
      parameters: definition.parameters.map { parameter in
        StrategyParameter(
          parameter.name, kind: parameter.kind, default: parameter.defaultValue,
          allowed: definition.protectiveBounds(of: parameter.name)
            ?? max(parameter.minimum, -most)...most)
      },
      rules: TradingRules(
        buy: definition.buy, sell: definition.sell, short: definition.short,
        cover: definition.cover, stop: definition.stop, target: definition.target,
        trail: definition.trail,
        exitAfter: definition.exitAfter.map {
          PlateauEngine.HoldingLimit($0.count, $0.period == .days ? .days : .bars)
        },
        reversal: definition.reversal),
      text: definition.text)
  }
}

extension StrategyDefinition {
  /// What a parameter may be that is a stop, target or trail by itself; `nil` for others.
  fileprivate func protectiveBounds(of parameter: String) -> ClosedRange<Double>? {
    let program = ColumnProgram(input: parameter)
    let names = [("stop", stop), ("trail", trail), ("target", target)]
    return names.first { $0.1 == program }.flatMap { ExecutionSetting.named($0.0)?.allowed }
  }
}
