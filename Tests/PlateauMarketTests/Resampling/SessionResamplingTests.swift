import PlateauColumns
import PlateauMarket
import Testing

/// Longer bars of made-up sessions, by hand.
@Suite struct SessionResamplingTests {
  /// Bars whose price is their number from 1 on and whose volume is 1.
  private func series(
    _ times: [Timestamp], minutes: Int, dividends: [Double]? = nil
  ) -> PriceSeries {
    let prices = times.indices.map { Double($0 + 1) }
    return PriceSeries(
      name: "S", times: times, open: prices, high: prices, low: prices, close: prices,
      volume: prices.map { _ in 1 }, dividends: dividends,
      interval: .intraday(seconds: minutes * 60))
  }

  /// Half hours from one to another of so many days, from Monday on.
  private func sessions(_ days: Int, _ halves: (Int) -> Range<Int>) -> [Timestamp] {
    (0..<days).flatMap { day in
      halves(day).map { CheckedBars.day(day, hour: $0 / 2, minute: $0 % 2 * 30) }
    }
  }

  private func clocks(_ series: PriceSeries, from bar: Int) -> [String] {
    series.times[bar...].map { String($0.clock.prefix(5)) }
  }

  @Test func `hours of a session from half past nine begin at half past`() throws {
    let times = sessions(3) { _ in 19..<32 }
    let hours = try series(times, minutes: 30).resampled(to: .intraday(seconds: 3600), as: "H")
    #expect(
      clocks(hours, from: 14) == ["09:30", "10:30", "11:30", "12:30", "13:30", "14:30", "15:30"])
    // The last hour of a session is one half hour, and none holds two days.
    #expect(hours.volume == [2, 2, 2, 2, 2, 2, 1, 2, 2, 2, 2, 2, 2, 1, 2, 2, 2, 2, 2, 2, 1])
    #expect(hours.open[7] == 14 && hours.close[6] == 13)
  }

  @Test func `a session that begins late keeps the grid of its market`() throws {
    let times = sessions(30) { $0 == 20 ? 22..<32 : 19..<32 }
    let bars = try series(times, minutes: 30).resampled(to: .intraday(seconds: 4 * 3600), as: "H")
    let day = bars.times.indices.filter { bars.times[$0].date == CheckedBars.day(20).date }
    #expect(day.map { bars.times[$0].clock } == ["09:30:00", "13:30:00"])
    #expect(day.map { bars.volume[$0] } == [5, 5])
  }

  @Test func `a session over midnight is one session`() throws {
    // From 22:00 to 04:30, so that a date has the end of one session and the beginning of the next.
    let times = (0..<10).flatMap { day in
      (0..<14).map { CheckedBars.day(day, hour: 22 + $0 / 2, minute: $0 % 2 * 30) }
    }
    let bars = try series(times, minutes: 30).resampled(to: .intraday(seconds: 4 * 3600), as: "H")
    #expect(bars.count == 20)
    #expect(clocks(bars, from: 16) == ["22:00", "02:00", "22:00", "02:00"])
    #expect(bars.volume.prefix(2) == [8, 6])
  }

  @Test func `dividends are added, and the stamps ascend whatever the holes`() throws {
    let times = sessions(2) { _ in 19..<32 }
    var dividends = times.map { _ in 0.0 }
    (dividends[1], dividends[4], dividends[20]) = (0.25, 0.5, 1)
    let source = series(times, minutes: 30, dividends: dividends)
    #expect(try source.resampled(to: .daily, as: "D").dividends == [0.75, 1])
    var random = RandomStream(seed: 7)
    for step in [60, 240, 720] {
      var time: Int64 = 1_577_836_800
      let ragged = (0..<400).map { _ in
        time += 1800 * (random.uniform() < 0.9 ? 1 : Int64(random.uniform() * 60) + 1)
        return Timestamp(seconds: time)
      }
      let bars = try series(ragged, minutes: 30).resampled(
        to: .intraday(seconds: step * 60), as: "R")
      #expect(zip(bars.times, bars.times.dropFirst()).allSatisfy { $0 < $1 })
      #expect(bars.volume.reduce(0, +) == 400)
    }
  }
}
