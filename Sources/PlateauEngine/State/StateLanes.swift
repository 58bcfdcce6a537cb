import PlateauColumns

/// The rules of a strategy over many candidates at a time: one choice a step and bar, whatever the
/// number of candidates.
///
/// A lane is the place of a candidate. The values of columns are laid out bar by bar, lanes side by
/// side, for a few bars at a time. No lane's numbers depend on those of another.
final class StateLanes {
  /// The most candidates side by side.
  static let width = 64
  /// How many bars of the columns are laid out at a time.
  static let blockLength = 64

  /// Where a step finds its numbers.
  private enum Place {
    case column(Int)
    case state(Int)
    case step(Int)
  }

  /// What is done at every close, lanes side by side.
  private enum Step {
    case unary(UnaryOperation, Place)
    case binary(BinaryOperation, Place, Place)
    case one(@Sendable (Double) -> Double, Place)
    case two(@Sendable (Double, Double) -> Double, Place, Place)
    case three(@Sendable (Double, Double, Double) -> Double, Place, Place, Place)
  }

  private typealias Numbers = UnsafeMutablePointer<Double>

  /// How many columns all conditions have together.
  let columnCount: Int
  /// What the conditions ask of the account, in the order of the lanes' numbers.
  let states: [AccountState]
  private var steps: [Step] = []
  private var results: [(signal: Signals, place: Place)] = []
  private let columns: Numbers
  private let registers: Numbers
  private let stateNumbers: Numbers
  private let signals: UnsafeMutablePointer<Signals>

  /// Prepares conditions, each with columns of its own.
  ///
  /// - Parameter conditions: What each says where it is true, and its program.
  init(_ conditions: [(signal: Signals, program: StateProgram)]) {
    let states = AccountState.allCases.filter { state in
      conditions.contains { $0.program.reads(state) }
    }
    self.states = states
    var columnCount = 0
    for (signal, program) in conditions {
      let (firstColumn, firstStep) = (columnCount, steps.count)
      func place(_ operand: StateProgram.Operand) -> Place {
        switch operand {
        case .column(let index): .column(firstColumn + index)
        case .state(let state): .state(states.firstIndex(of: state) ?? 0)
        case .step(let index): .step(firstStep + index)
        }
      }
      for step in program.steps {
        switch step {
        case .unary(let operation, let a): steps.append(.unary(operation, place(a)))
        case .binary(let operation, let a, let b):
          steps.append(.binary(operation, place(a), place(b)))
        case .one(let body, let a): steps.append(.one(body, place(a)))
        case .two(let body, let a, let b): steps.append(.two(body, place(a), place(b)))
        case .three(let body, let a, let b, let c):
          steps.append(.three(body, place(a), place(b), place(c)))
        }
      }
      results.append((signal, place(program.result)))
      columnCount += program.columns.count
    }
    self.columnCount = columnCount
    func numbers(_ count: Int) -> Numbers {
      let made = Numbers.allocate(capacity: max(1, count * Self.width))
      made.initialize(repeating: .nan, count: max(1, count * Self.width))
      return made
    }
    columns = numbers(columnCount * Self.blockLength)
    registers = numbers(steps.count)
    stateNumbers = numbers(states.count)
    signals = .allocate(capacity: Self.width)
    signals.initialize(repeating: [], count: Self.width)
  }

  deinit {
    columns.deallocate()
    registers.deallocate()
    stateNumbers.deallocate()
    signals.deallocate()
  }

  /// Lays out a few bars of a lane's column.
  ///
  /// - Parameters:
  ///   - column: The place of the column among those of all conditions.
  ///   - value: Its value; undefined on every bar where it is `nil`.
  ///   - bars: Bars of the series, at most `blockLength`.
  ///   - lane: The lane.
  func layOut(_ column: Int, _ value: ColumnValue?, bars: Range<Int>, lane: Int) {
    let start = columns + column * Self.blockLength * Self.width + lane
    switch value ?? .scalar(.nan) {
    case .scalar(let number):
      for row in 0..<bars.count { start[row * Self.width] = number }
    case .column(let values):
      values.withUnsafeBufferPointer { values in
        for row in 0..<bars.count { start[row * Self.width] = values[bars.lowerBound + row] }
      }
    }
  }

  /// Reads what the conditions of all lanes ask of their accounts.
  ///
  /// - Parameters:
  ///   - count: How many lanes are in use.
  ///   - state: Something of a lane's account.
  @inline(__always)
  func read(count: Int, _ state: (_ wanted: AccountState, _ lane: Int) -> Double) {
    for place in states.indices {
      let (wanted, numbers) = (states[place], stateNumbers + place * Self.width)
      for lane in 0..<count { numbers[lane] = state(wanted, lane) }
    }
  }

