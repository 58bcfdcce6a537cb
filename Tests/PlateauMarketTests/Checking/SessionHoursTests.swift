import PlateauColumns
import PlateauMarket
import Testing

/// Holes of markets with weekends, within the day and over night.
@Suite struct SessionHoursTests {
  /// The gaps of bars at these stamps: the bars after them.
  private func gaps(_ times: [Timestamp]) throws -> [Timestamp] {
    try CheckedBars(times).warnings.first { $0.kind == .gap }?.times ?? []
  }

  /// Half hours from 9:30 to 15:30 of so many weekdays; `hours` gives those of a day other ones.
  private func exchange(_ days: Int, _ change: (Int) -> Range<Int>? = { _ in nil }) -> [Timestamp] {
    (0..<days).flatMap { day in
      (change(day) ?? 19..<32).map {
        CheckedBars.day(day / 5 * 7 + day % 5, hour: $0 / 2, minute: $0 % 2 * 30)
      }
    }
  }

  @Test func `nights, weekends, a half day and an hour of summer time are no gaps`() throws {
    #expect(try gaps(exchange(60)).isEmpty)
    // Day 33 ends at noon.
    #expect(try gaps(exchange(60) { $0 == 33 ? 19..<25 : nil }).isEmpty)
    // From day 20 to day 50 the stamps in UTC are an hour earlier.
    #expect(try gaps(exchange(60) { (20..<50).contains($0) ? 17..<30 : nil }).isEmpty)
  }

  @Test func `a session that begins late or ends early is a gap`() throws {
    let late = try gaps(exchange(60) { $0 == 33 ? 24..<32 : nil })
    #expect(late == [CheckedBars.day(45, hour: 12)])
    let early = try gaps(exchange(60) { $0 == 33 ? 19..<22 : nil })
    #expect(early == [CheckedBars.day(46, hour: 9, minute: 30)])
  }

  @Test func `one missing bar of a session is a gap`() throws {
    let missing = CheckedBars.day(45, hour: 12)
    #expect(
      try gaps(exchange(60).filter { $0 != missing }) == [CheckedBars.day(45, hour: 12, minute: 30)]
    )
  }

  @Test func `the week of foreign exchange, Sunday evening to Friday evening, has no gaps`() throws
  {
    // Sunday 21:00 to Friday 20:00; an hour later in winter.
    func week(_ number: Int) -> [Timestamp] {
      let shift = number < 20 ? 0 : 1
      return (0..<120).map { CheckedBars.day(number * 7 - 1, hour: 21 + shift + $0) }
    }
    let weeks = (0..<30).flatMap(week)
    #expect(try gaps(weeks).isEmpty)
    // Christmas: nothing from Friday to Monday evening.
    let monday = CheckedBars.day(70, hour: 21)
    #expect(try gaps(weeks.filter { $0 < CheckedBars.day(66, hour: 21) || $0 >= monday }).isEmpty)
    // An hour over midnight, and one at noon.
    let midnight = CheckedBars.day(72)
    #expect(
      try gaps(weeks.filter { $0 != midnight && $0 != CheckedBars.day(80, hour: 12) })
        == [CheckedBars.day(72, hour: 1), CheckedBars.day(80, hour: 13)])
  }

  @Test func `a week of holidays that comes every year is no gap, once is one`() throws {
    // Five years of weekdays, without seven of them from 1 October on.
    func days(without years: Set<Int>) -> [Timestamp] {
      (0..<5 * 365).map { CheckedBars.day($0) }.filter { time in
        let (year, month, day) = time.date.parts
        return time.date.weekday <= 5 && !(years.contains(year) && month == 10 && day <= 9)
      }
    }
    #expect(try gaps(days(without: [2020, 2021, 2022, 2023, 2024])).isEmpty)
    #expect(try gaps(days(without: [2020, 2022, 2023])).isEmpty)
    #expect(try gaps(days(without: [2022])).map(\.date.description) == ["2022-10-10"])
  }
}
