import PlateauColumns
import PlateauMarket
import Testing

@Suite struct UnfinishedBarTests {
  private func reason(_ bars: CheckedBars) throws -> String? {
    let found = try bars.warnings.first { $0.kind == .unfinished }
    #expect(found == nil || found?.times == bars.times.suffix(1))
    return found.map { String($0.message.split(separator: ": ", maxSplits: 1)[1]) }
  }

  @Test func `a volume that is not rounded, after volumes that are, is of a day that runs`() throws
  {
    var bars = CheckedBars.weekdays(60)
    bars.volume = bars.volume.map { ($0 / 100).rounded() * 100 }
    #expect(try reason(bars) == nil)
    bars.volume[59] = 1234
    #expect(try reason(bars) == "its volume is not in hundreds, as that of the bars before is")
    bars.volume[40] = 1234
    #expect(try reason(bars) == nil)
  }

  @Test func `less than a quarter of the smallest volume is of a day that runs`() throws {
    var bars = CheckedBars.weekdays(60)
    bars.volume[59] = 240
    #expect(
      try reason(bars) == "its volume is less than a quarter of any of the 59 bars before")
    bars.volume[59] = 260
    #expect(try reason(bars) == nil)
    bars.volume[59] = 240
    bars.volume[30] = 900
    #expect(try reason(bars) == nil)
  }

  @Test func `one price and no volume is a bar that has only begun`() throws {
    var bars = CheckedBars.weekdays(60)
    let price = bars.close[58]
    (bars.open[59], bars.high[59], bars.low[59], bars.close[59]) = (price, price, price, price)
    #expect(try reason(bars) == nil)
    bars.volume[59] = 0
    #expect(try reason(bars) == "it has one price and no volume, unlike those before")
  }

  @Test func `a last bar after a missing day of a seven-day market`() throws {
    var bars = CheckedBars.everyDay(60)
    #expect(try reason(bars) == nil)
    bars.times[59] = CheckedBars.day(60)
    #expect(try reason(bars) == "the day before is missing, as it is while a vendor's day runs")
    var exchange = CheckedBars.weekdays(60)
    // Tuesday after a Monday without a bar: a holiday.
    for bar in 55..<60 { exchange.times[bar] = CheckedBars.day(77 + bar - 54) }
    #expect(try reason(exchange) == nil)
  }

  @Test func `a stamp off the grid of days`() throws {
    var bars = CheckedBars.weekdays(60)
    bars.times[59] = CheckedBars.day(81, hour: 16, minute: 5)
    #expect(try reason(bars) == "no bar before has its time of day, 16:05:00")
  }

  @Test func `a stamp off the grid of hours`() throws {
    var bars = CheckedBars((0..<60).map { CheckedBars.day($0 / 24, hour: $0 % 24) })
    #expect(try reason(bars) == nil)
    bars.times[59] = CheckedBars.day(2, hour: 10, minute: 37)
    #expect(
      try reason(bars)
        == "its stamp, 2020-01-08T10:37:00, is off the interval that all before keep")
  }

  @Test func `a week stamped on another weekday, or a second bar of a week`() throws {
    var bars = CheckedBars((0..<60).map { CheckedBars.day($0 * 7) })
    #expect(try reason(bars) == nil)
    bars.times[59] = CheckedBars.day(59 * 7 + 2)
    #expect(
      try reason(bars)
        == "2021-02-24 is not the weekday on which the weeks before are stamped")
    bars.times[59] = CheckedBars.day(58 * 7 + 2)
    #expect(try reason(bars) == "the week of 2021-02-15 has a bar already")
    // A week that begins with a holiday is stamped on Tuesday, and one before was.
    bars.times[30] = CheckedBars.day(30 * 7 + 1)
    bars.times[31] = CheckedBars.day(31 * 7 + 1)
    bars.times[59] = CheckedBars.day(59 * 7 + 1)
    #expect(try reason(bars) == nil)
  }

  @Test func `a month stamped in its middle, or a second bar of a month`() throws {
    let ends = (0..<30).compactMap { month in
      CivilDate(year: 2020 + (month + 1) / 12, month: (month + 1) % 12 + 1, day: 1)
    }.map { Timestamp(CivilDate(dayNumber: $0.dayNumber - 1)) }
    var bars = CheckedBars(ends)
    #expect(try reason(bars) == nil)
    bars.times[29] = Timestamp(CivilDate(dayNumber: ends[29].date.dayNumber - 14))
    #expect(
      try reason(bars)
        == "2022-06-16 is in the middle of a month, and the months before are stamped at the end "
        + "of one")
    let starts = ends.map { Timestamp(CivilDate(dayNumber: $0.date.dayNumber + 1)) }
    bars.times = starts
    #expect(try reason(bars) == nil)
    bars.times[29] = Timestamp(CivilDate(dayNumber: starts[28].date.dayNumber + 9))
    #expect(try reason(bars) == "the month of 2022-06-01 has a bar already")
  }

  @Test func `too short a series says nothing of its last bar`() throws {
    var bars = CheckedBars.weekdays(20)
    bars.volume[19] = 1
    #expect(try reason(bars) == nil)
  }
}
