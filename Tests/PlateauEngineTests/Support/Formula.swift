import PlateauColumns
import PlateauEngine

/// An expression that turns into a column program, for tests that need rules without a parser.
indirect enum Formula {
  case number(Double)
  case name(String)
  case call(String, [Formula])
  case unary(UnaryOperation, Formula)
  case binary(BinaryOperation, Formula, Formula)
  case lag(Formula, Int)
  case crossesAbove(Formula, Formula)
  case crossesBelow(Formula, Formula)

  var program: ColumnProgram {
    var program = ColumnProgram()
    append(to: &program)
    return program
  }

  @discardableResult
  func append(to program: inout ColumnProgram) -> ColumnProgram.Register {
    switch self {
    case .number(let value): return program.append(.constant(value))
    case .name(let name): return program.append(.input(name))
    case .call(let name, let arguments):
      var registers: [ColumnProgram.Register] = []
      for argument in arguments { registers.append(argument.append(to: &program)) }
      return program.append(.call(name, registers))
    case .unary(let operation, let operand):
      let operand = operand.append(to: &program)
      return program.append(.unary(operation, operand))
    case .binary(let operation, let left, let right):
      let (left, right) = (left.append(to: &program), right.append(to: &program))
      return program.append(.binary(operation, left, right))
    case .lag(let series, let rows):
      let series = series.append(to: &program)
      let count = program.append(.constant(Double(rows)))
      return program.append(.lag(series: series, rows: count))
    case .crossesAbove(let left, let right):
      let (left, right) = (left.append(to: &program), right.append(to: &program))
      return program.append(.crossesAbove(left, right))
    case .crossesBelow(let left, let right):
      let (left, right) = (left.append(to: &program), right.append(to: &program))
      return program.append(.crossesBelow(left, right))
    }
  }

  /// The simple mean of the close over a parameter's length.
  static func closeMean(_ length: String) -> Formula {
    .call("sma", [.name("close"), .name(length)])
  }
}

extension RuleStrategy {
  private static let lengths = [
    StrategyParameter("fast", kind: .length, default: 10, allowed: 1...100_000),
    StrategyParameter("slow", kind: .length, default: 50, allowed: 1...100_000),
  ]

  /// Long while the fast mean is above the slow one, from crossing to crossing.
  static let meanCrossing = RuleStrategy(
    name: "sma_cross", parameters: lengths,
    rules: TradingRules(
      buy: Formula.crossesAbove(.closeMean("fast"), .closeMean("slow")).program,
      sell: Formula.crossesBelow(.closeMean("fast"), .closeMean("slow")).program))

  /// The crossing with stop, target and a holding limit in days; opposite crossings do not exit.
  static let swing = RuleStrategy(
    name: "swing",
    parameters: lengths + [
      StrategyParameter("stop_loss_pct", kind: .fraction, default: 0.03),
      StrategyParameter("take_profit_pct", kind: .fraction, default: 0.06),
      StrategyParameter("max_hold_days", kind: .length, default: 15),
    ],
    rules: TradingRules(
      buy: Formula.crossesAbove(.closeMean("fast"), .closeMean("slow")).program,
      short: Formula.crossesBelow(.closeMean("fast"), .closeMean("slow")).program,
      stop: ColumnProgram(input: "stop_loss_pct"), target: ColumnProgram(input: "take_profit_pct"),
      exitAfter: HoldingLimit(ColumnProgram(input: "max_hold_days"), .days), reversal: false))
}
