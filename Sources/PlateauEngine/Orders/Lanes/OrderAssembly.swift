import CEngineKernels
import PlateauColumns

/// Gives the nodes of a graph their registers and puts their steps in order.
struct OrderAssembly {
  private let graph: OrderGraph
  private var registers: [Int?]
  private var isDone: [Bool]
  /// Registers given so far.
  private(set) var registerCount = Int(ORDER_FORMULAS.rawValue)
  /// Numbers that the same register holds for every lane.
  private(set) var numbers: [(value: Double, register: Int)] = []
  /// Functions that are needed, and where their nodes are among them.
  private(set) var calls: [OrderCall] = []
  private var callIndices: [OrderGraph.Place: Int] = [:]

  /// Starts with no node needed.
  init(_ graph: OrderGraph) {
    self.graph = graph
    registers = [Int?](repeating: nil, count: graph.nodes.count)
    isDone = [Bool](repeating: false, count: graph.nodes.count)
  }

  /// Gives registers to some nodes and all they read.
  mutating func need(_ places: [OrderGraph.Place]) {
    for place in behind(places) where registers[place] == nil {
      registers[place] = newRegister(for: graph.nodes[place])
      if case .number(let bits) = graph.nodes[place] {
        numbers.append((Double(bitPattern: bits), register(of: place)))
      }
      if let function = function(of: graph.nodes[place]) {
        callIndices[place] = calls.count
        calls.append(
          OrderCall(
            function: function, result: register(of: place),
            operands: graph.operands(place).map(register)))
      }
    }
  }

  /// The register of a node that is needed.
  func register(of place: OrderGraph.Place) -> Int { registers[place] ?? 0 }

  /// The register of an input, if it is needed.
  func input(_ node: OrderGraph.Node) -> Int? {
    graph.nodes.firstIndex(of: node).flatMap { registers[$0] }
  }

  /// The parameters that are needed, with their registers.
  var parameters: [(index: Int, register: Int)] {
    graph.nodes.indices.compactMap { place in
      guard case .parameter(let index) = graph.nodes[place] else { return nil }
      return registers[place].map { (index, $0) }
    }
  }

  /// Two registers that hold a stretch of all prices.
  mutating func everyPrice() -> Int {
    let register = registerCount
    registerCount += 2
    numbers += [(-.infinity, register), (.infinity, register + 1)]
    return register
  }

  /// The needed steps of one stage that do not change at every close.
  func steps(_ isWanted: (OrderGraph.Stage) -> Bool) -> [order_step] {
    var steps: [order_step] = []
    for place in graph.nodes.indices
    where registers[place] != nil && isWanted(graph.stages[place]) {
      append(place, to: &steps)
    }
    return steps
  }

  /// The steps to a node that change at every close and have not been given before.
  mutating func movingSteps(to place: OrderGraph.Place) -> [order_step] {
    var steps: [order_step] = []
    for step in behind([place]) where graph.stages[step] == .moving && !isDone[step] {
      isDone[step] = true
      append(step, to: &steps)
    }
    return steps
  }

  /// The same assembly as if no step had been given.
  func withoutMoving() -> OrderAssembly {
    var assembly = self
    assembly.isDone = [Bool](repeating: false, count: graph.nodes.count)
    return assembly
  }

  /// The first parameter that a stretch of prices depends on.
  func firstParameter(behind stretch: IdleBand.Stretch) -> Int? {
    guard case .around(let place) = stretch else { return nil }
    for step in behind([place]) {
      if case .parameter(let index) = graph.nodes[step] { return index }
    }
    return nil
  }

  /// Nodes and all they read, in the order in which they can be computed.
  private func behind(_ places: [OrderGraph.Place]) -> [OrderGraph.Place] {
    guard let last = places.max() else { return [] }
    var isNeeded = [Bool](repeating: false, count: last + 1)
    for place in places { isNeeded[place] = true }
    for place in stride(from: last, through: 0, by: -1) where isNeeded[place] {
      for operand in graph.operands(place) { isNeeded[operand] = true }
    }
    return isNeeded.indices.filter { isNeeded[$0] }
  }

  private mutating func newRegister(for node: OrderGraph.Node) -> Int {
    let shared: order_register? =
      switch node {
      case .close: ORDER_CLOSE
      case .cash: ORDER_CASH
      case .units: ORDER_UNITS
      case .lastFill: ORDER_LAST_FILL
      case .entryPrice: ORDER_ENTRY_PRICE
      default: nil
      }
    if let shared { return Int(shared.rawValue) }
    let register = registerCount
    registerCount += Self.isStretch(node) ? 2 : 1
    return register
  }

  private static func isStretch(_ node: OrderGraph.Node) -> Bool {
    guard case .step(let operation, _, _) = node else { return false }
    return OrderGraph.stretches.contains(operation)
  }

  private func append(_ place: OrderGraph.Place, to steps: inout [order_step]) {
    switch graph.nodes[place] {
    case .step(let operation, let first, let second):
      steps.append(
        order_step(
          operation: Int32(operation), result: Int32(register(of: place)),
          first: Int32(register(of: first)), second: Int32(register(of: second))))
    case .call:
      guard let index = callIndices[place] else { return }
      steps.append(
        order_step(
          operation: Int32(ORDER_CALL.rawValue), result: Int32(register(of: place)),
          first: Int32(index), second: 0))
    default: break
    }
  }

  private func function(of node: OrderGraph.Node) -> RowFunction? {
    switch node {
    case .call(OrderGraph.power, _): .two { BinaryOperation.power($0, $1) }
    case .call(let name, _): ColumnFunction.named(name)?.rowFunction
    default: nil
    }
  }
}
