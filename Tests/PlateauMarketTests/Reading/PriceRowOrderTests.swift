import PlateauColumns
import PlateauMarket
import Testing

@Suite struct PriceRowOrderTests {
  private func dates(_ loaded: LoadedPrices) -> [String] {
    loaded.series.times.map(\.description)
  }

  @Test func `rows out of order are sorted, and the first one is named`() throws {
    let loaded = try load(
      "Date,Close\n2020-01-28,1\n2020-01-30,3\n2020-01-29,2\n2020-01-31,4\n2020-01-27,9\n")
    #expect(
      dates(loaded) == ["2020-01-27", "2020-01-28", "2020-01-29", "2020-01-30", "2020-01-31"])
    #expect(loaded.series.close == [9, 1, 2, 3, 4])
    let repair = try #require(loaded.findings.first)
    #expect(repair.severity == .repair)
    #expect(repair.lines == [4, 6])
    #expect(
      repair.message
        == "2 rows earlier than the row before, first at line 4; the rows were sorted")
  }

  @Test func `a file with the newest row first is turned round`() throws {
    let loaded = try load("Date,Close\n2020-01-31,3\n2020-01-30,2\n2020-01-29,1\n")
    #expect(loaded.series.close == [1, 2, 3])
    #expect(messages(.repair, of: loaded).isEmpty)
    #expect(
      messages(.note, of: loaded).first == "the newest row came first; the rows were turned round")
  }

  @Test func `a repeated row is dropped`() throws {
    let loaded = try load("Date,Close\n2020-01-29,1\n2020-01-30,2\n2020-01-30,2\n2020-01-31,3\n")
    #expect(loaded.series.close == [1, 2, 3])
    #expect(messages(.repair, of: loaded) == ["1 repeated row left out at line 4"])
  }

  @Test func `of a duplicate stamp the last row is kept`() throws {
    let loaded = try load(
      "Date,Close\n2020-01-30,2\n2020-01-29,1\n2020-01-30,5\n2020-01-30,4\n2020-01-31,3\n")
    #expect(loaded.series.close == [1, 4, 3])
    #expect(
      messages(.repair, of: loaded).last
        == "2 duplicate stamps with other prices, first at line 4; "
        + "the last row of each stamp was kept")
    #expect(loaded.findingsLine == "2 repairs, 2 notes")
  }

  @Test func `rows with a blank price are left out`() throws {
    let loaded = try load(
      "Date,Open,High,Low,Close\n2020-01-29,1,1,1,1\n2020-01-30,1,,1,1\n2020-01-31,NULL,1,1,1\n")
    #expect(dates(loaded) == ["2020-01-29"])
    #expect(
      messages(.repair, of: loaded) == ["2 rows without a price left out, first at line 3"])
  }

  @Test func `a blank volume is zero, and said`() throws {
    let loaded = try load("Date,Close,Volume\n2020-01-29,1,\n2020-01-30,1,7\n")
    #expect(loaded.series.volume == [0, 7])
    #expect(messages(.repair, of: loaded) == ["1 blank volume read as 0 at line 2"])
  }

  @Test func `only the first lines of many are kept, but all are counted`() throws {
    let rows = (0..<100).map { _ in "2020-01-29,1\n" }.joined()
    let loaded = try load("Date,Close\n" + rows)
    let repair = try #require(loaded.findings.first)
    #expect(repair.count == 99)
    #expect(repair.lines == Array(3...22))
  }
}
