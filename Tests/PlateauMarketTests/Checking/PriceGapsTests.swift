import PlateauColumns
import PlateauMarket
import Testing

@Suite struct PriceGapsTests {
  /// The gap finding of bars at these stamps.
  private func gap(_ stamps: [Timestamp]) throws -> Finding? {
    var text = "Date,Close,Volume\n"
    for (index, stamp) in stamps.enumerated() { text += "\(stamp),\(100 + index % 7),1\n" }
    return try load(text).findings.first { $0.message.contains("gap") }
  }

  /// Days after Monday, 2020-01-06.
  private func days(_ numbers: some Sequence<Int>) -> [Timestamp] {
    numbers.map { Timestamp(CivilDate(dayNumber: 18_267 + $0)) }
  }

  private func hours(_ numbers: some Sequence<Int>) -> [Timestamp] {
    numbers.map { Timestamp(seconds: 18_267 * 86_400 + Int64($0) * 3600) }
  }

  private let weekdays = (0..<70).filter { $0 % 7 < 5 }

  @Test func `weekends of an exchange are no gaps`() throws {
    #expect(try gap(days(weekdays)) == nil)
  }

  @Test func `one or two missing weekdays may be holidays, three are a gap`() throws {
    // Days 14, 15, 16 are Monday to Wednesday.
    #expect(try gap(days(weekdays.filter { !(14...15).contains($0) })) == nil)
    let found = try #require(try gap(days(weekdays.filter { !(14...16).contains($0) })))
    #expect(found.message == "1 gap in time at line 12; the longest from 2020-01-17 to 2020-01-23")
  }

  @Test func `every missing day of a seven-day market is a gap`() throws {
    #expect(try gap(days(0..<70)) == nil)
    let found = try #require(try gap(days((0..<70).filter { $0 != 20 && $0 != 40 && $0 != 41 })))
    #expect(found.count == 2)
    #expect(found.message.hasSuffix("the longest from 2020-02-14 to 2020-02-17"))
  }

  @Test func `a missing week or month is a gap`() throws {
    #expect(try gap(days((0..<20).map { $0 * 7 })) == nil)
    #expect(try gap(days((0..<20).filter { $0 != 9 }.map { $0 * 7 }))?.count == 1)
    let months = (1...12).compactMap { CivilDate(year: 2021, month: $0, day: 1) }
    #expect(try gap(months.map { Timestamp($0) }) == nil)
    #expect(try gap(months.filter { $0.parts.month != 5 }.map { Timestamp($0) })?.count == 1)
  }

  @Test func `a pause of every day is no gap, a missing hour is`() throws {
    // Hours 9 to 16 without 12, on ten weekdays.
    let session = [9, 10, 11, 13, 14, 15, 16]
    let all = (0..<14).filter { $0 % 7 < 5 }.flatMap { day in session.map { day * 24 + $0 } }
    #expect(try gap(hours(all)) == nil)
    let found = try #require(try gap(hours(all.filter { $0 != 3 * 24 + 14 })))
    #expect(found.count == 1)
    #expect(found.time == hours([3 * 24 + 15]).first)
  }

  @Test func `a missing hour of a market without pause is a gap`() throws {
    #expect(try gap(hours(0..<400)) == nil)
    #expect(try gap(hours((0..<400).filter { $0 != 300 }))?.count == 1)
  }
}
