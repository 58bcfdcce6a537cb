import PlateauColumns

/// Whether the last of longer bars has all its shorter ones, as the shorter ones show it.
///
/// - Bars within the day: the shorter ones reach the end, or the session's usual end.
/// - A day: its last bar stands at the usual end of its weekday (`SessionCalendar`).
/// - A week: it ends on the weekday on which most weeks do, or later.
/// - A month: the next day of trading lies in another month; Mondays to Fridays of an exchange
///   count, whatever holidays it has.
enum UnfinishedPeriod {
  /// The warning about the last of the longer bars, or `nil` where it is complete.
  ///
  /// - Parameters:
  ///   - longer: The longer bars.
  ///   - series: The bars they were made of.
  /// - Returns: The warning, without a line.
  /// - Complexity: O(bars).
  static func finding(in longer: PriceSeries, of series: PriceSeries) -> Finding? {
    guard let stamp = longer.times.last, let last = series.times.last,
      !isComplete(longer.interval, from: stamp, to: last, series)
    else { return nil }
    let word =
      switch longer.interval {
      case .daily: "day"
      case .weekly: "week"
      case .monthly: "month"
      case .intraday, .irregular: "bar"
      }
    return Finding(
      .warning, .unfinished,
      "the last \(word), from \(stamp), may not be over: \(series.name) ends at \(last)", count: 1,
      times: [stamp])
  }

  private static func isComplete(
    _ interval: BarInterval, from stamp: Timestamp, to last: Timestamp, _ series: PriceSeries
  ) -> Bool {
    let isDayOver = SessionCalendar(series).isLast.last ?? false
    switch interval {
    case .irregular: return true
    case .intraday(let length):
      guard case .intraday(let seconds) = series.interval else { return isDayOver }
      return isDayOver || last.seconds + Int64(seconds) >= stamp.seconds + Int64(length)
    case .daily: return isDayOver
    case .weekly: return isDayOver && last.date.weekday >= lastWeekday(of: series.clockTimes)
    case .monthly:
      var next = CivilDate(dayNumber: last.date.dayNumber + 1)
      if case .exchange = TradingWeek(days: series.tradingDays), next.weekday > 5 {
        next = CivilDate(dayNumber: next.dayNumber + 8 - next.weekday)
      }
      return isDayOver && next.parts.month != last.date.parts.month
    }
  }

  /// The weekday on which most weeks but the last end; Friday where there is only one week.
  private static func lastWeekday(of times: [Timestamp]) -> Int {
    var counts = [Int](repeating: 0, count: 8)
    for (from, to) in zip(times, times.dropFirst()) {
      let (first, next) = (from.date, to.date)
      if first.dayNumber - first.weekday != next.dayNumber - next.weekday {
        counts[first.weekday] += 1
      }
    }
    return counts.contains { $0 > 0 } ? counts.indices.max { counts[$0] < counts[$1] } ?? 5 : 5
  }
}

extension PriceSeries {
  /// What is to be said of longer bars made of others: that the last one may not be over.
  ///
  /// - Parameter series: The bars they were made of.
  /// - Returns: The warning, or `nil`.
  public func unfinishedPeriod(of series: PriceSeries) -> Finding? {
    UnfinishedPeriod.finding(in: self, of: series)
  }
}
