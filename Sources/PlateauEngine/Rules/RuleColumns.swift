import PlateauColumns

/// What the rules say at one close.
struct Signals: OptionSet {
  let rawValue: UInt8

  static let buy = Signals(rawValue: 1)
  static let sell = Signals(rawValue: 2)
  static let short = Signals(rawValue: 4)
  static let cover = Signals(rawValue: 8)
}

/// A condition that reads the account, with the columns it has from prices and parameters.
struct StateRule {
  /// What it says where it is true.
  let signal: Signals
  /// What is left to do at every close.
  let program: StateProgram
  /// A value for each of the program's columns.
  let columns: [ColumnValue]
}

/// The rules of one candidate, evaluated on every bar of the series.
struct RuleColumns {
  /// What the rules say at each close, the sides not traded and rules that read the account left
  /// out.
  private let signals: [Signals]
  /// The rules that read the account.
  private let stateRules: [StateRule]
  /// What is said of a position.
  let terms: EntryTerms
  /// Whether a position is closed at its session's end.
  let exitsAtSessionEnd: Bool
  /// The first bar of the window on which everything the rules read is defined, the account aside.
  let firstDefinedBar: Int?

  /// Evaluates rules for one candidate.
  ///
  /// - Throws: `CandidateFailure` when a rule cannot be evaluated, such as for a length of 2.5.
  init(
    _ rules: TradingRules, in environment: ColumnEnvironment, settings: ExecutionSettings,
    window: Range<Int>
  ) throws(CandidateFailure) {
    var evaluation = RuleEvaluation(environment: environment)
    let tradesLong = settings.direction != .short
    let tradesShort = settings.direction != .long
    try evaluation.mark(tradesLong ? rules.buy : nil, as: .buy)
    try evaluation.mark(rules.sell, as: .sell)
    try evaluation.mark(tradesShort ? rules.short : nil, as: .short)
    try evaluation.mark(rules.cover, as: .cover)
    signals = evaluation.signals
    stateRules = evaluation.stateRules
    terms = EntryTerms(
      stop: try evaluation.protection(rules.stop, or: settings.stop),
      target: try evaluation.protection(rules.target, or: settings.target),
      trail: try evaluation.protection(rules.trail, or: settings.trail),
      amount: try evaluation.amount(rules.size, or: settings.sizingAmount),
      limit: try evaluation.limit(rules.exitAfter), allowsReversal: rules.reversal)
    exitsAtSessionEnd = rules.exitsAtSessionEnd
    firstDefinedBar = evaluation.firstDefinedBar(in: window)
  }

  /// What the rules say at a close.
  ///
  /// - Parameters:
  ///   - bar: The bar.
  ///   - scratch: Space that is reused from call to call.
  ///   - state: Something of the account at this close.
  /// - Returns: The rules that are true.
  func signals(
    on bar: Int, scratch: inout [Double], state: (AccountState) -> Double
  ) -> Signals {
    var signals = signals[bar]
    for rule in stateRules
    where rule.program.value(at: bar, columns: rule.columns, results: &scratch, state: state) == 1 {
      signals.insert(rule.signal)
    }
    return signals
  }
}

/// Runs the programs of one candidate and remembers every column they read.
private struct RuleEvaluation {
  let environment: ColumnEnvironment
  private var readColumns: [[Double]] = []
  private var readsUndefinedNumber = false
  /// What rules without account state say on each bar.
  private(set) var signals: [Signals]
  /// The rules that read the account.
  private(set) var stateRules: [StateRule] = []

  init(environment: ColumnEnvironment) {
    self.environment = environment
    signals = [Signals](repeating: [], count: environment.rowCount)
  }

  mutating func mark(
    _ program: ColumnProgram?, as signal: Signals
  ) throws(CandidateFailure) {
    guard let program else { return }
    if !AccountState.read(by: [program]).isEmpty {
      guard let split = StateProgram(program) else { throw .needsPastState }
      var columns: [ColumnValue] = []
      for column in split.columns { columns.append(try condition(column)) }
      stateRules.append(StateRule(signal: signal, program: split, columns: columns))
      return
    }
    switch try condition(program) {
    case .scalar(let value):
      guard value == 1 else { return }
      for bar in signals.indices { signals[bar].insert(signal) }
    case .column(let values):
      for (bar, value) in values.enumerated() where value == 1 { signals[bar].insert(signal) }
    }
  }

  mutating func protection(
    _ program: ColumnProgram?, or setting: Double
  ) throws(CandidateFailure) -> ProtectiveRule {
    guard let program else { return .constant(setting) }
    return switch try value(of: program) {
    case .scalar(let value): .constant(value)
    case .column(let values): .column(values)
    }
  }

  mutating func amount(
    _ size: EntrySize?, or setting: Double
  ) throws(CandidateFailure) -> SizeRule {
    guard let amount = size?.amount else { return .setting(size == nil ? setting : .nan) }
    return .rule(try value(of: amount))
  }

  mutating func limit(_ limit: HoldingLimit?) throws(CandidateFailure) -> HoldingRule? {
    guard let limit else { return nil }
    return HoldingRule(value: try value(of: limit.limit), unit: limit.unit)
  }

  func firstDefinedBar(in window: Range<Int>) -> Int? {
    guard !readsUndefinedNumber else { return nil }
    return window.first { bar in readColumns.allSatisfy { !$0[bar].isNaN } }
  }

  /// A condition, or a part of one, in which no number may be undefined.
  private mutating func condition(
    _ program: ColumnProgram
  ) throws(CandidateFailure) -> ColumnValue {
    let registers = try registers(of: program)
    for case .scalar(let value) in registers where value.isNaN { readsUndefinedNumber = true }
    return registers[program.result]
  }

  private mutating func value(of program: ColumnProgram) throws(CandidateFailure) -> ColumnValue {
    try registers(of: program)[program.result]
  }

  private mutating func registers(of program: ColumnProgram) throws(CandidateFailure)
    -> [ColumnValue]
  {
    let registers: [ColumnValue]
    do {
      registers = try program.registers(in: environment)
    } catch {
      throw CandidateFailure(error.description)
    }
    for case .column(let values) in registers { readColumns.append(values) }
    return registers
  }
}
