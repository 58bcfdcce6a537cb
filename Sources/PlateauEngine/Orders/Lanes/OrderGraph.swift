import CEngineKernels
import PlateauColumns

/// Order rules as steps on numbers that every candidate has: equal steps are one, whichever rule
/// they stand in.
struct OrderGraph {
  /// Where a number is: the index of its node.
  typealias Place = Int

  /// A number of a candidate at a close.
  enum Node: Hashable {
    /// The same for all, by its bits.
    case number(UInt64)
    /// A parameter of the strategy.
    case parameter(Int)
    /// The close, which is the same for all.
    case close
    /// Another series, by its place in `series`.
    case series(Int)
    /// What the account holds, and what changes only with that.
    case cash, units, lastFill, entryPrice
    /// What changes with every bar besides.
    case barsHeld, highSince, lowSince
    /// A step of the kernel; with one operand the second is the first again.
    case step(UInt32, Place, Place)
    /// A function of one row that the kernel does not know.
    case call(String, [Place])
  }

  /// When a number changes.
  enum Stage: Int, Comparable {
    /// Never.
    case fixed
    /// At a fill.
    case held
    /// At every close.
    case moving

    static func < (left: Stage, right: Stage) -> Bool { left.rawValue < right.rawValue }
  }

  /// The nodes; operands come before what reads them.
  private(set) var nodes: [Node] = []
  /// When each changes.
  private(set) var stages: [Stage] = []
  /// The series that the rules read besides the close.
  let series: [ColumnProgram]
  private let parameters: [String]
  private var places: [Node: Place] = [:]

  /// Creates a graph without nodes.
  init(parameters: [String], series: [ColumnProgram]) {
    self.parameters = parameters
    self.series = series
  }

  /// Adds a node unless there is an equal one.
  mutating func add(_ node: Node) -> Place {
    if let place = places[node] { return place }
    nodes.append(node)
    stages.append(stage(of: node))
    places[node] = nodes.count - 1
    return nodes.count - 1
  }

  private func stage(of node: Node) -> Stage {
    switch node {
    case .number, .parameter: .fixed
    case .cash, .units, .lastFill, .entryPrice: .held
    case .close, .series, .barsHeld, .highSince, .lowSince: .moving
    case .step(let operation, let first, let second):
      // A stretch of prices is seen from the present one.
      Self.stretches.contains(operation) ? .moving : max(stages[first], stages[second])
    case .call(_, let operands): operands.map { stages[$0] }.max() ?? .fixed
    }
  }

  /// Adds a number.
  mutating func add(number: Double) -> Place { add(.number(number.bitPattern)) }

  /// Adds a step of the kernel.
  mutating func add(_ operation: order_operation, _ first: Place, _ second: Place? = nil) -> Place {
    add(.step(operation.rawValue, first, second ?? first))
  }

  /// Cash and units at the close.
  mutating func equity() -> Place { add(ORDER_ADD, add(.cash), stock()) }

  /// The share of the units in that.
  mutating func weight() -> Place { add(ORDER_DIVIDE, stock(), equity()) }

  /// The operands of a node.
  func operands(_ place: Place) -> [Place] {
    switch nodes[place] {
    case .step(_, let first, let second): [first, second]
    case .call(_, let operands): operands
    default: []
    }
  }

  /// The first part of a conjunction, or `nil` for what is none.
  func firstConjunct(of place: Place) -> Place? {
    var (part, isFound) = (place, false)
    while case .step(ORDER_AND.rawValue, let first, _) = nodes[part] {
      (part, isFound) = (first, true)
    }
    return isFound ? part : nil
  }

  /// The value of the units held at the close.
  private mutating func stock() -> Place { add(ORDER_MULTIPLY, add(.units), add(.close)) }

  /// Adds a program; `nil` where account state goes into a function of several bars.
  mutating func add(_ program: ColumnProgram, numbers: Set<String>) -> Place? {
    let instructions = program.instructions
    // What stands inside a series is not taken apart.
    var isRead = [Bool](repeating: false, count: instructions.count)
    isRead[program.result] = true
    for register in stride(from: program.result, through: 0, by: -1)
    where isRead[register] && !instructions[register].isSeries(besides: numbers) {
      for operand in instructions[register].operands { isRead[operand] = true }
    }
    var results = [Place](repeating: 0, count: instructions.count)
    for (register, instruction) in instructions.enumerated() where isRead[register] {
      if instruction.isSeries(besides: numbers) {
        guard let place = add(series: program.slice(at: register)) else { return nil }
        results[register] = place
      } else {
        results[register] = add(instruction, instruction.operands.map { results[$0] })
      }
    }
    return results[program.result]
  }

  private mutating func add(series program: ColumnProgram) -> Place? {
    if program.instructions == [.input("close")] { return add(.close) }
    guard AccountState.read(by: [program]).isEmpty,
      let index = series.firstIndex(of: program)
    else { return nil }
    return add(.series(index))
  }

  private mutating func add(
    _ instruction: ColumnProgram.Instruction, _ operands: [Place]
  ) -> Place {
    switch instruction {
    case .constant(let value): add(number: value)
    case .input(let name):
      AccountState(rawValue: name).map { add(state: $0) }
        ?? add(.parameter(parameters.firstIndex(of: name) ?? 0))
    case .unary(let operation, _): add(operation.step, operands[0])
    case .binary(.power, _, _): add(.call(Self.power, operands))
    case .binary(let operation, _, _): add(operation.step, operands[0], operands[1])
    case .call("abs", _): add(ORDER_ABSOLUTE, operands[0])
    case .call("min", _): add(ORDER_MINIMUM, operands[0], operands[1])
    case .call("max", _): add(ORDER_MAXIMUM, operands[0], operands[1])
    case .call(let name, _): add(.call(name, operands))
    case .lag, .crossesAbove, .crossesBelow, .completed: add(number: .nan)
    }
  }

  private mutating func add(state: AccountState) -> Place {
    switch state {
    case .position: add(.units)
    case .entryPrice: add(.entryPrice)
    case .lastFill: add(.lastFill)
    case .barsHeld: add(.barsHeld)
    case .highSince: add(.highSince)
    case .lowSince: add(.lowSince)
    case .equity: equity()
    case .weight: weight()
    case .pnl:
      add(ORDER_DIVIDE, add(ORDER_SUBTRACT, add(.close), add(.entryPrice)), add(.entryPrice))
    }
  }

  /// The steps that give a stretch of prices.
  static let stretches = ORDER_PRICE_BELOW.rawValue...ORDER_INTERSECTION.rawValue

  /// What a power is called among the functions.
  static let power = "^"
}

extension UnaryOperation {
  /// The kernel's step.
  fileprivate var step: order_operation {
    switch self {
    case .negate: ORDER_NEGATE
    case .not: ORDER_NOT
    case .isUndefined: ORDER_IS_UNDEFINED
    }
  }
}

extension BinaryOperation {
  /// The kernel's step; a power is a function there.
  fileprivate var step: order_operation {
    switch self {
    case .add: ORDER_ADD
    case .subtract: ORDER_SUBTRACT
    case .multiply, .power: ORDER_MULTIPLY
    case .divide: ORDER_DIVIDE
    case .less: ORDER_LESS
    case .lessOrEqual: ORDER_LESS_OR_EQUAL
    case .greater: ORDER_GREATER
    case .greaterOrEqual: ORDER_GREATER_OR_EQUAL
    case .equal: ORDER_EQUAL
    case .notEqual: ORDER_NOT_EQUAL
    case .and: ORDER_AND
    case .or: ORDER_OR
    }
  }
}
