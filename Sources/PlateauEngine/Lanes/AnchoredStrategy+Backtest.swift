import PlateauColumns
import PlateauMarket

extension AnchoredStrategy {
  /// The window's first bar: an anchored rule reads no earlier price.
  public func firstBar(
    _ parameters: [Double], settings: ExecutionSettings, market: Market
  ) throws(CandidateFailure) -> Int? { market.window.lowerBound }

  /// Runs the rule bar by bar, which is what lanes are checked against.
  ///
  /// - Complexity: O(bars of the window).
  public func backtest(
    _ parameters: [Double], settings: ExecutionSettings, market: Market
  ) throws(CandidateFailure) -> Backtest {
    let rule = try rule(parameters, settings: settings)
    let (series, window) = (market.series, market.window)
    guard countsOpeningBar || window.count > 1 else {
      throw CandidateFailure("the window has one bar; the first bar only sets the anchor")
    }
    var account = rule.opening(cash: settings.cash, at: series.close[window.lowerBound])
    let commission = rule.terms.commission
    var (equity, units, fills): ([Double], [Double], [Fill]) = ([], [], [])
    var orders = (date: series.times[window.lowerBound].date, count: 0)
    for bar in window {
      let (before, price, date) = (account, series.close[bar], series.times[bar].date)
      if date != orders.date { orders = (date, 0) }
      if bar > window.lowerBound {
        rule.act(
          at: price, dividend: series.dividends?[bar] ?? 0, ordersToday: orders.count,
          on: &account)
        orders.count += account.fillCount - before.fillCount
      }
      // The opening buys from nothing.
      let isOpening = bar == window.lowerBound
      if isOpening ? account.fillCount > 0 : account.fillCount > before.fillCount {
        let traded = isOpening ? account.units : account.units - before.units
        fills.append(
          Fill(
            bar: bar, kind: .trigger, units: traded, unitsBeforeLimits: traded, price: price,
            fee: abs(traded) * price * commission, anchorBefore: before.anchor,
            cashAfter: account.cash, unitsAfter: account.units))
      }
      guard !isOpening || countsOpeningBar else { continue }
      equity.append(account.value(at: price))
      units.append(account.units)
    }
    return Backtest(
      market: market, settings: settings, firstBar: window.lowerBound + window.count - equity.count,
      equity: equity, units: units, fills: fills, fees: account.tradedNotional * commission,
      tradedNotional: account.tradedNotional,
      openEntryBar: account.units > 0 ? window.lowerBound : nil)
  }
}
