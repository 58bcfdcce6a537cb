import PlateauColumns

/// A last bar that may not be over, as the prices alone show it; the clock is never asked.
///
/// It is one of these, and the first that fits is told; each needs 20 bars before:
///
/// - The bar stands off the grid: on a time of day that no bar before has (daily), off the
///   interval that all of the 100 before keep (within the day), in the week or the month of the bar
///   before, on a weekday that fewer than one in 50 bars before have while four in five share
///   one (weekly), or in the middle of a month where all before are stamped at its ends (monthly).
/// - Open, high, low and close are one price and the volume is none, unlike any of the 20 before.
/// - Its volume is no multiple of 100, as that of each of the 100 bars before is: vendors round
///   what is final, and not what runs.
/// - Its volume is less than a quarter of the smallest of the 100 before.
/// - A daily market of seven days lacks the day before: vendors keep the quote of the day that
///   runs, and have no final bar of the day before yet.
enum UnfinishedBar {
  /// The fewest bars before that show what is usual.
  static let fewestBars = 20
  /// The bars before whose volume and stamps are compared.
  private static let compared = 100

  /// The last bar of a series, or `nil` where nothing speaks against it.
  ///
  /// - Complexity: O(bars) for stamps of longer bars, O(1) otherwise.
  static func finding(in series: PriceSeries, lines: RowLines) -> Finding? {
    let last = series.count - 1
    guard last >= fewestBars,
      let reason = StrayStamp.reason(in: series) ?? volumeReason(in: series, last)
        ?? holeReason(in: series, last)
    else { return nil }
    return Finding(
      .warning, .unfinished,
      "the last bar, at line \(lines[last]), may not be over: \(reason)", count: 1,
      lines: [lines[last]], times: [series.times[last]])
  }

  private static func volumeReason(in series: PriceSeries, _ last: Int) -> String? {
    let before = series.volume[max(0, last - compared)..<last]
    let volume = series.volume[last]
    guard let smallest = before.min(), smallest > 0 else { return nil }
    if volume == 0 {
      let prices = [series.open[last], series.high[last], series.low[last]]
      return prices.allSatisfy { $0 == series.close[last] }
        ? "it has one price and no volume, unlike those before" : nil
    }
    let isRounded = { (volume: Double) in volume.truncatingRemainder(dividingBy: 100) == 0 }
    if !isRounded(volume), before.allSatisfy(isRounded) {
      return "its volume is not in hundreds, as that of the bars before is"
    }
    return volume < smallest / 4
      ? "its volume is less than a quarter of any of the \(before.count) bars before" : nil
  }

  private static func holeReason(in series: PriceSeries, _ last: Int) -> String? {
    guard series.interval == .daily,
      series.times[last].date.dayNumber - series.times[last - 1].date.dayNumber > 1,
      case .sevenDays = TradingWeek(days: series.tradingDays)
    else { return nil }
    return "the day before is missing, as it is while a vendor's day runs"
  }
}
