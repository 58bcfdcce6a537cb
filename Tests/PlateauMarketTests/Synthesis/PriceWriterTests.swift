import PlateauColumns
import PlateauMarket
import Testing

@Suite struct PriceWriterTests {
  @Test func `numbers are the shortest that read back`() throws {
    let day = try #require(CivilDate(year: 2020, month: 1, day: 31))
    let series = PriceSeries(
      name: "x", times: [Timestamp(day)], open: [0.1 + 0.2], high: [1], low: [0.25], close: [0.5],
      volume: [12_351_713_280], dividends: [0], interval: .daily)
    #expect(
      PriceWriter.csv(of: series) == """
        Date,Open,High,Low,Close,Volume,Dividends
        2020-01-31,0.30000000000000004,1,0.25,0.5,12351713280,0

        """)
  }

  @Test func `what is written reads back to the last bit`() throws {
    var random = RandomStream(seed: 8)
    let times = (0..<300).map { Timestamp(seconds: 1_600_000_000 + $0 * 900) }
    let close = times.map { _ in Mathematics.exponential(20 * random.normal()) }
    let series = PriceSeries(
      name: "x", times: times, open: close, high: close, low: close, close: close, volume: close,
      dividends: close, interval: .intraday(seconds: 900))
    #expect(try load(PriceWriter.csv(of: series)).series.fingerprint == series.fingerprint)
  }
}
