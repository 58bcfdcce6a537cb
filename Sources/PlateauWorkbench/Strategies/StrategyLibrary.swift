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
    state.writtenStrategies.map { (Self.strategy(of: $0.definition), "written in this session") }
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

extension StrategyLibrary {
  /// A strategy of the language in the engine's terms.
  static func strategy(of definition: StrategyDefinition) -> any Strategy {
    let parameters = definition.engineParameters
    guard definition.orders.isEmpty else {
      let orders = definition.orders.map {
        OrderRule(units: $0.units, condition: $0.condition)
      }
      return OrderStrategy(
        name: definition.name, parameters: parameters,
        rules: OrderRules(
          orders: orders, start: definition.start, fill: definition.fill?.engineFill),
        text: definition.text)
    }
    return RuleStrategy(
      name: definition.name, parameters: parameters, rules: TradingRules(definition),
      text: definition.text)
  }
}

extension TradingRules {
  /// The entries and exits of a definition.
  fileprivate init(_ definition: StrategyDefinition) {
    self.init(
      buy: definition.buy, sell: definition.sell, short: definition.short,
      cover: definition.cover, stop: definition.stop, target: definition.target,
      trail: definition.trail,
      exitAfter: definition.exitAfter.map {
        PlateauEngine.HoldingLimit($0.count, $0.period == .days ? .days : .bars)
      },
      exitsAtSessionEnd: definition.exitsAtSessionEnd,
      size: definition.size.map { EntrySize($0.mode.engineMode, amount: $0.amount) },
      fill: definition.fill?.engineFill, reversal: definition.reversal)
  }
}

extension StrategyFill {
  fileprivate var engineFill: ExecutionSettings.FillTime {
    switch self {
    case .close: .close
    case .nextOpen: .nextOpen
    }
  }
}

extension StrategySizing {
  fileprivate var engineMode: ExecutionSettings.SizingMode {
    switch self {
    case .allIn: .allIn
    case .fraction: .fraction
    case .risk: .risk
    case .value: .value
    case .units: .units
    }
  }
}

extension StrategyDefinition {
  /// The parameters with the values that make sense for each.
  fileprivate var engineParameters: [StrategyParameter] {
    let most = Double.greatestFiniteMagnitude
    return parameters.map { parameter in
      StrategyParameter(
        parameter.name, kind: parameter.kind, default: parameter.defaultValue,
        allowed: ownBounds(of: parameter.name) ?? max(parameter.minimum, -most)...most)
    }
  }

  /// What a parameter may be that is a stop, target, trail, size or start by itself; `nil` for
  /// others.
  private func ownBounds(of parameter: String) -> ClosedRange<Double>? {
    let program = ColumnProgram(input: parameter)
    if start == program { return 0...1 }
    let settings = [
      ("stop", stop), ("trail", trail), ("target", target), ("sizing", size?.amount),
    ]
    return settings.first { $0.1 == program }.flatMap { ExecutionSetting.named($0.0)?.allowed }
  }
}
