import PlateauColumns
import PlateauMarket
import Testing

@Suite struct PriceReaderZoneTests {
  private func times(_ text: String, _ options: LoadOptions = LoadOptions()) throws -> [String] {
    try load(text, options).series.times.map(\.description)
  }

  @Test func `stamps without a zone keep the clock of the file`() throws {
    let text = "Date,Close,Volume\n2020-01-30 09:30,10,1\n2020-01-30 10:30,11,1"
    #expect(try times(text) == ["2020-01-30T09:30:00", "2020-01-30T10:30:00"])
    let notes = try messages(.note, of: load(text))
    #expect(notes.contains("the stamps name no time zone; read as UTC"))
  }

  @Test func `a given zone shifts stamps that have none`() throws {
    let text = "Date,Close\n2020-01-30 09:30,10\n2020-01-30 10:30,11"
    let options = LoadOptions(zone: ClockZone(name: "-05:00", offset: -5 * 3600))
    #expect(try times(text, options) == ["2020-01-30T14:30:00", "2020-01-30T15:30:00"])
  }

  @Test func `a zone in the file wins over a given one`() throws {
    let text = "Date,Close\n2020-01-30T09:30+01:00,10\n2020-01-30T10:30Z,11"
    let options = LoadOptions(zone: ClockZone(name: "-05:00", offset: -5 * 3600))
    #expect(try times(text, options) == ["2020-01-30T08:30:00", "2020-01-30T10:30:00"])
  }

  @Test func `days stay the days of the exchange, whatever its zone`() throws {
    // Midnight in Paris is 23:00 or 22:00 UTC on the day before.
    let text = "Date,Close\n2020-03-27 00:00:00+01:00,10\n2020-03-30 00:00:00+02:00,11"
    #expect(try times(text) == ["2020-03-27", "2020-03-30"])
    let days = "Date,Close\n2020-03-27,10\n2020-03-30,11"
    #expect(
      try times(days, LoadOptions(zone: ClockZone(name: "+01:00", offset: 3600))) == [
        "2020-03-27", "2020-03-30",
      ])
  }

  @Test func `a stamp without a zone among others is warned of`() throws {
    let loaded = try load("Date,Close\n2020-01-30T09:30Z,10\n2020-01-30 10:30,11")
    #expect(loaded.findings.first?.severity == .warning)
    #expect(loaded.findings.first?.line == 3)
  }
}
