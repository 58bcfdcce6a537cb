import PlateauColumns

/// Holidays of several weekdays that come every year, such as the first week of October in China.
///
/// The feasts of other calendars move by some weeks, so that holes up to two weeks earlier or later
/// in another year count.
struct LongHolidays {
  /// The most weekdays of a holiday.
  private static let longest = 8
  /// Weeks of a year, the last one short.
  private static let weeks = 53

  /// The years with a hole in each week of the year.
  private var years = [Set<Int>](repeating: [], count: weeks)
  /// The fewest years that make a holiday.
  private let fewest: Int

  /// Finds the holes of ascending stamps, one a day.
  ///
  /// - Complexity: O(stamps).
  init(_ times: [Timestamp]) {
    let first = times.first?.date.parts.year ?? 0
    let last = times.last?.date.parts.year ?? 0
    fewest = max(3, (last - first + 2) / 2)
    for (from, to) in zip(times, times.dropFirst()) where Self.canBeHoliday(from, to) {
      let (year, week) = Self.place(of: to)
      years[week].insert(year)
    }
  }

  /// Whether a hole is a holiday of most years.
  func explain(_ from: Timestamp, _ to: Timestamp) -> Bool {
    guard Self.canBeHoliday(from, to) else { return false }
    let week = Self.place(of: to).week
    let near = (-2...2).map { years[(week + $0 + Self.weeks) % Self.weeks] }
    return near.reduce(into: Set<Int>()) { $0.formUnion($1) }.count >= fewest
  }

  private static func canBeHoliday(_ from: Timestamp, _ to: Timestamp) -> Bool {
    // Less than three weekdays and a weekend need no explanation.
    guard to.seconds - from.seconds > 3 * 86_400 else { return false }
    let missing = PriceGaps.weekdays(between: from.date, and: to.date)
    return (PriceGaps.missingWeekdays...longest).contains(missing)
  }

  private static func place(of time: Timestamp) -> (year: Int, week: Int) {
    let date = time.date
    let (year, _, _) = date.parts
    let newYear = CivilDate(year: year, month: 1, day: 1)?.dayNumber ?? date.dayNumber
    return (year, (date.dayNumber - newYear) / 7)
  }
}
