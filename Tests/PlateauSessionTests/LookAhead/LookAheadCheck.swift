import PlateauColumns
import PlateauLanguage
import PlateauMarket

@testable import PlateauEngine
@testable import PlateauWorkbench

/// Whether decisions on past bars stay as they were, with the series cut at 20 places.
///
/// Values are compared on every bar of each part, its last one included, bit for bit. Trades are
/// compared up to the cut; and once more with another course from there on, in which the order of
/// the last known close is filled, so that a look of one bar ahead shows as well.
struct LookAheadCheck {
  let series: PriceSeries
  let cuts: [Int]
  private let values: TruncationCheck

  init(_ series: PriceSeries) {
    self.series = series
    cuts = TruncationCheck.cuts(20, of: series.count)
    values = TruncationCheck(
      Market(series: series, periodsPerYear: 252).environment, cuts: cuts)
  }

  /// Whether a value that is computed from bars changes.
  func isChanged(
    _ value: (ColumnEnvironment) throws -> ColumnValue
  ) rethrows -> Bool {
    try values.change(of: value) != nil
  }

  /// What changes in an expression of the language; empty where nothing does.
  func problems(in expression: String) throws -> [String] {
    let source = SourceText("series \(expression)")
    var parser = StatementParser(source, signatures: CommandTable.signatures)
    guard case .command(let call) = parser.next() else { return ["'\(expression)' is no text"] }
    return try call.expressions("series").flatMap { syntax in
      let program = try compile(syntax, in: ExpressionScopes.series, allowsConditions: true)
        .program
      return try values.change(in: program).map {
        ["\(expression) on \(series.name): bar \($0.bar) once more than \($0.knownBars) are known"]
      } ?? []
    }
  }

  /// What changes in a strategy with its default parameters; empty where nothing does.
  func problems(in strategy: any Strategy) throws -> [String] {
    var problems: [String] = []
    if let rules = strategy as? RuleStrategy {
      let environment = Market(series: series, periodsPerYear: 252).environment
      if let found = rules.lookAhead(in: environment, cuts: 20) {
        problems.append("\(strategy.name), \(found.rule) on \(series.name): \(found.change)")
      }
    }
    for fill in ExecutionSettings.FillTime.allCases {
      var settings = ExecutionSettings(defaultsFor: strategy)
      settings.fill = fill
      settings.commission = 0.001
      let whole = try decisions(of: strategy, settings, on: series)
      for cut in cuts {
        let before = whole.until(cut)
        let known = try decisions(of: strategy, settings, on: series.known(cut)).until(cut)
        if known.withoutLastClose(cut) != before.withoutLastClose(cut) {
          problems.append("\(strategy.name) on \(series.name), \(fill): \(cut) bars known")
        }
        let turned = try decisions(of: strategy, settings, on: series.turned(from: cut))
        if turned.until(cut) != before || turned.fills(at: cut) != whole.fills(at: cut) {
          problems.append("\(strategy.name) on \(series.name), \(fill): another course from \(cut)")
        }
      }
    }
    return problems
  }

  private func decisions(
    of strategy: any Strategy, _ settings: ExecutionSettings, on series: PriceSeries
  ) throws -> Decisions {
    do throws(CandidateFailure) {
      return Decisions(
        try strategy.backtest(
          strategy.defaultParameters, settings: settings,
          market: Market(series: series, periodsPerYear: 252)), fill: settings.fill)
    } catch {
      // Rules that are not defined on any bar so far have decided nothing.
      guard error == .neverDefined else { throw error }
      return Decisions()
    }
  }
}

/// What a strategy has done, bar by bar.
struct Decisions: Equatable {
  /// The units held at each close; none before the first bar of the equity.
  private var units: [Int: UInt64] = [:]
  private var exits: [Trade] = []
  private var fills: [Fill] = []
  /// Entries and exits that the close before has decided, by the bar on which they are filled.
  private var openings: [Int: [String]] = [:]

  /// Nothing was decided.
  init() {}

  init(_ backtest: Backtest, fill: ExecutionSettings.FillTime) {
    for (bar, held) in zip(backtest.bars, backtest.units) where held != 0 {
      units[bar] = held.bitPattern
    }
    exits = backtest.trades
    fills = backtest.fills ?? []
    guard fill == .nextOpen, backtest.fills == nil else { return }
    for trade in backtest.trades {
      openings[trade.entryBar, default: []].append("in \(trade.isLong) at \(trade.entryPrice)")
      if trade.exitReason == .signal || trade.exitReason == .reverse {
        openings[trade.exitBar, default: []].append("out at \(trade.exitPrice)")
      }
    }
    if let bar = backtest.openEntryBar {
      let isLong = backtest.openUnits > 0
      openings[bar, default: []].append("in \(isLong) at \(backtest.market.series.open[bar])")
    }
  }

  /// What was done before a bar.
  func until(_ bar: Int) -> Decisions {
    var part = self
    part.units = units.filter { $0.key < bar }
    part.exits = exits.filter { $0.exitBar < bar }
    part.fills = fills.filter { $0.bar < bar }
    part.openings = [:]
    return part
  }

  /// The same without what the last close of so many bars has filled itself: where the bars end
  /// nothing is decided any more.
  func withoutLastClose(_ bars: Int) -> Decisions {
    var part = self
    part.units[bars - 1] = nil
    part.exits.removeAll { $0.exitBar == bars - 1 }
    part.fills.removeAll { $0.bar == bars - 1 }
    return part
  }

  /// The entries and exits at a bar's open, which the close before has decided.
  func fills(at bar: Int) -> [String] { openings[bar] ?? [] }
}
