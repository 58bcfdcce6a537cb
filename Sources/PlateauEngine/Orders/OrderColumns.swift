import PlateauColumns

/// The order rules of one candidate, with what does not depend on the account on every bar.
struct OrderColumns {
  /// An expression that reads the account, and the values of its columns.
  struct Value {
    let program: StateProgram
    let columns: [ColumnValue]
  }

  /// Units and condition of each order.
  let orders: [(units: Value, condition: Value)]
  /// The share of cash put in stock at the window's first close, if any is.
  let startShare: Double?
  /// The first bar of the window on which every column that the rules read is defined.
  let firstDefinedBar: Int?

  /// Evaluates rules for one candidate.
  ///
  /// - Throws: `CandidateFailure` when a rule cannot be evaluated, such as for a length of 2.5.
  init(
    _ rules: OrderRules, parameters: [(name: String, value: Double)], market: Market
  ) throws(CandidateFailure) {
    guard rules.programs.allSatisfy({ StateProgram($0) != nil }) else { throw .stateWithoutPast }
    let environment = market.environment(adding: parameters)
    func evaluate(_ program: ColumnProgram) throws(CandidateFailure) -> ColumnValue {
      do {
        return try program.evaluate(in: environment)
      } catch {
        throw CandidateFailure(error.description)
      }
    }
    let numbers = rules.numbers(besides: parameters.map(\.name))
    var series: [ColumnValue] = []
    for program in rules.series(besides: numbers) {
      series.append(try evaluate(program))
    }
    startShare = try rules.startShare(evaluate, on: market.window.lowerBound)

    func value(of program: ColumnProgram) throws(CandidateFailure) -> Value {
      guard let split = StateProgram(program) else { throw .stateWithoutPast }
      var columns: [ColumnValue] = []
      for column in split.columns { columns.append(try evaluate(column)) }
      return Value(program: split, columns: columns)
    }
    var orders: [(units: Value, condition: Value)] = []
    for order in rules.orders {
      orders.append((try value(of: order.units), try value(of: order.condition)))
    }
    self.orders = orders
    let undefined = Set(parameters.lazy.filter(\.value.isNaN).map(\.name))
    let isUndefined = rules.orders.contains { order in
      order.condition.inputs.contains(where: undefined.contains)
    }
    firstDefinedBar =
      isUndefined
      ? nil : market.window.first { bar in series.allSatisfy { !$0[bar].isNaN } }
  }
}

extension OrderRules {
  /// Conditions and units in the order in which they are asked.
  var programs: [ColumnProgram] { orders.flatMap { [$0.condition, $0.units] } }

  /// The outermost series that the orders read, each once.
  func series(besides numbers: Set<String>) -> [ColumnProgram] {
    var found: [ColumnProgram] = []
    for program in programs {
      for series in program.outermostSeries(besides: numbers) where !found.contains(series) {
        found.append(series)
      }
    }
    return found
  }

  /// The inputs that have one number on a bar for each candidate and are no series.
  func numbers(besides parameters: [String]) -> Set<String> {
    Set(parameters + AccountState.allCases.map(\.rawValue))
  }

  /// The share of cash put in stock at a bar.
  ///
  /// - Parameters:
  ///   - evaluate: Runs a program for the candidate.
  ///   - bar: The window's first bar.
  /// - Returns: The share, or `nil` where the account starts in cash.
  /// - Throws: `CandidateFailure` for a share that is undefined or not between 0 and 1.
  func startShare(
    _ evaluate: (ColumnProgram) throws(CandidateFailure) -> ColumnValue, on bar: Int
  ) throws(CandidateFailure) -> Double? {
    guard let start else { return nil }
    let share = try evaluate(start)[bar]
    guard share >= 0, share <= 1 else { throw .noStartingShare(share) }
    return share
  }
}
