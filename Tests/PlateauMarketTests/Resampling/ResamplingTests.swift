import Foundation
import PlateauColumns
import PlateauMarket
import Testing

/// Bars of an hour or a day put together, against pandas 3.1.
@Suite struct ResamplingTests {
  /// Some bars of a result: place, stamp, then open, high, low, close and volume.
  typealias Fact = (bar: Int, time: String, values: [Double])

  private func check(_ series: PriceSeries, count: Int, _ facts: [Fact]) {
    #expect(series.count == count)
    for fact in facts where fact.bar < series.count {
      #expect(series.times[fact.bar].description == fact.time)
      let bar = fact.bar
      let found = [series.open, series.high, series.low, series.close].map { $0[bar] }
      #expect(found == Array(fact.values.prefix(4)), "\(fact.time)")
      // The sums of pandas are rounded on the way.
      #expect((series.volume[bar] - fact.values[4]).magnitude < 1e-7 * fact.values[4])
    }
  }

  private func dataset(_ name: String) throws -> PriceSeries {
    let path = PackageFolder.root.appending(path: "datasets/\(name)").path
    return try #require(try PriceReader.read(path: path).first).series
  }

  @Test func `four hours begin anew with each session`() throws {
    // pandas, day by day: resample("4h", origin="start").
    let hourly = try dataset("synthetic-hourly_1h.csv")
    let bars = try hourly.resampled(to: .intraday(seconds: 4 * 3600), as: "H")
    check(
      bars, count: 572,
      [
        (0, "2015-01-02T09:00:00", [100, 100.3177, 99.2526, 99.3399, 3_928_136]),
        (1, "2015-01-02T13:00:00", [99.3399, 99.8317, 99.3399, 99.7084, 4_207_329]),
        (286, "2015-07-22T09:00:00", [85.0924, 86.1124, 84.4005, 84.8646, 5_594_190]),
        (571, "2016-02-05T13:00:00", [85.0915, 85.3885, 85.0072, 85.2185, 3_881_211]),
      ])
    // The last session has three of the four hours: it ends as all do.
    #expect(bars.interval == .intraday(seconds: 4 * 3600))
    #expect(bars.unfinishedPeriod(of: hourly) == nil)
  }

  @Test func `hours become days`() throws {
    // pandas: resample("1D").
    let bars = try dataset("synthetic-hourly_1h.csv").resampled(to: .daily, as: "D")
    check(
      bars, count: 286,
      [
        (0, "2015-01-02", [100, 100.3177, 99.2526, 99.7084, 8_135_465]),
        (1, "2015-01-05", [99.6057, 99.6057, 98.7135, 99.0826, 7_889_885]),
        (143, "2015-07-22", [85.0924, 86.1124, 84.2064, 84.2064, 10_329_760]),
        (285, "2016-02-05", [84.8667, 85.3885, 84.649, 85.2185, 7_998_651]),
      ])
  }

  @Test func `days become weeks and months that carry their first day`() throws {
    // pandas: resample("W-SUN") and resample("ME"), stamped with the first row of each.
    let daily = try dataset("synthetic-index_daily.csv")
    let weeks = try daily.resampled(to: .weekly, as: "W")
    check(
      weeks, count: 505,
      [
        (0, "2015-01-02", [100, 100.57, 99.77, 99.77, 1_635_257]),
        (1, "2015-01-05", [100.2, 100.77, 99.68, 100.63, 5_195_895]),
        (252, "2019-10-28", [124.11, 132.13, 121.74, 129.97, 5_107_652]),
        (504, "2024-08-26", [386.7, 398.15, 381.01, 393.75, 3_113_389]),
      ])
    #expect(weeks.name == "W" && weeks.interval == .weekly)
    // The series ends on Thursday, 2024-08-29.
    #expect(
      weeks.unfinishedPeriod(of: daily)?.message
        == "the last week, from 2024-08-26, may not be over: synthetic-index ends at 2024-08-29")
    let months = try daily.resampled(to: .monthly, as: "M")
    check(
      months, count: 116,
      [
        (0, "2015-01-02", [100, 100.77, 98.65, 100.1, 28_118_564]),
        (1, "2015-02-02", [100.37, 107.97, 100.37, 106.77, 29_816_595]),
        (58, "2019-11-01", [131.67, 139.88, 129.87, 133.99, 28_935_892]),
        (115, "2024-08-01", [400.1, 416.97, 365.62, 393.75, 29_762_619]),
      ])
    #expect(months.unfinishedPeriod(of: daily)?.kind == .unfinished)
  }

  @Test(.enabled(if: PackageFolder.hasSharedData, "needs ../shared/data"))
  func `markets round the clock are counted from midnight`() throws {
    // pandas: resample("15min") and resample("4h").
    let minutes = try SharedFile.all[5].load().series
    check(
      try minutes.resampled(to: .intraday(seconds: 900), as: "Q"), count: 3003,
      [
        (0, "2021-12-31T23:00:00", [46319, 46459, 46319, 46456, 14_312_894.6421]),
        (1, "2021-12-31T23:15:00", [46456, 46478, 46363, 46410, 11_244_202.0202]),
        (1501, "2022-01-16T14:15:00", [43226, 43272, 43062, 43248, 28_392_968.6131]),
        (3002, "2022-02-01T05:30:00", [38527, 38546, 38525, 38544, 917_756.6046]),
      ])
    let hours = try SharedFile.all[1].load().series
    let four = try hours.resampled(to: .intraday(seconds: 4 * 3600), as: "E")
    check(
      four, count: 1292,
      [
        (0, "2017-04-19T08:00:00", [1.0716, 1.07299, 1.07083, 1.07192, 3679]),
        (646, "2017-09-12T12:00:00", [1.19323, 1.19724, 1.1928, 1.19678, 14097]),
        (1291, "2018-02-07T12:00:00", [1.23501, 1.23508, 1.22904, 1.22904, 15357]),
      ])
    #expect(four.unfinishedPeriod(of: hours) == nil)
    #expect(try hours.resampled(to: .daily, as: "D").unfinishedPeriod(of: hours) != nil)
  }

  @Test func `a bar that does not fit is refused with the reason`() throws {
    let hourly = try dataset("synthetic-hourly_1h.csv")
    let daily = try dataset("synthetic-index_daily.csv")
    let weekly = try daily.resampled(to: .weekly, as: "W")
    func refusal(_ series: PriceSeries, _ target: BarInterval) -> String? {
      do {
        _ = try series.resampled(to: target, as: "X")
        return nil
      } catch { return "\(error)" }
    }
    #expect(
      refusal(hourly, .intraday(seconds: 900)) == "1h bars cannot be taken apart into 15min bars")
    #expect(refusal(hourly, .intraday(seconds: 3600)) == "the bars are 1h already")
    #expect(
      refusal(hourly, .intraday(seconds: 5400))
        == "90min is no multiple of the bars' interval, 1h")
    #expect(
      refusal(daily, .intraday(seconds: 3600)) == "daily bars cannot be taken apart into 1h bars")
    #expect(refusal(weekly, .daily) == "weekly bars cannot be taken apart into daily bars")
    #expect(refusal(weekly, .monthly)?.hasSuffix("a week can lie in two months") == true)
    let irregular = try load("Date,Close\n2020-01-06,1\n2020-01-09,2\n2020-03-07,2\n").series
    #expect(
      refusal(irregular, .monthly) == "the bars keep no interval of which another could be made")
  }
}
