import PlateauColumns
import PlateauMarket

/// Runs candidates whose rules read the account side by side, bar by bar, on one market.
///
/// Fills, stops and costs are booked by `BarExecution`, as on the reference; the rules are asked of
/// all candidates at a time. A candidate's figures do not depend on which others run beside it.
///
/// It serves one thread at a time and keeps its columns for the next batch.
final class StatefulBacktest {
  /// A condition, with the columns it has from prices and parameters.
  private struct Rule {
    let signal: Signals
    let firstColumn: Int
    var columns: [ColumnFamily]
  }

  /// A candidate at work.
  private struct Lane {
    let row: Int
    var execution: BarExecution
    var closes: CloseTally
    var summary: PerformanceSummary
    /// What may be said of a candidate that trades the sides it does.
    let traded: Signals
    /// A value for each column of the lanes; `nil` for those of a side that is not traded.
    let columns: [ColumnValue?]
    var isOver = false
  }

  private let market: Market
  private let rules: TradingRules
  private let sessions: SessionCalendar?
  private let lanes: StateLanes
  private var conditions: [Rule] = []
  private var stop: ColumnFamily?
  private var target: ColumnFamily?
  private var trail: ColumnFamily?
  private var limit: ColumnFamily?
  private var amount: ColumnFamily?
  /// What is known of every candidate's summary beforehand.
  private let blank: PerformanceSummary
  private var waiting: [Lane] = []

  /// Prepares a strategy, or answers `nil` where its rules do not read the account.
  init?(_ strategy: RuleStrategy, market: Market) {
    let (rules, parameters) = (strategy.rules, strategy.parameters.map(\.name))
    guard !rules.readState.isEmpty else { return nil }
    let library = ColumnLibrary(market)
    func family(_ program: ColumnProgram?) -> ColumnFamily? {
      program.map { ColumnFamily($0, parameters: parameters, library: library) }
    }
    var programs: [(signal: Signals, program: StateProgram)] = []
    var firstColumn = 0
    let signals: [(ColumnProgram?, Signals)] = [
      (rules.buy, .buy), (rules.sell, .sell), (rules.short, .short), (rules.cover, .cover),
    ]
    for case (let rule?, let signal) in signals {
      guard let program = StateProgram(rule) else { return nil }
      programs.append((signal, program))
      conditions.append(
        Rule(
          signal: signal, firstColumn: firstColumn, columns: program.columns.compactMap(family)))
      firstColumn += program.columns.count
    }
    self.market = market
    self.rules = rules
    sessions = rules.exitsAtSessionEnd ? SessionCalendar(market.series) : nil
    lanes = StateLanes(programs)
    stop = family(rules.stop)
    target = family(rules.target)
    trail = family(rules.trail)
    limit = family(rules.exitAfter?.limit)
    amount = family(rules.size?.amount)
    blank = PerformanceSummary(blankFor: market)
  }

  /// Adds a candidate; those that fill all lanes are run at once.
  ///
  /// - Parameters:
  ///   - parameters: A value for each parameter of the strategy.
  ///   - settings: How orders are executed.
  ///   - row: Where in the batch the candidate stands.
  ///   - results: Receives what the default metrics need to know.
  /// - Throws: `CandidateFailure`, the same as `ReferenceBacktest` gives.
  func add(
    _ parameters: [Double], settings: ExecutionSettings, row: Int,
    into results: inout BatchResults
  ) throws(CandidateFailure) {
    let settings = rules.applied(to: settings)
    var defined = BarMask(count: market.series.count, all: true)
    let traded = settings.direction.signals
    let columns = try columns(parameters, traded, &defined)
    let terms = EntryTerms(
      stop: try rule(\.stop, or: settings.stop, parameters, &defined),
      target: try rule(\.target, or: settings.target, parameters, &defined),
      trail: try rule(\.trail, or: settings.trail, parameters, &defined),
      amount: try value(\.amount, parameters, &defined).map(SizeRule.rule)
        ?? .setting(settings.sizingAmount),
      limit: try value(\.limit, parameters, &defined).map {
        HoldingRule(value: $0, unit: rules.exitAfter?.unit ?? .bars)
      }, allowsReversal: rules.reversal)
    guard defined.first(in: market.window) != nil else { throw .neverDefined }
    try terms.check(settings)
    let summary = blank.opening(settings)
    waiting.append(
      Lane(
        row: row, execution: BarExecution(terms, settings: settings),
        closes: CloseTally(riskFreePerBar: summary.riskFreePerBar), summary: summary,
        traded: traded, columns: columns))
    if waiting.count == StateLanes.width { run(into: &results) }
  }

