import PlateauColumns
import PlateauMarket
import Testing

/// A series of bars at given stamps whose prices do not matter.
func flatSeries(_ times: [Timestamp], _ interval: BarInterval? = nil) -> PriceSeries {
  let prices = [Double](repeating: 100, count: times.count)
  return PriceSeries(
    name: "flat", times: times, open: prices, high: prices, low: prices, close: prices,
    volume: prices, interval: interval ?? BarInterval(of: times))
}

@Suite struct PeriodsPerYearTests {
  /// Days after Monday, 2020-01-06, at seconds of the day.
  private func stamps(_ days: some Sequence<Int>, at seconds: [Int] = [0]) -> [Timestamp] {
    days.flatMap { day in
      seconds.map { Timestamp(CivilDate(dayNumber: 18_267 + day), secondOfDay: $0) }
    }
  }

  @Test func `days of an exchange are 252 a year, of a seven-day market 365`() {
    #expect(flatSeries(stamps((0..<70).filter { $0 % 7 < 5 })).periodsPerYear == 252)
    #expect(flatSeries(stamps(0..<70)).periodsPerYear == 365)
    // Sunday to Thursday: five days a week, though with every Sunday.
    #expect(flatSeries(stamps((0..<70).filter { ![4, 5].contains($0 % 7) })).periodsPerYear == 252)
  }

  @Test func `weeks and months are 52 and 12 a year`() {
    #expect(flatSeries(stamps((0..<9).map { $0 * 7 })).periodsPerYear == 52)
    let months = (1...12).compactMap { CivilDate(year: 2021, month: $0, day: 28) }
    #expect(flatSeries(months.map { Timestamp($0) }).periodsPerYear == 12)
  }

  @Test func `bars of a day count as the usual day has them`() {
    let session = stamps((0..<21).filter { $0 % 7 < 5 }, at: (9..<16).map { $0 * 3600 })
    // A short last day does not change the usual seven bars.
    let series = flatSeries(Array(session.dropLast(5)))
    #expect(series.interval == .intraday(seconds: 3600))
    #expect(series.periodsPerYear == 7 * 252)
    let round = stamps(0..<21, at: (0..<96).map { $0 * 900 })
    #expect(flatSeries(round).periodsPerYear == 96 * 365)
  }

  @Test func `bars without an interval are counted against the calendar`() {
    // Monday, Wednesday, Friday: 3 in 7 days; 30 bars span 9 weeks and 4 days, 67 days.
    let series = flatSeries(stamps((0..<70).filter { [0, 2, 4].contains($0 % 7) }))
    #expect(series.interval == .irregular)
    #expect(series.periodsPerYear == 29 / (67 / 365.25))
  }

  @Test func `a clock that is put forward leaves days daily`() {
    // Midnight in New York around 2020-03-08, in UTC.
    let hours = [0, 24, 48, 71, 95, 119]
    #expect(BarInterval(of: hours.map { Timestamp(seconds: Int64($0) * 3600) }) == .daily)
  }

  @Test func `stamps without a usual distance are irregular`() {
    let seconds: [Int64] = [0, 10, 35, 36, 90, 200]
    #expect(BarInterval(of: seconds.map { Timestamp(seconds: $0) }) == .irregular)
  }
}
