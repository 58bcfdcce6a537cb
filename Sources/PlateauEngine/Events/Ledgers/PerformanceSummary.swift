import PlateauColumns
import PlateauMarket

/// What the default metrics need to know of a backtest, without its equity bar by bar.
///
/// The fast path fills it from trades. Returns are kept as mean and squared deviations, which
/// neither a large drift nor a long flat stretch can wash out.
public struct PerformanceSummary: Sendable {
  /// Opening cash.
  var openingCash = 0.0
  /// Equity at the last close.
  var finalEquity = 0.0
  /// Sum of equity over all closes.
  var equitySum = 0.0
  /// Closes there are.
  var closeCount = 0
  /// Closes with a position.
  var heldCloses = 0
  /// Mean of all returns.
  var meanReturn = 0.0
  /// Standard deviation of all returns, with n - 1.
  var returnDeviation = 0.0
  /// Root mean square of what returns fall short of the risk-free return.
  var downsideDeviation = 0.0
  /// Deepest fall from a peak, as a positive fraction.
  var deepestDrawdown = 0.0
  /// Closed trades.
  var tradeCount = 0
  /// Executed orders of an account-driven strategy; `nil` for strategies that make trades.
  var fillCount: Int?
  /// Closed trades with a profit above zero.
  var winCount = 0
  /// Money won in closed trades.
  var profits = 0.0
  /// Money lost in closed trades, positive.
  var losses = 0.0
  /// Sum of the closed trades' returns.
  var tradeReturnSum = 0.0
  /// Sum of days from entry to exit.
  var tradeDays = 0.0
  /// Value of everything bought and sold.
  var tradedNotional = 0.0
  /// All commission paid.
  var fees = 0.0
  /// Signed units held at the last close.
  var openUnits = 0.0
  /// Whether equity fell to zero.
  var isRuined = false
  /// Bars in a year.
  var periodsPerYear = 0.0
  /// Return of cash in one bar.
  var riskFreePerBar = 0.0
  /// Calendar days from the first to the last bar of the window.
  var calendarDays = 0.0
  /// The return of the price itself.
  var buyHoldReturn = 0.0

  /// Compound growth a year.
  var annualGrowth: Double {
    compoundAnnualGrowth(from: openingCash, to: finalEquity, days: calendarDays)
  }
}

extension PerformanceSummary {
  /// A summary that knows only what follows from the market: time and the price itself.
  init(blankFor market: Market) {
    let (closes, window) = (market.series.close, market.window)
    periodsPerYear = market.periodsPerYear
    calendarDays = market.series.days(from: window.lowerBound, to: window.upperBound - 1)
    buyHoldReturn = closes[window.upperBound - 1] / closes[window.lowerBound] - 1
  }

  /// The summary with what follows from the settings.
  func opening(_ settings: ExecutionSettings) -> PerformanceSummary {
    var summary = self
    summary.openingCash = settings.cash
    if !settings.periodsPerYear.isNaN { summary.periodsPerYear = settings.periodsPerYear }
    summary.riskFreePerBar = settings.riskFree / summary.periodsPerYear
    return summary
  }
}
