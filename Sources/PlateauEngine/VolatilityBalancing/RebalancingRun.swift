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
    let price = series.close[market.window.lowerBound]
    let invested = settings.cash * rule.startShare
    state = RebalancingRule.State(
      cash: settings.cash - invested, units: invested / price, anchor: price)
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

  /// Books a dividend net of tax and lowers the anchor by it, before the price is looked at.
  private mutating func receiveDividend(on bar: Int) {
    guard let perShare = series.dividends?[bar], perShare > 0, state.units > 0 else { return }
    let payment = DividendPayment(
      bar: bar, perShare: perShare, units: state.units,
      net: perShare * state.units * (1 - rule.withholdingTax), anchorBefore: state.anchor)
    dividends.append(payment)
    state.cash += payment.net
    state.anchor -= perShare
  }

  private mutating func trade(on bar: Int) {
    let price = series.close[bar]
    if rule.isAnomalous(price, state) { state.anchor = price }
    guard let wish = rule.wish(at: price, state), ordersToday(on: bar) < rule.ordersPerDay,
      let units = rule.executed(wish, at: price, state)
    else { return }
    let after = rule.after(units, at: price, state)
    fills.append(
      Fill(
        bar: bar, kind: wish.kind, units: units, unitsBeforeLimits: wish.unitsBeforeLimits,
        price: price, fee: abs(units) * price * rule.commission, anchorBefore: state.anchor,
        cashAfter: after.cash, unitsAfter: after.units))
    state = after
  }

  private func ordersToday(on bar: Int) -> Int {
    let today = series.times[bar].date
    return fills.reversed().prefix { series.times[$0.bar].date == today }.count
  }
}
