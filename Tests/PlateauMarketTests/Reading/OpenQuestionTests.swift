import PlateauColumns
import PlateauMarket
import Testing

/// What a text leaves open is asked, not guessed.
@Suite struct OpenQuestionTests {
  private let monthOrDay = "Date,Close\n01/02/2020,1\n02/02/2020,2\n03/02/2020,3\n"

  @Test func `dates that are ambiguous throughout are refused with both readings`() throws {
    let (problem, line) = try refusal(of: monthOrDay)
    #expect(line == 2)
    let expected = ContentProblem.ambiguousDate(
      column: "Date", text: "01/02/2020", dayFirst: "2020-02-01", monthFirst: "2020-01-02")
    #expect(problem == expected)
    let error = MarketError.content(expected, path: "p.csv", line: 2)
    #expect(
      error.description
        == "p.csv:2: column 'Date': '01/02/2020' can be 2020-02-01 (day first) or 2020-01-02 "
        + "(month first)")
    #expect(error.suggestions == ["dates dmy", "dates mdy"])
  }

  @Test(arguments: [
    (DateOrder.dayFirst, ["2020-02-01", "2020-02-02", "2020-02-03"]),
    (.monthFirst, ["2020-01-02", "2020-02-02", "2020-03-02"]),
  ])
  func `the user's order is taken`(order: DateOrder, times: [String]) throws {
    let loaded = try load(monthOrDay, LoadOptions(dates: order))
    #expect(loaded.series.times.map(\.description) == times)
  }

  @Test func `one day above twelve tells the order, however late it comes`() throws {
    var text = "Date,Close\n"
    for _ in 0..<20_000 { text += "05/06/2020,1\n" }
    let dayFirst = try load(text + "13/06/2020,2\n")
    #expect(dayFirst.series.times.map(\.description) == ["2020-06-05", "2020-06-13"])
    let monthFirst = try load(text + "06/13/2020,2\n")
    #expect(monthFirst.series.times.map(\.description) == ["2020-05-06", "2020-06-13"])
  }

  @Test(arguments: [
    (["20/01/30", "20/01/31", "20/02/03"], ["2020-01-30", "2020-01-31", "2020-02-03"]),
    (["30.01.20", "31.01.20", "03.02.20"], ["2020-01-30", "2020-01-31", "2020-02-03"]),
    (["02/03/20", "01/31/20", "01/30/20"], ["2020-01-30", "2020-01-31", "2020-02-03"]),
  ])
  func `years of two digits are told by the order of time`(
    dates: [String], times: [String]
  ) throws {
    let text = "Date,Close\n" + dates.map { "\($0),1\n" }.joined()
    #expect(try load(text).series.times.map(\.description) == times)
  }

  @Test func `years of two digits that nothing tells are refused`() throws {
    let (problem, line) = try refusal(of: "Date,Close\n01/02/03,1\n")
    #expect(problem == .ambiguousShortYear(column: "Date", text: "01/02/03"))
    #expect(line == 2)
  }

  @Test(arguments: ["Date,Close\n2020-01-02,1\n2020-01-03,2\r2020-01-06,3\n2020-01-07,4\n"])
  func `a return without a line feed ends no row`(text: String) throws {
    #expect(try refusal(of: text).problem == .cellCount(found: 3, expected: 2))
    #expect(try refusal(of: text).line == 3)
  }

  @Test func `a date that contradicts the order is refused`() throws {
    let (problem, line) = try refusal(of: "Date,Close\n13/02/2020,1\n02/13/2020,2\n")
    #expect(line == 3)
    #expect(
      problem
        == .badCell(column: "Date", text: "02/13/2020", reason: "is no day of the calendar"))
  }

  @Test func `a comma before three digits is refused with both readings`() throws {
    let text = "Date;Close\n2020-01-30;1,234\n2020-01-31;1,240\n"
    let (problem, line) = try refusal(of: text)
    #expect(line == 2)
    #expect(problem == .ambiguousNumber(column: "Close", text: "1,234"))
    #expect(try load(text, LoadOptions(decimalComma: true)).series.close == [1.234, 1.240])
    #expect(try load(text, LoadOptions(decimalComma: false)).series.close == [1234, 1240])
  }

  @Test(arguments: [
    ("1.234,50", 1234.5), ("0,123", 0.123), ("1234,567", 1234.567), ("12,5", 12.5),
    ("1.234.567", 1_234_567), ("1 234,5", 1234.5), ("1'234,5", 1234.5), ("1\u{A0}234,5", 1234.5),
  ])
  func `a mark that only a comma explains makes it one`(cell: String, value: Double) throws {
    #expect(try load("Date;Close\n2020-01-30;\(cell)\n").series.close == [value])
  }

  @Test(arguments: [("\"1,234.50\"", 1234.5), ("\"1,234,567\"", 1_234_567), ("1.234", 1.234)])
  func `a mark that a point explains makes it one`(cell: String, value: Double) throws {
    #expect(try load("Date,Close\n2020-01-30,\(cell)\n").series.close == [value])
  }

  @Test func `a file with several symbols gives each its prices`() throws {
    let text = """
      Date,Symbol,Close
      2020-01-30,B,1
      2020-01-30,A,10
      2020-01-31,B,2
      2020-01-31,A,20
      """
    try TemporaryFolder.with { folder in
      let path = try folder.write(Array(text.utf8), to: "both.csv")
      let prices = try PriceReader.read(path: path)
      #expect(prices.map(\.series.name) == ["B", "A"])
      #expect(prices.map(\.series.close) == [[1, 2], [10, 20]])
    }
  }

  @Test func `a file without a header can name its columns by number`() throws {
    let text = "2020-01-30,7,10\n2020-01-31,8,11\n"
    let loaded = try load(text, LoadOptions(columns: ["date": "1", "close": "3"]))
    #expect(loaded.series.close == [10, 11])
  }
}
