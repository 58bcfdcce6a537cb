import PlateauColumns

/// A last stamp that stands where no final bar of the series does.
enum StrayStamp {
  /// Why the last bar of a series is not where it should be, or `nil`.
  ///
  /// - Complexity: O(bars).
  static func reason(in series: PriceSeries) -> String? {
    guard let last = series.times.last, series.count > UnfinishedBar.fewestBars else { return nil }
    let before = series.times.dropLast()
    switch series.interval {
    case .irregular: return nil
    case .intraday(let seconds):
      let offset = { (time: Timestamp) in
        (time.seconds % Int64(seconds) + Int64(seconds)) % Int64(seconds)
      }
      let known = before.suffix(100)
      guard let usual = known.first.map(offset), known.allSatisfy({ offset($0) == usual }),
        offset(last) != usual
      else { return nil }
      return "its stamp, \(last), is off the interval that all before keep"
    case .daily:
      return before.contains { $0.secondOfDay == last.secondOfDay }
        ? nil : "no bar before has its time of day, \(last.clock)"
    case .weekly: return weekReason(last.date, before.map(\.date))
    case .monthly: return monthReason(last.date, before.map(\.date))
    }
  }

  private static func weekReason(_ last: CivilDate, _ before: [CivilDate]) -> String? {
    let monday = { (date: CivilDate) in date.dayNumber - date.weekday }
    if let previous = before.last, monday(previous) == monday(last) {
      return "the week of \(previous) has a bar already"
    }
    let counts = before.reduce(into: [Int](repeating: 0, count: 8)) { $0[$1.weekday] += 1 }
    let most = counts.max() ?? 0
    guard 5 * most >= 4 * before.count, 50 * counts[last.weekday] < before.count else { return nil }
    return "\(last) is not the weekday on which the weeks before are stamped"
  }

  private static func monthReason(_ last: CivilDate, _ before: [CivilDate]) -> String? {
    if let previous = before.last?.parts, (previous.year, previous.month) == month(of: last) {
      return "the month of \(before[before.count - 1]) has a bar already"
    }
    let isAtEnd = { (date: CivilDate) in date.parts.day >= 25 }
    let isAtStart = { (date: CivilDate) in date.parts.day <= 5 }
    guard !isAtEnd(last), !isAtStart(last),
      before.allSatisfy(isAtEnd) || before.allSatisfy(isAtStart)
    else { return nil }
    return
      "\(last) is in the middle of a month, and the months before are stamped at the end of one"
  }

  private static func month(of date: CivilDate) -> (Int, Int) {
    (date.parts.year, date.parts.month)
  }
}
