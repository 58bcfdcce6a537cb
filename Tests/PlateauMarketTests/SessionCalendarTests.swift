import PlateauColumns
import PlateauMarket
import Testing

/// Where sessions begin and end.
@Suite struct SessionCalendarTests {
  /// A series of bars at hours of days; day 0 is a Monday.
  private func calendar(
    _ sessions: [(day: Int, hours: [Int])], interval: BarInterval = .intraday(seconds: 3600)
  ) -> SessionCalendar {
    let times = sessions.flatMap { session in
      session.hours.map {
        Timestamp(CivilDate(dayNumber: 19_723 + session.day), secondOfDay: $0 * 3600)
      }
    }
    let prices = times.map { _ in 1.0 }
    return SessionCalendar(
      PriceSeries(
        name: "S", times: times, open: prices, high: prices, low: prices, close: prices,
        volume: prices, interval: interval))
  }

  private func bars(_ values: [Bool]) -> [Int] { values.indices.filter { values[$0] } }

  @Test func `a session ends at the time its weekday has lately ended`() {
    // Mondays until 12, one until 11; Fridays until 11, of which the first could not be known.
    let found = calendar([
      (0, [10, 11, 12]), (4, [10, 11]), (7, [10, 11]), (11, [10, 11]), (14, [10, 11, 12]),
    ])
    #expect(bars(found.isFirst) == [0, 3, 5, 7, 9])
    #expect(bars(found.isLast) == [8, 11])
  }

  @Test func `of two ends as frequent as each other the later counts`() {
    let found = calendar([(0, [10, 11]), (7, [10, 11, 12]), (14, [10, 11, 12])])
    #expect(bars(found.isLast) == [3, 4, 7])
  }

  @Test func `bars after the usual end are ends too`() {
    let found = calendar([(0, [10, 11]), (7, [10, 11]), (14, [10, 11, 13])])
    #expect(bars(found.isLast) == [3, 5, 6])
    // A bar that is missing at the usual end is made up for by the next.
    #expect(bars(calendar([(0, [10, 11]), (7, [10, 11]), (14, [10, 12])]).isLast) == [3, 5])
  }

  @Test func `what comes later changes no session's end`() {
    // The clock changes: five weeks until 12, then until 13, with a half day in between.
    let sessions = (0..<12).map { week in
      (day: week * 7, hours: Array(10...(week == 8 ? 11 : week < 5 ? 12 : 13)))
    }
    let whole = calendar(sessions)
    for count in 1...sessions.count {
      let part = calendar(Array(sessions.prefix(count)))
      #expect(part.isLast == Array(whole.isLast.prefix(part.isLast.count)))
    }
    // From the fourth week of the new hours on they are the usual ones.
    let ends = bars(whole.isLast).map { $0 - 5 * 3 }.filter { $0 >= 0 }
    #expect(ends == [2, 3, 6, 7, 10, 11, 17, 21, 25])
  }

  @Test func `daily and longer bars are sessions of their own, whatever their stamps`() {
    let found = calendar([(0, [5]), (7, [5]), (14, [4])], interval: .daily)
    #expect(found.isFirst == [true, true, true])
    #expect(found.isLast == [true, true, true])
  }
}
