import PlateauColumns
import PlateauMarket

/// Order rules over a window, one bar after another: short and plain, and the judge of the lanes.
///
/// Every bar has two moments. At its open, the order decided at the close before is filled, where
/// orders fill at the open. At its close the first order whose condition is true decides, and then
/// equity is taken. An order decided on the window's last bar fills only at that close.
///
/// - Complexity: O(bars of the window), more where rules read the high or low since the entry.
struct OrderBacktest {
  private let rules: OrderColumns
  private let settings: ExecutionSettings
  private let fill: ExecutionSettings.FillTime
  private let market: Market
  private let terms: OrderTerms

  private var account: OrderAccount
  private var fills: [Fill] = []
  private var results: [Double] = []

  /// Creates a backtest that has not been run.
  init(
    rules: OrderColumns, settings: ExecutionSettings, fill: ExecutionSettings.FillTime,
    market: Market
  ) {
    self.rules = rules
    self.settings = settings
    self.fill = fill
    self.market = market
    terms = OrderTerms(settings)
    account = OrderAccount(cash: settings.cash)
  }

  /// Runs the window from its first bar to its last.
  ///
  /// Where cash is put in stock at the first close, that bar decides nothing and is left out of the
  /// equity series.
  mutating func backtest() -> Backtest {
    let (series, window) = (market.series, market.window)
    var firstBar = window.lowerBound
    if let share = rules.startShare {
      account.start(with: share, at: series.close[firstBar], on: firstBar)
      follow(firstBar)
      firstBar += 1
    }
    var (equity, units): ([Double], [Double]) = ([], [])
    var pending: Double?
    var isRuined = false
    for bar in firstBar..<window.upperBound {
      if let wanted = pending { trade(wanted, at: series.open[bar], on: bar) }
      pending = nil
      follow(bar)
      if account.equity(at: series.close[bar]) > 0, let wanted = decide(on: bar) {
        switch fill {
        case .nextOpen: pending = wanted
        case .close:
          trade(wanted, at: series.close[bar], on: bar)
          follow(bar)
        }
      }
      let worth = account.equity(at: series.close[bar])
      isRuined = worth <= 0
      equity.append(max(worth, 0))
      units.append(account.units)
      if isRuined { break }
    }
    return Backtest(
      market: market, settings: settings, firstBar: firstBar, equity: equity, units: units,
      fills: fills, fees: account.fees, tradedNotional: account.tradedNotional,
      openEntryBar: account.entry?.bar, isRuined: isRuined)
  }

  private mutating func follow(_ bar: Int) {
    account.follow(high: market.series.high[bar], low: market.series.low[bar])
  }

  /// Signed units that the rules want at a close.
  private mutating func decide(on bar: Int) -> Double? {
    for order in rules.orders where value(of: order.condition, on: bar) == 1 {
      let wanted = value(of: order.units, on: bar)
      return wanted.isNaN || wanted == 0 ? nil : wanted
    }
    return nil
  }

  private mutating func value(of value: OrderColumns.Value, on bar: Int) -> Double {
    let (account, series) = (account, market.series)
    return value.program.value(at: bar, columns: value.columns, results: &results) {
      account.state($0, at: bar, of: series)
    }
  }

  private mutating func trade(_ wanted: Double, at price: Double, on bar: Int) {
    let price = terms.price(price, buying: wanted > 0)
    let units = terms.units(wanted, price: price, cash: account.cash, held: account.units)
    guard units != 0 else { return }
    let (anchor, paid) = (account.lastFill, account.fees)
    account.fill(units, at: price, on: bar, terms)
    fills.append(
      Fill(
        bar: bar, kind: .order, units: units, unitsBeforeLimits: wanted, price: price,
        fee: account.fees - paid, anchorBefore: anchor, cashAfter: account.cash,
        unitsAfter: account.units))
  }
}
