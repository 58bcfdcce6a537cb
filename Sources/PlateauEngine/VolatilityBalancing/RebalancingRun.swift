import PlateauColumns
import PlateauMarket

/// The volatility balancing rule over a window, one close after another.
///
/// - Complexity: O(bars of the window).
struct RebalancingRun {
  private let rule: RebalancingRule
  private let settings: ExecutionSettings
  private let market: Market
  private let series: PriceSeries

  private var state: RebalancingRule.State
  private var fills: [Fill] = []
  private var dividends: [DividendPayment] = []

  /// Creates a run that holds its starting mix, bought at the first close without fee.
  init(rule: RebalancingRule, settings: ExecutionSettings, market: Market) {
    self.rule = rule
    self.settings = settings
    self.market = market
    series = market.series
    state = rule.opened(cash: settings.cash, at: series.close[market.window.lowerBound])
  }

  /// Runs every bar after the first.
  mutating func backtest() -> Backtest {
    var equity: [Double] = []
    var units: [Double] = []
    let bars = market.window.dropFirst()
    equity.reserveCapacity(bars.count)
    units.reserveCapacity(bars.count)
    for bar in bars {
      receiveDividend(on: bar)
      trade(on: bar)
      equity.append(state.value(at: series.close[bar]))
      units.append(state.units)
    }
    return Backtest(
      market: market, settings: settings, firstBar: market.window.lowerBound + 1, equity: equity,
      units: units, fills: fills, dividends: dividends, fees: fills.reduce(0) { $0 + $1.fee },
      tradedNotional: fills.reduce(0) { $0 + abs($1.units) * $1.price },
      openEntryBar: state.units > 0 ? market.window.lowerBound : nil)
  }

  private mutating func receiveDividend(on bar: Int) {
    let (before, perShare) = (state, series.dividends?[bar] ?? 0)
    guard let net = rule.receive(perShare, &state) else { return }
    dividends.append(
      DividendPayment(
        bar: bar, perShare: perShare, units: before.units, net: net, anchorBefore: before.anchor))
  }

  private mutating func trade(on bar: Int) {
    let price = series.close[bar]
    let isAnomalous = rule.isAnomalous(price, state)
    let anchor = isAnomalous ? price : state.anchor
    let (earlier, times) = (fills, series.times)
    guard
      let (units, wish) = rule.trade(
        at: price, ordersToday: Self.count(earlier, on: times[bar].date, times), &state)
    else { return }
    fills.append(
      Fill(
        bar: bar, kind: wish.kind, units: units, unitsBeforeLimits: wish.unitsBeforeLimits,
        price: price, fee: abs(units) * price * rule.commission, anchorBefore: anchor,
        cashAfter: state.cash, unitsAfter: state.units))
  }

  /// Fills on a date, which are the last ones.
  private static func count(_ fills: [Fill], on date: CivilDate, _ times: [Timestamp]) -> Int {
    fills.reversed().prefix { times[$0.bar].date == date }.count
  }
}
