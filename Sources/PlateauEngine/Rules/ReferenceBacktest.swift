import PlateauColumns
import PlateauMarket

/// A candidate bar by bar: short and plain, and the judge of anything faster.
///
/// - Complexity: O(bars of the window).
struct ReferenceBacktest {
  private let rules: RuleColumns
  private let settings: ExecutionSettings
  private let market: Market
  private var execution: BarExecution

  /// Creates a backtest that has not been run.
  init(rules: RuleColumns, settings: ExecutionSettings, market: Market) {
    self.rules = rules
    self.settings = settings
    self.market = market
    execution = BarExecution(rules.terms, settings: settings)
  }

  /// Runs the window from its first bar, flat, to its last.
  mutating func run() -> Backtest {
    var equity: [Double] = []
    var units: [Double] = []
    equity.reserveCapacity(market.window.count)
    units.reserveCapacity(market.window.count)
    let sessions = rules.exitsAtSessionEnd ? SessionCalendar(market.series) : nil
    let lastBar = market.window.upperBound - 1
    var scratch: [Double] = []
    var isRuined = false

    for index in market.window {
      let bar = market.series.bar(index, sessions: sessions)
      execution.begin(bar)
      if index < lastBar, execution.isSolvent(at: bar) {
        let signals = rules.signals(on: index, scratch: &scratch) { state in
          execution.value(of: state, at: bar)
        }
        execution.act(on: signals, at: bar)
      }
      let worth = execution.equity(at: bar)
      isRuined = worth <= 0
      equity.append(max(worth, 0))
      units.append(execution.account.units)
      if isRuined { break }
    }
    let account = execution.account
    return Backtest(
      market: market, settings: settings, firstBar: market.window.lowerBound, equity: equity,
      units: units, trades: execution.trades, fees: account.fees,
      tradedNotional: account.tradedNotional, openEntryBar: execution.position?.entryBar,
      isRuined: isRuined)
  }
}
