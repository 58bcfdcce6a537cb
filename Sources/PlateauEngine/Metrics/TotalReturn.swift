import PlateauColumns
import PlateauMarket

extension Metric {
  /// Growth over the window.
  static let totalReturn = Metric(
    "total_return", aliases: ["return"], .fraction, .higher, isDefault: true,
    "growth from opening cash to the last close",
    convention: "E_end / cash - 1; an open position counts at the last close."
  ) {
    $0.finalEquity / $0.openingCash - 1
  } fromSummary: {
    $0.finalEquity / $0.openingCash - 1
  }

  /// Growth a year.
  static let cagr = Metric(
    "cagr", .fraction, .higher, isDefault: true,
    "compound annual growth rate",
    convention: """
      (E_end / cash)^(365.25 / days) - 1, days from the first to the last bar of the window. \
      empyrical counts bars instead: (1 + total)^(P/n) - 1.
      """
  ) {
    compoundAnnualGrowth(from: $0.openingCash, to: $0.finalEquity, days: $0.calendarDays)
  } fromSummary: {
    $0.annualGrowth
  }

  /// Money at the end.
  static let finalEquity = Metric(
    "final_equity", .money, .higher, isDefault: true,
    "equity at the last close",
    convention: "cash + units * close at the last bar; zero after ruin."
  ) {
    $0.finalEquity
  } fromSummary: {
    $0.finalEquity
  }

  /// What holding the stock would have earned.
  static let buyHoldReturn = Metric(
    "buy_hold_return", .fraction, .neutral, isDefault: true,
    "return of the price itself over the window",
    convention: """
      last close / first close - 1, without costs and dividends. backtesting.py begins after \
      warm-up.
      """
  ) { backtest in
    let (closes, window) = (backtest.market.series.close, backtest.market.window)
    return closes[window.upperBound - 1] / closes[window.lowerBound] - 1
  } fromSummary: {
    $0.buyHoldReturn
  }
}

/// Growth a year that leads from one amount to another.
///
/// - Parameters:
///   - start: The first amount, above zero.
///   - end: The last amount, zero or more.
///   - days: Calendar days between them.
/// - Returns: A fraction a year, `nan` for no time.
public func compoundAnnualGrowth(from start: Double, to end: Double, days: Double) -> Double {
  guard days > 0, start > 0, end >= 0 else { return .nan }
  return Mathematics.power(end / start, 365.25 / days) - 1
}
