import PlateauColumns

/// Finds holes in a series against the calendar that the series itself suggests.
///
/// - A market of seven days: any missing bar.
/// - An exchange: three or more missing weekdays in a row, as one or two may be a holiday; within
///   a day, any missing bar, unless most days pause at that time.
/// - Weekly and monthly bars: a missing week or month.
enum PriceGaps {
  /// The fewest missing weekdays in a row that are not taken for a holiday.
  static let missingWeekdays = 3

  /// The holes of a series summed up, or `nil` where there is none.
  ///
  /// - Complexity: O(bars).
  static func finding(in series: PriceSeries, lines: RowLines) -> Finding? {
    let isGap = rule(for: series)
    var found = Occurrences()
    var longest: (seconds: Int64, from: Timestamp, to: Timestamp)?
    for bar in series.times.indices.dropFirst() {
      let (from, to) = (series.times[bar - 1], series.times[bar])
      guard isGap(from, to) else { continue }
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
        return { weekdays(between: $0.date, and: $1.date) >= missingWeekdays }
      }
      return { $1.date.dayNumber - $0.date.dayNumber > 1 }
    case .intraday(let seconds):
      guard case .sevenDays = TradingWeek(days: series.tradingDays) else {
        return exchangeRule(series, seconds: Int64(seconds))
      }
      return { $1.seconds - $0.seconds > Int64(seconds) }
    }
  }

  /// Within a day, a hole that begins at the same time on more than half of the days is a pause.
  private static func exchangeRule(
    _ series: PriceSeries, seconds: Int64
  ) -> (Timestamp, Timestamp) -> Bool {
    var holes: [Int: Int] = [:]
    for (from, to) in zip(series.times, series.times.dropFirst())
    where to.seconds - from.seconds > seconds && from.date == to.date {
      holes[from.secondOfDay, default: 0] += 1
    }
    let days = series.tradingDays.count
    let pauses = holes.filter { 2 * $0.value > days }
    return { from, to in
      guard from.date == to.date else {
        return weekdays(between: from.date, and: to.date) >= missingWeekdays
      }
      return to.seconds - from.seconds > seconds && pauses[from.secondOfDay] == nil
    }
  }

  /// Mondays to Fridays strictly between two days.
  private static func weekdays(between first: CivilDate, and last: CivilDate) -> Int {
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
