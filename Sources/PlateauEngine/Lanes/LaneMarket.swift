import PlateauColumns
import PlateauMarket

/// What all lanes on a market share, prepared once.
struct LaneMarket {
  let market: Market
  /// One over each close.
  let reciprocals: [Double]
  /// Bars after the window's first with a dividend.
  let dividendBars: [Int]
  /// The day number of each bar.
  let days: [Int]
  /// The largest number of the window's bars on one date.
  let barsPerDay: Int
  /// How far a close must be beyond a threshold to be beyond doubt, as a fraction of it.
  ///
  /// Exact rules may round prices to ten decimals, and multiply in any order.
  let margin: Double
  let calendarDays: Double
  let buyHoldReturn: Double

  init(_ market: Market) {
    let (series, window) = (market.series, market.window)
    self.market = market
    reciprocals = series.close.map { 1 / $0 }
    let dividends = series.dividends ?? []
    dividendBars = dividends.isEmpty ? [] : window.dropFirst().filter { dividends[$0] > 0 }
    days = series.times.map(\.date.dayNumber)
    var (most, run) = (1, 1)
    for bar in window.dropFirst() {
      run = days[bar] == days[bar - 1] ? run + 1 : 1
      most = max(most, run)
    }
    barsPerDay = most
    margin = 1e-11 + 4e-10 / (series.close[window].min() ?? 1)
    calendarDays = series.days(from: window.lowerBound, to: window.upperBound - 1)
    buyHoldReturn = series.close[window.upperBound - 1] / series.close[window.lowerBound] - 1
  }

  /// The dividend a share of a bar.
  func dividend(on bar: Int) -> Double { market.series.dividends?[bar] ?? 0 }
}
