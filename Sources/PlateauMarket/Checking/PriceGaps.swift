import PlateauColumns

/// Finds holes in a series against the calendar that the series itself suggests.
///
/// - A market of seven days: any missing bar.
/// - An exchange: three or more missing weekdays in a row, as one or two may be a holiday. Longer
///   holidays, up to eight weekdays, are known by coming again: about the same week of the year,
///   in at least three years and half of those the series covers.
/// - Within a day, and from day to day: what `SessionHours` does not explain.
/// - Weekly and monthly bars: a missing week or month.
enum PriceGaps {
  /// The fewest missing weekdays in a row that are not taken for a holiday.
  static let missingWeekdays = 3

  /// The holes of a series summed up, or `nil` where there is none.
  ///
  /// - Complexity: O(bars).
  static func finding(in series: PriceSeries, lines: RowLines) -> Finding? {
    let isGap = rule(for: series)
    // Nights and days off are those of the market's clocks; a market of seven days has neither.
    let isOpenAlways = TradingWeek(days: series.tradingDays) == .sevenDays
    let clock = isOpenAlways ? series.times : series.clockTimes
    var found = Occurrences()
    var longest: (seconds: Int64, from: Timestamp, to: Timestamp)?
    for bar in series.times.indices.dropFirst() {
      let (from, to) = (series.times[bar - 1], series.times[bar])
      guard isGap(clock[bar - 1], clock[bar]) else { continue }
      found.add(line: lines[bar], time: to)
      let seconds = to.seconds - from.seconds
      if seconds > longest?.seconds ?? 0 { longest = (seconds, from, to) }
    }
    guard let longest else { return nil }
    return found.finding(.warning, .gap, "gap", "gaps") { counted, place in
      "\(counted) in time\(place); the longest from \(longest.from) to \(longest.to)"
    }
  }

  private static func rule(for series: PriceSeries) -> (Timestamp, Timestamp) -> Bool {
    switch series.interval {
    case .irregular: return { _, _ in false }
    case .monthly: return { months($0.date, $1.date) > 1 }
    case .weekly: return { $1.seconds - $0.seconds > 10 * 86_400 }
    case .daily:
      guard case .sevenDays = TradingWeek(days: series.tradingDays) else {
        let holidays = LongHolidays(series.times)
        return { from, to in
          weekdays(between: from.date, and: to.date) >= missingWeekdays
            && !holidays.explain(from, to)
        }
      }
      return { $1.date.dayNumber - $0.date.dayNumber > 1 }
    case .intraday(let seconds):
      guard case .sevenDays = TradingWeek(days: series.tradingDays) else {
        let hours = SessionHours(series.clockTimes, seconds: seconds)
        return { hours.isGap(from: $0, to: $1) }
      }
      return { $1.seconds - $0.seconds > Int64(seconds) }
    }
  }

  /// Mondays to Fridays strictly between two days.
  static func weekdays(between first: CivilDate, and last: CivilDate) -> Int {
    let days = last.dayNumber - first.dayNumber - 1
    guard days > 0 else { return 0 }
    let rest = (1...7).prefix(days % 7).count { (first.weekday + $0 - 1) % 7 < 5 }
    return days / 7 * 5 + rest
  }

  private static func months(_ first: CivilDate, _ last: CivilDate) -> Int {
    let (from, to) = (first.parts, last.parts)
    return (to.year - from.year) * 12 + to.month - from.month
  }
}