  /// Runs the candidates that wait.
  ///
  /// - Complexity: O(candidates · bars).
  func run(into results: inout BatchResults) {
    guard !waiting.isEmpty else { return }
    waiting.withUnsafeMutableBufferPointer { candidates in
      for start in stride(
        from: market.window.lowerBound, to: market.window.upperBound, by: StateLanes.blockLength)
      {
        run(start..<min(start + StateLanes.blockLength, market.window.upperBound), candidates)
      }
    }
    for lane in waiting { results.set(finished(lane), row: lane.row) }
    waiting.removeAll(keepingCapacity: true)
  }

  private func run(_ bars: Range<Int>, _ candidates: UnsafeMutableBufferPointer<Lane>) {
    for (lane, candidate) in candidates.enumerated() where !candidate.isOver {
      for (column, value) in candidate.columns.enumerated() {
        lanes.layOut(column, value, bars: bars, lane: lane)
      }
    }
    for index in bars {
      let bar = market.series.bar(index, sessions: sessions)
      for lane in candidates.indices where !candidates[lane].isOver {
        candidates[lane].execution.begin(bar)
      }
      if index < market.window.upperBound - 1 {
        lanes.read(count: candidates.count) { state, lane in
          candidates[lane].execution.value(of: state, at: bar)
        }
        let signals = lanes.run(row: index - bars.lowerBound, count: candidates.count)
        for lane in candidates.indices where !candidates[lane].isOver {
          guard candidates[lane].execution.isSolvent(at: bar) else { continue }
          candidates[lane].execution.act(
            on: signals[lane].intersection(candidates[lane].traded), at: bar)
        }
      }
      for lane in candidates.indices where !candidates[lane].isOver {
        close(bar, &candidates[lane])
      }
    }
  }

  /// Takes the equity of a close, and the trades that have ended.
  private func close(_ bar: PriceBar, _ lane: inout Lane) {
    let worth = lane.execution.equity(at: bar)
    lane.closes.add(max(worth, 0), isHeld: lane.execution.account.units != 0)
    lane.isOver = worth <= 0
    guard !lane.execution.trades.isEmpty else { return }
    for trade in lane.execution.trades {
      lane.summary.add(
        trade, days: market.series.days(from: trade.entryBar, to: trade.exitBar))
    }
    lane.execution.trades.removeAll(keepingCapacity: true)
  }

  private func finished(_ lane: Lane) -> PerformanceSummary {
    var summary = lane.summary
    lane.closes.finish(&summary)
    summary.isRuined = lane.isOver
    summary.fees = lane.execution.account.fees
    summary.tradedNotional = lane.execution.account.tradedNotional
    summary.openUnits = lane.execution.account.units
    return summary
  }

  /// The columns of all conditions for a candidate, those of a side that is not traded left out.
  private func columns(
    _ parameters: [Double], _ traded: Signals, _ defined: inout BarMask
  ) throws(CandidateFailure) -> [ColumnValue?] {
    var columns = [ColumnValue?](repeating: nil, count: lanes.columnCount)
    var readsUndefinedNumber = false
    for rule in conditions.indices where traded.contains(conditions[rule].signal) {
      for column in conditions[rule].columns.indices {
        let place = try conditions[rule].columns[column].place(parameters)
        let member = conditions[rule].columns[column][place]
        defined.formIntersection(member.defined)
        if member.readsUndefinedNumber { readsUndefinedNumber = true }
        columns[conditions[rule].firstColumn + column] = member.value
      }
    }
    if readsUndefinedNumber { defined = BarMask(count: market.series.count) }
    return columns
  }

  private func rule(
    _ path: ReferenceWritableKeyPath<StatefulBacktest, ColumnFamily?>, or setting: Double,
    _ parameters: [Double], _ defined: inout BarMask
  ) throws(CandidateFailure) -> ProtectiveRule {
    switch try value(path, parameters, &defined) {
    case nil: .constant(setting)
    case .scalar(let value)?: .constant(value)
    case .column(let values)?: .column(values)
    }
  }

  private func value(
    _ path: ReferenceWritableKeyPath<StatefulBacktest, ColumnFamily?>, _ parameters: [Double],
    _ defined: inout BarMask
  ) throws(CandidateFailure) -> ColumnValue? {
    guard let place = try self[keyPath: path]?.place(parameters),
      let member = self[keyPath: path]?[place]
    else { return nil }
    defined.formIntersection(member.defined)
    return member.value
  }
}

extension ExecutionSettings.Direction {
  /// What rules may say where only some sides are traded; a side is left whatever they are.
  fileprivate var signals: Signals {
    switch self {
    case .both: [.buy, .sell, .short, .cover]
    case .long: [.buy, .sell, .cover]
    case .short: [.sell, .short, .cover]
    }
  }
}
