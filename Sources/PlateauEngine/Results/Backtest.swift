import PlateauColumns
import PlateauMarket

/// What a candidate would have earned: its equity bar by bar, and the trades behind it.
public struct Backtest: Sendable {
  /// The prices and the scored window.
  public let market: Market
  /// How orders were executed.
  public let settings: ExecutionSettings
  /// The bar of the first equity, an index into the series.
  ///
  /// It is the window's first bar, or the second for a strategy whose first bar only sets its
  /// starting mix.
  public let firstBar: Int
  /// Equity at each close from `firstBar` on; shorter than the window after ruin, never empty.
  public let equity: [Double]
  /// Signed units held at each of those closes.
  public let units: [Double]
  /// Returns between consecutive closes: one fewer than `equity`.
  public let returns: [Double]
  /// Closed trades in the order of their exits; empty for account-driven strategies.
  public let trades: [Trade]
  /// Executed orders of an account-driven strategy; `nil` for strategies that make trades.
  public let fills: [Fill]?
  /// Dividends received; only account-driven strategies book them.
  public let dividends: [DividendPayment]
  /// All commission paid, that of an open position included.
  public let fees: Double
  /// Value of everything bought and sold.
  public let tradedNotional: Double
  /// Entry bar of the position open at the end, if there is one.
  public let openEntryBar: Int?
  /// Whether equity fell to zero, where the series ends.
  public let isRuined: Bool

  /// Creates a backtest; `units` has a value for each value of `equity`, which is not empty.
  init(
    market: Market, settings: ExecutionSettings, firstBar: Int, equity: [Double], units: [Double],
    trades: [Trade] = [], fills: [Fill]? = nil, dividends: [DividendPayment] = [],
    fees: Double = 0, tradedNotional: Double = 0, openEntryBar: Int? = nil, isRuined: Bool = false
  ) {
    precondition(!equity.isEmpty && equity.count == units.count, "equity and units match")
    self.market = market
    self.settings = settings
    self.firstBar = firstBar
    self.equity = equity
    self.units = units
    self.trades = trades
    self.fills = fills
    self.dividends = dividends
    self.fees = fees
    self.tradedNotional = tradedNotional
    self.openEntryBar = openEntryBar
    self.isRuined = isRuined
    returns = zip(equity.dropFirst(), equity).map { $0 / $1 - 1 }
  }

  /// Money at the start.
  public var openingCash: Double { settings.cash }

  /// Equity at the last close.
  public var finalEquity: Double { equity[equity.count - 1] }

  /// Signed units held at the last close.
  public var openUnits: Double { units[units.count - 1] }

  /// The bars of `equity`, as indices into the series.
  public var bars: Range<Int> { firstBar..<firstBar + equity.count }

  /// Bars in a year: as set, or the market's.
  public var periodsPerYear: Double {
    settings.periodsPerYear.isNaN ? market.periodsPerYear : settings.periodsPerYear
  }

  /// Return of cash in one bar.
  public var riskFreePerBar: Double { settings.riskFree / periodsPerYear }

  /// Calendar days from the first to the last bar of the window; parts of days count intraday.
  public var calendarDays: Double {
    market.series.days(from: market.window.lowerBound, to: market.window.upperBound - 1)
  }

  /// Returns of holding the stock, over the same bars as `returns`.
  public var marketReturns: [Double] {
    let closes = market.series.close[bars]
    return zip(closes.dropFirst(), closes).map { $0 / $1 - 1 }
  }
}

extension PriceSeries {
  /// Days between two bars: whole for daily and longer bars, with parts of days for intraday ones.
  func days(from first: Int, to last: Int) -> Double {
    if case .intraday = interval {
      return Double(times[last].seconds - times[first].seconds) / 86_400
    }
    return Double(calendarDays(from: first, to: last))
  }

  /// The difference of two bars' dates in days.
  func calendarDays(from first: Int, to last: Int) -> Int {
    times[last].date.dayNumber - times[first].date.dayNumber
  }
}
