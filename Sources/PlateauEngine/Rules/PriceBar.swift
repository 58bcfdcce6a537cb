import PlateauColumns
import PlateauMarket

/// What execution needs to know of one bar.
struct PriceBar {
  /// The bar's place in its series.
  let index: Int
  let open: Double
  let high: Double
  let low: Double
  let close: Double
  /// The number of the bar's date.
  let day: Int
  /// Days since the bar before, for borrowing; zero on the first.
  let daysSinceBefore: Double
  /// Whether a position left from the session before is closed at the open.
  let closesAtOpen: Bool
  /// Whether positions are closed at the close, because the session ends.
  let closesAtClose: Bool
}

extension PriceSeries {
  /// A bar, with the ends of sessions where positions are closed by them.
  func bar(_ index: Int, sessions: SessionCalendar?) -> PriceBar {
    PriceBar(
      index: index, open: open[index], high: high[index], low: low[index], close: close[index],
      day: times[index].date.dayNumber,
      daysSinceBefore: index == 0 ? 0 : days(from: index - 1, to: index),
      closesAtOpen: sessions?.isFirst[index] ?? false,
      closesAtClose: sessions?.isLast[index] ?? false)
  }
}
