import CEngineKernels
import PlateauColumns

/// Order rules prepared for lanes: which register holds what, and the steps for each occasion.
struct OrderPlan: Sendable {
  /// A part of a condition: the steps to it, those of parts that all its lanes have been asked left
  /// out, and its register.
  struct Conjunct: Sendable {
    var steps: [order_step]
    var register: Int
    /// Whether it is the condition itself, which must be exactly true.
    let isWhole: Bool
  }

  /// One order.
  struct Order: Sendable {
    /// The condition, where it is a conjunction after its first part: lanes that fail that are
    /// asked no more.
    var condition: [Conjunct] = []
    /// Steps from there to the units, and their register.
    var units: [order_step] = []
    var wanted = 0
  }

  /// A series that the rules read besides the close.
  struct Series: Sendable {
    let program: ColumnProgram
    /// The parameters that decide which column it is.
    let parameters: [Int]
    /// Where its value at a close goes; `nil` where only its warm-up matters.
    var register: Int?
  }

  /// The rules.
  let rules: OrderRules
  /// The parameters' names.
  let parameterNames: [String]
  /// Parameters that conditions read.
  let conditionParameters: [Int]
  /// The starting share, where parameters alone decide it.
  let start: ScalarProgram?
  /// The parameter that candidates are ordered by: those that share it tend to trade together.
  let ordering: Int?
  /// The series, in the order in which they are asked for.
  private(set) var series: [Series] = []
  /// The orders.
  private(set) var orders: [Order] = []
  /// Numbers and parameters, with their registers.
  private(set) var numbers: [(value: Double, register: Int)] = []
  private(set) var parameters: [(index: Int, register: Int)] = []
  /// Steps that are done once, and those after every fill.
  private(set) var fixed: [order_step] = []
  private(set) var held: [order_step] = []
  /// Functions that steps call by their index.
  private(set) var calls: [OrderCall] = []
  /// Steps to the band and the register of its lower end; `nil` where every close is looked at.
  private(set) var band: (steps: [order_step], register: Int)?
  /// Where the time since the entry and its extremes go, as far as rules read them.
  private(set) var barsHeld: Int?
  private(set) var highSince: Int?
  private(set) var lowSince: Int?
  /// Registers there are.
  private(set) var registerCount = Int(ORDER_FORMULAS.rawValue)

  /// Whether rules read what a bar brings besides its close.
  var readsBars: Bool {
    barsHeld != nil || highSince != nil || lowSince != nil || series.contains { $0.register != nil }
  }

  /// Prepares the rules of a strategy; `nil` where an order asks for the account's past.
  init?(_ strategy: OrderStrategy) {
    let (rules, names) = (strategy.rules, strategy.parameters.map(\.name))
    self.rules = rules
    parameterNames = names
    conditionParameters = names.indices.filter { index in
      rules.orders.contains { $0.condition.inputs.contains(names[index]) }
    }
    start = rules.start.flatMap { ScalarProgram($0, names: names) }

    let numbers = rules.numbers(besides: names)
    let programs = rules.series(besides: numbers)
    var graph = OrderGraph(
      parameters: names, series: programs.filter { $0 != ColumnProgram(input: "close") })
    var roots: [(condition: Int, units: Int)] = []
    for order in rules.orders {
      guard let condition = graph.add(order.condition, numbers: numbers),
        let units = graph.add(order.units, numbers: numbers)
      else { return nil }
      roots.append((condition, units))
    }
    let (full, stretch) = IdleBand.added(to: graph, of: roots.map(\.condition))
    var assembly = OrderAssembly(full)
    for root in roots { assembly.need([root.condition, root.units]) }
    if case .around(let place) = stretch { assembly.need([place]) }
    ordering = assembly.firstParameter(behind: stretch)

    fixed = assembly.steps { $0 == .fixed }
    held = assembly.steps { $0 == .held }
    for root in roots {
      var order = Order()
      // Later parts are asked of fewer lanes, so what only they need is not there for other orders.
      var aside = assembly
      let parts = full.firstConjunct(of: root.condition).map { [$0, root.condition] }
      for (index, part) in (parts ?? [root.condition]).enumerated() {
        order.condition.append(
          Conjunct(
            steps: aside.movingSteps(to: part), register: assembly.register(of: part),
            isWhole: part == root.condition))
        if index == 0 { assembly = aside }
      }
      order.units = aside.movingSteps(to: root.units)
      order.wanted = assembly.register(of: root.units)
      orders.append(order)
    }
    switch stretch {
    case .none: band = nil
    case .around(let place):
      var aside = assembly.withoutMoving()
      band = (aside.movingSteps(to: place), assembly.register(of: place))
    case .all:
      band = ([], assembly.everyPrice())
    }
    self.numbers = assembly.numbers
    parameters = assembly.parameters
    (barsHeld, highSince, lowSince) = (
      assembly.input(.barsHeld), assembly.input(.highSince), assembly.input(.lowSince)
    )
    series = programs.map { program in
      Series(
        program: program, parameters: names.indices.filter { program.inputs.contains(names[$0]) },
        register: full.series.firstIndex(of: program).flatMap { assembly.input(.series($0)) })
    }
    calls = assembly.calls
    registerCount = assembly.registerCount
    shareRegisters()
  }

  /// Lets what a close computes share registers.
  private mutating func shareRegisters() {
    var runs: [OrderRegisters.Run] = []
    for order in orders {
      runs += order.condition.map { ($0.steps, [$0.register]) }
      runs.append((order.units, [order.wanted]))
    }
    if let band { runs.append((band.steps, [band.register])) }
    let registers = OrderRegisters(
      runs, calls: calls, kept: Set((fixed + held).map { Int($0.result) }),
      registerCount: registerCount)
    for order in orders.indices {
      for part in orders[order].condition.indices {
        orders[order].condition[part].steps = registers.renamed(orders[order].condition[part].steps)
        orders[order].condition[part].register = registers[orders[order].condition[part].register]
      }
      orders[order].units = registers.renamed(orders[order].units)
      orders[order].wanted = registers[orders[order].wanted]
    }
    band = band.map { (registers.renamed($0.steps), registers[$0.register]) }
    (fixed, held) = (registers.renamed(fixed), registers.renamed(held))
    calls = calls.map(registers.renamed)
    numbers = numbers.map { ($0.value, registers[$0.register]) }
    parameters = parameters.map { ($0.index, registers[$0.register]) }
    for index in series.indices {
      series[index].register = series[index].register.map { registers[$0] }
    }
    (barsHeld, highSince, lowSince) = (
      barsHeld.map { registers[$0] }, highSince.map { registers[$0] },
      lowSince.map { registers[$0] }
    )
    registerCount = registers.count
  }
}
