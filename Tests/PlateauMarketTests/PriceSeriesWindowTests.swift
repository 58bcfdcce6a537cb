import PlateauColumns
import PlateauMarket
import Testing

@Suite struct PriceSeriesWindowTests {
  /// 731 days, 2019-01-01 (day 17 897) to 2020-12-31.
  private let daily = flatSeries((17_897..<18_628).map { Timestamp(CivilDate(dayNumber: $0)) })

  private func stamp(_ year: Int, _ month: Int, _ day: Int, second: Int = 0) throws -> Timestamp {
    Timestamp(try #require(CivilDate(year: year, month: month, day: day)), secondOfDay: second)
  }

  @Test func `both ends of a window are included`() throws {
    let window = daily.bars(from: try stamp(2019, 1, 2), through: try stamp(2019, 1, 4))
    #expect(window == 1..<4)
    #expect(daily.bars(from: nil, through: nil) == 0..<731)
    #expect(daily.bars(from: try stamp(2020, 12, 31), through: nil) == 730..<731)
  }

  @Test func `ends between, before and after bars are no mistake`() throws {
    #expect(daily.bars(from: try stamp(1990, 1, 1), through: try stamp(1991, 1, 1)).isEmpty)
    #expect(daily.bars(from: try stamp(2030, 1, 1), through: nil).isEmpty)
    #expect(daily.bars(from: try stamp(2020, 1, 2), through: try stamp(2019, 1, 2)).isEmpty)
    #expect(daily.bars(from: try stamp(2018, 1, 1), through: try stamp(2031, 1, 1)).count == 731)
  }

  @Test func `a day as the end of hourly bars means the whole day`() throws {
    let hourly = flatSeries((0..<72).map { Timestamp(seconds: 17_897 * 86_400 + $0 * 3600) })
    let day = hourly.bars(from: try stamp(2019, 1, 2), through: try stamp(2019, 1, 2))
    #expect(day == 24..<48)
    let noon = hourly.bars(from: nil, through: try stamp(2019, 1, 2, second: 43_200))
    #expect(noon == 0..<37)
  }

  @Test func `spans count back from the last bar`() {
    #expect(daily.bars(last: 10) == 721..<731)
    #expect(daily.bars(last: 5000) == 0..<731)
    #expect(daily.bars(lastDays: 20).count == 20)
    // 2020 is a leap year: its 366 days, without the last day of 2019.
    #expect(daily.bars(lastMonths: 12).count == 366)
    // From 1 July 2020 on: 30 June is six months before 31 December.
    #expect(daily.bars(lastMonths: 6).count == 184)
    #expect(daily.bars(lastDays: .max) == 0..<731)
    #expect(daily.bars(lastSeconds: 86_400 + 1).count == 2)
  }

  @Test func `a year of monthly bars is twelve`() {
    let ends = (0..<36).map { month in
      let first = CivilDate(dayNumber: 17_927).subtracting(months: -month)
      return Timestamp(first)
    }
    #expect(flatSeries(ends).bars(lastMonths: 12).count == 12)
  }

  @Test func `a share is rounded to whole bars`() {
    // 731 / 5 = 146.2
    #expect(daily.bars(lastShare: 0.2).count == 146)
    #expect(daily.bars(lastShare: 1).count == 731)
    #expect(daily.bars(lastShare: 7).count == 731)
    #expect(daily.bars(lastShare: -1).isEmpty)
    #expect(daily.bars(lastShare: .nan).isEmpty)
  }

  @Test func `an empty series has empty windows`() {
    let empty = flatSeries([])
    #expect(empty.bars(from: nil, through: nil).isEmpty)
    #expect(empty.bars(lastMonths: 1).isEmpty)
    #expect(empty.bars(lastSeconds: 5).isEmpty)
  }
}
