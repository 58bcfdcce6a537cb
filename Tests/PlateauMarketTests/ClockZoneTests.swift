import PlateauColumns
import Testing

@testable import PlateauMarket

/// The clocks of New York in 2020: put forward on 8 March at 07:00 UTC, back on 1 November at 06:00.
private let newYork = ClockZone(
  name: "America/New_York", offset: -18_000,
  changes: [
    .init(time: 1_583_650_800, offset: -14_400), .init(time: 1_604_210_400, offset: -18_000),
  ])

@Suite struct ClockZoneTests {
  private func times(_ rows: [String]) throws -> (times: [String], loaded: LoadedPrices) {
    let text = "Date,Close\n" + rows.enumerated().map { "\($1),\($0 + 1)\n" }.joined()
    let loaded = try load(text, LoadOptions(zone: newYork))
    return (loaded.series.times.map(\.description), loaded)
  }

  @Test func `winter and summer differ by an hour`() throws {
    let found = try times(["2020-01-30 09:30", "2020-07-01 09:30", "2020-12-01 09:30"])
    #expect(
      found.times == ["2020-01-30T14:30:00", "2020-07-01T13:30:00", "2020-12-01T14:30:00"])
  }

  @Test(arguments: [false, true])
  func `an hour that comes twice is told by the order of rows`(descends: Bool) throws {
    let rows = [
      "2020-11-01 00:30", "2020-11-01 01:00", "2020-11-01 01:30", "2020-11-01 01:00",
      "2020-11-01 01:30", "2020-11-01 02:00",
    ]
    let found = try times(descends ? rows.reversed() : rows)
    #expect(
      found.times == [
        "2020-11-01T04:30:00", "2020-11-01T05:00:00", "2020-11-01T05:30:00",
        "2020-11-01T06:00:00", "2020-11-01T06:30:00", "2020-11-01T07:00:00",
      ])
    #expect(found.loaded.series.close == (descends ? [6, 5, 4, 3, 2, 1] : [1, 2, 3, 4, 5, 6]))
    #expect(found.loaded.findings.contains { $0.kind == .clockChange && $0.count == 4 })
  }

  @Test func `an hour that never was is refused`() throws {
    let text = "Date,Close\n2020-03-08 01:30,1\n2020-03-08 02:30,2\n2020-03-08 04:00,3\n"
    let (problem, line) = try refusal(of: text, LoadOptions(zone: newYork))
    #expect(line == 3)
    #expect(
      problem
        == .badCell(
          column: "date", text: "2020-03-08T02:30:00",
          reason: "lies in an hour that the clocks of America/New_York leave out; "
            + "are the stamps in another zone?"))
  }

  @Test func `the clocks of the market are kept beside UTC`() throws {
    let rows = ["2020-01-30 09:30", "2020-07-01 09:30"]
    let named = try times(rows).loaded.series
    #expect(named.clockTimes.map(\.clock) == ["09:30:00", "09:30:00"])
    #expect(named.zone?.name == "America/New_York")

    let written = try load("Date,Close\n2020-01-30T09:30-05:00,1\n2020-07-01T09:30-04:00,2\n")
    #expect(written.series.times == named.times)
    #expect(written.series.clockTimes == named.clockTimes)
    let bare = try load("Date,Close\n2020-01-30 14:30,1\n2020-07-01 13:30,2\n").series
    #expect(bare.times == named.times && bare.clockTimes == bare.times)
    // `hour` differs, so results may.
    #expect(bare.fingerprint != named.fingerprint)
  }
}
