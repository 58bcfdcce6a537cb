import PlateauColumns
import Testing

@testable import PlateauMarket

@Suite struct StampReaderTests {
  private func read(_ text: String, order: DateOrder? = nil) -> StampReading {
    Array(text.utf8).withUnsafeBufferPointer {
      StampReader.read($0, Cell(start: 0, end: $0.count), order: order)
    }
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

  @Test(arguments: ["31/01/2020", "01/31/2020", "31.1.2020", "31-01-20", "01/31/20"])
  func `a year that comes last is read where one order makes a day`(text: String) {
    #expect(stamp(text)?.localSeconds == day)
  }

  @Test(arguments: [
    ("01/02/2020", DateOrder.dayFirst, "2020-02-01"), ("01/02/2020", .monthFirst, "2020-01-02"),
    ("1.2.20", .dayFirst, "2020-02-01"), ("20-02-01", .yearFirst, "2020-02-01"),
    ("01/02/68", .monthFirst, "2068-01-02"), ("01/02/69", .monthFirst, "1969-01-02"),
  ])
  func `a known order decides`(text: String, order: DateOrder, date: String) throws {
    guard case .stamp(let stamp) = read(text, order: order) else {
      Issue.record("\(text) is no stamp")
      return
    }
    #expect(Timestamp(seconds: stamp.localSeconds).description == date)
  }

  @Test(arguments: [
    "31-Jan-2020", "31 January 2020", "Jan 31, 2020", "31Jan2020", "2020-Jan-31", "jan 31 2020",
    "31-JAN-20",
  ])
  func `months have names`(text: String) {
    #expect(stamp(text)?.localSeconds == day)
  }

  @Test(arguments: [
    "2020-01-31 9:30 PM", "01/31/2020 09:30:00 pm", "20200131 213000", "202001312130",
    "20200131213000", "2020-01-31, 21:30", "20200131T2130",
  ])
  func `half past nine in the evening is read in each of its forms`(text: String) {
    #expect(stamp(text)?.localSeconds == day + 77_400)
  }

  @Test(arguments: [
    "2020-02-30", "2021-02-29", "20201301", "2020-00-10", "2020-01-31 24:00", "2020-01-31 09:60",
    "2020-01-31 09", "2020-01-31 09:30:61", "2020-01-31x", "2020-01/31", "2020-01", "20-13-32",
    "Jan 2020", "", "-5", "1", "123456", "99999999999999999999", "2020-01-31 13:30 PM",
    "2020-01-31 09:30+1:0", "2020-01-31 09:30+99:00", "31/02/2020", "13/13/2020", "Foo 31, 2020",
  ])
  func `anything else is no stamp`(text: String) {
    #expect(stamp(text) == nil)
  }
}
