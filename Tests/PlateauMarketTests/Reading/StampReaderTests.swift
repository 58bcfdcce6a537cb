import PlateauColumns
import Testing

@testable import PlateauMarket

@Suite struct StampReaderTests {
  private func read(_ text: String) -> StampReading {
    let bytes = Array(text.utf8)
    return StampReader.read(bytes, Cell(start: 0, end: bytes.count))
  }

  private func stamp(_ text: String) -> Stamp? {
    if case .stamp(let stamp) = read(text) { stamp } else { nil }
  }

  // 2020-01-31 is day 18 292: 50 years of 365 days, 12 leap days, 30 days; 18 292 * 86 400 s.
  private let day: Int64 = 1_580_428_800

  @Test(arguments: ["2020-01-31", "2020/01/31", "2020.01.31", "20200131", "2020-1-31"])
  func `a day is read in each of its forms`(text: String) {
    #expect(stamp(text)?.localSeconds == day)
    #expect(stamp(text)?.hasClock == false)
    #expect(stamp(text)?.offset == nil)
  }

  @Test(arguments: [
    "2020-01-31 09:30", "2020-01-31T09:30", "2020-01-31 09:30:00", "2020-01-31t9:30:00.987654",
    "20200131 09:30", "2020/01/31  09:30:00",
  ])
  func `a time of day is read in each of its forms`(text: String) {
    #expect(stamp(text)?.localSeconds == day + 34_200)
    #expect(stamp(text)?.hasClock == true)
    #expect(stamp(text)?.offset == nil)
  }

  @Test(arguments: [
    ("Z", 0), ("+00:00", 0), (" UTC", 0), ("+01:00", 3600), ("-0530", -19_800), ("+09", 32_400),
    (" -05:00", -18_000),
  ])
  func `a zone is kept beside the clock of the file`(zone: String, offset: Int) {
    #expect(stamp("2020-01-31T09:30:00" + zone)?.localSeconds == day + 34_200)
    #expect(stamp("2020-01-31T09:30:00" + zone)?.offset == offset)
  }

  @Test(arguments: [
    "1580463000", "1580463000000", "1580463000000000", "1580463000000000000", "1580463000.0",
  ])
  func `numbers since 1970 are UTC`(text: String) {
    #expect(stamp(text)?.localSeconds == day + 34_200)
    #expect(stamp(text)?.offset == 0)
  }

  @Test(arguments: ["01/02/2020", "1/2/2020", "01-02-2020", "01.02.2020"])
  func `day and month that could be swapped give both readings`(text: String) throws {
    let first = try #require(CivilDate(year: 2020, month: 2, day: 1))
    let second = try #require(CivilDate(year: 2020, month: 1, day: 2))
    #expect(read(text) == .ambiguous(dayFirst: first, monthFirst: second))
  }

  @Test(arguments: ["31/01/2020", "01/31/2020"])
  func `a year that comes last is refused with its repair`(text: String) {
    #expect(read(text) == .invalid("puts the year last; write 2020-01-31"))
  }

  @Test(arguments: [
    "2020-02-30", "2021-02-29", "20201301", "2020-00-10", "2020-01-31 24:00", "2020-01-31 09:60",
    "2020-01-31 09", "2020-01-31 09:30:61", "2020-01-31x", "2020-01/31", "2020-01", "20-01-31",
    "Jan 31 2020", "", "-5", "1", "123456", "99999999999999999999", "2020-01-31 09:30 PM",
    "2020-01-31 09:30+1:0", "2020-01-31 09:30+99:00", "12/31/20",
  ])
  func `anything else is no stamp`(text: String) {
    #expect(stamp(text) == nil)
  }
}
