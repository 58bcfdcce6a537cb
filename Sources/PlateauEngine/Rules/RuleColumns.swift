import PlateauColumns

/// What the rules say at one close.
struct Signals: OptionSet {
  let rawValue: UInt8

  static let buy = Signals(rawValue: 1)
  static let sell = Signals(rawValue: 2)
  static let short = Signals(rawValue: 4)
  static let cover = Signals(rawValue: 8)
}

/// A stop, target or trail rule on every bar.
enum ProtectiveRule {
  /// The same fraction at every entry; `nan` is none.
  case constant(Double)
  /// A fraction of the bar that decides the entry; `nan` is not known yet.
  case column([Double])

  /// The fraction for an entry decided on a bar, `nan` for none.
  ///
  /// - Returns: `nil` where the rule is undefined: an entry whose stop is not known is not made.
  func fraction(at bar: Int) -> Double? {
    switch self {
    case .constant(let value): value
    case .column(let values): values[bar].isNaN ? nil : values[bar]
    }
  }
}

/// The rules of one candidate, evaluated on every bar of the series.
struct RuleColumns {
  /// What the rules say at each close, the sides not traded left out.
  let signals: [Signals]
  /// The stop at an entry.
  let stop: ProtectiveRule
  /// The target at an entry.
  let target: ProtectiveRule
  /// The trailing stop at an entry.
  let trail: ProtectiveRule
  /// The holding limit on each bar, if there is one.
  let limit: (values: ColumnValue, unit: HoldingLimit.Unit)?
  /// Whether the opposite entry turns a position around.
  let allowsReversal: Bool
  /// The first bar of the window on which everything the rules read is defined.
  let firstDefinedBar: Int?

  /// Evaluates rules for one candidate.
  ///
  /// - Throws: `CandidateFailure` when a rule cannot be evaluated, such as for a length of 2.5.
  init(
    _ rules: TradingRules, in environment: ColumnEnvironment, settings: ExecutionSettings,
    window: Range<Int>
  ) throws(CandidateFailure) {
    var evaluation = RuleEvaluation(environment: environment)
    var signals = [Signals](repeating: [], count: environment.rowCount)
    let tradesLong = settings.direction != .short
    let tradesShort = settings.direction != .long
    try evaluation.mark(tradesLong ? rules.buy : nil, as: .buy, in: &signals)
    try evaluation.mark(rules.sell, as: .sell, in: &signals)
    try evaluation.mark(tradesShort ? rules.short : nil, as: .short, in: &signals)
    try evaluation.mark(rules.cover, as: .cover, in: &signals)
    self.signals = signals
    stop = try evaluation.protection(rules.stop, or: settings.stop)
    target = try evaluation.protection(rules.target, or: settings.target)
    trail = try evaluation.protection(rules.trail, or: settings.trail)
    if let exitAfter = rules.exitAfter {
      limit = (try evaluation.value(of: exitAfter.limit), exitAfter.unit)
    } else {
      limit = nil
    }
    allowsReversal = rules.reversal
    firstDefinedBar = evaluation.firstDefinedBar(in: window)
  }
}

/// Runs the programs of one candidate and remembers every column they read.
private struct RuleEvaluation {
  let environment: ColumnEnvironment
  private var readColumns: [[Double]] = []
  private var readsUndefinedNumber = false

  init(environment: ColumnEnvironment) {
    self.environment = environment
  }

  mutating func value(of program: ColumnProgram) throws(CandidateFailure) -> ColumnValue {
    try registers(of: program)[program.result]
  }

  mutating func mark(
    _ program: ColumnProgram?, as signal: Signals, in signals: inout [Signals]
  ) throws(CandidateFailure) {
    guard let program else { return }
    let registers = try registers(of: program)
    for case .scalar(let value) in registers where value.isNaN { readsUndefinedNumber = true }
    switch registers[program.result] {
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

  func firstDefinedBar(in window: Range<Int>) -> Int? {
    guard !readsUndefinedNumber else { return nil }
    return window.first { bar in readColumns.allSatisfy { !$0[bar].isNaN } }
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