  /// What the conditions say for each lane on one bar.
  ///
  /// - Parameters:
  ///   - row: The bar's place among those that are laid out.
  ///   - count: How many lanes are in use.
  /// - Returns: A value a lane, good until the next call.
  func run(row: Int, count: Int) -> UnsafePointer<Signals> {
    for step in steps.indices {
      let result = registers + step * Self.width
      switch steps[step] {
      case .one(let body, let a): map(a, row, result, count, body)
      case .two(let body, let a, let b): combine(a, b, row, result, count, body)
      case .three(let body, let a, let b, let c):
        let (a, b, c) = (numbers(a, row), numbers(b, row), numbers(c, row))
        for lane in 0..<count { result[lane] = body(a[lane], b[lane], c[lane]) }
      case .unary(.negate, let a): map(a, row, result, count) { UnaryOperation.negate($0) }
      case .unary(.not, let a): map(a, row, result, count) { UnaryOperation.not($0) }
      case .unary(.isUndefined, let a):
        map(a, row, result, count) { UnaryOperation.isUndefined($0) }
      case .binary(let operation, let a, let b): run(operation, a, b, row, result, count)
      }
    }
    signals.update(repeating: [], count: count)
    for index in results.indices {
      let (signal, values) = (results[index].signal, numbers(results[index].place, row))
      for lane in 0..<count where values[lane] == 1 { signals[lane].formUnion(signal) }
    }
    return UnsafePointer(signals)
  }

  /// One loop an operation, so that the choice is made once a step and bar.
  private func run(
    _ operation: BinaryOperation, _ a: Place, _ b: Place, _ row: Int, _ result: Numbers,
    _ count: Int
  ) {
    switch operation {
    case .add: combine(a, b, row, result, count) { BinaryOperation.add($0, $1) }
    case .subtract: combine(a, b, row, result, count) { BinaryOperation.subtract($0, $1) }
    case .multiply: combine(a, b, row, result, count) { BinaryOperation.multiply($0, $1) }
    case .divide: combine(a, b, row, result, count) { BinaryOperation.divide($0, $1) }
    case .power: combine(a, b, row, result, count) { BinaryOperation.power($0, $1) }
    case .less: combine(a, b, row, result, count) { BinaryOperation.less($0, $1) }
    case .lessOrEqual: combine(a, b, row, result, count) { BinaryOperation.lessOrEqual($0, $1) }
    case .greater: combine(a, b, row, result, count) { BinaryOperation.greater($0, $1) }
    case .greaterOrEqual:
      combine(a, b, row, result, count) { BinaryOperation.greaterOrEqual($0, $1) }
    case .equal: combine(a, b, row, result, count) { BinaryOperation.equal($0, $1) }
    case .notEqual: combine(a, b, row, result, count) { BinaryOperation.notEqual($0, $1) }
    case .and: combine(a, b, row, result, count) { BinaryOperation.and($0, $1) }
    case .or: combine(a, b, row, result, count) { BinaryOperation.or($0, $1) }
    }
  }

  @inline(__always)
  private func map(
    _ a: Place, _ row: Int, _ result: Numbers, _ count: Int, _ body: (Double) -> Double
  ) {
    let a = numbers(a, row)
    for lane in 0..<count { result[lane] = body(a[lane]) }
  }

  @inline(__always)
  private func combine(
    _ a: Place, _ b: Place, _ row: Int, _ result: Numbers, _ count: Int,
    _ body: (Double, Double) -> Double
  ) {
    let (a, b) = (numbers(a, row), numbers(b, row))
    for lane in 0..<count { result[lane] = body(a[lane], b[lane]) }
  }

  @inline(__always)
  private func numbers(_ place: Place, _ row: Int) -> UnsafePointer<Double> {
    switch place {
    case .column(let index):
      UnsafePointer(columns + (index * Self.blockLength + row) * Self.width)
    case .state(let index): UnsafePointer(stateNumbers + index * Self.width)
    case .step(let index): UnsafePointer(registers + index * Self.width)
    }
  }
}

extension StateProgram {
  /// Whether a program asks for something of the account.
  fileprivate func reads(_ state: AccountState) -> Bool {
    let wanted = Operand.state(state)
    return result == wanted
      || steps.contains { step in
        switch step {
        case .unary(_, let a), .one(_, let a): a == wanted
        case .binary(_, let a, let b), .two(_, let a, let b): a == wanted || b == wanted
        case .three(_, let a, let b, let c): a == wanted || b == wanted || c == wanted
        }
      }
  }
}
