import PlateauColumns
import Testing

@Suite struct CivilDateTests {
  @Test func `days count from the first of January 1970`() {
    #expect(CivilDate(year: 1970, month: 1, day: 1)?.dayNumber == 0)
    #expect(CivilDate(year: 2000, month: 3, day: 1)?.dayNumber == 11_017)
    #expect(CivilDate(year: 1969, month: 12, day: 31)?.dayNumber == -1)
  }

  @Test func `every day of four centuries comes back from its parts`() throws {
    let first = try #require(CivilDate(year: 1800, month: 1, day: 1)).dayNumber
    for number in first..<first + 146_097 {
      let (year, month, day) = CivilDate(dayNumber: number).parts
      #expect(CivilDate(year: year, month: month, day: day)?.dayNumber == number)
    }
  }

  @Test(arguments: [(2023, 2, 29), (1900, 2, 29), (2020, 13, 1), (2020, 4, 31), (2020, 1, 0)])
  func `days that do not exist are refused`(year: Int, month: Int, day: Int) {
    #expect(CivilDate(year: year, month: month, day: day) == nil)
  }

  @Test func `weekdays are those of the calendar`() {
    #expect(CivilDate(year: 2026, month: 11, day: 21)?.weekday == 6)
    #expect(CivilDate(year: 1969, month: 12, day: 29)?.weekday == 1)
  }
}
