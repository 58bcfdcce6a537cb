import PlateauMarket
import Testing

@Suite struct PriceReaderRefusalTests {
  private let header = "Date,Open,High,Low,Close,Volume\n"

  @Test(arguments: [
    ("abc", "is not a number"), ("-3", "is not a price above zero"),
    ("0", "is not a price above zero"), ("inf", "is not a number"),
    ("0x1F", "is not a number"), ("1e999", "is not a number"),
    ("\"1,2345\"", "is not a number; the file's numbers have a decimal point"),
  ])
  func `a price that is none is refused with line and column`(cell: String, reason: String) throws {
    let text = header + "2020-01-30,10.5,12,9,11.25,1\n2020-01-31,10,12,9,\(cell),1\n"
    let (problem, line) = try refusal(of: text)
    #expect(line == 3)
    let shown = cell.replacing("\"", with: "")
    #expect(problem == .badCell(column: "Close", text: shown, reason: reason))
  }

  @Test func `the line counts line feeds inside quotes`() throws {
    let text = "Note,Date,Close\n\"a\nb\nc\",2020-01-30,1\n\n,2020-01-31,x\n"
    #expect(try refusal(of: text).line == 6)
  }

  @Test func `a negative volume or dividend is refused`() throws {
    let (problem, line) = try refusal(of: "Date,Close,Volume\n2020-01-30,1,-5")
    #expect(problem == .badCell(column: "Volume", text: "-5", reason: "is below zero"))
    #expect(line == 2)
    #expect(try refusal(of: "Date,Close,Dividends\n2020-01-30,1,-5").line == 2)
  }

  @Test func `an ambiguous date is refused with both readings`() throws {
    let (problem, line) = try refusal(of: "Date,Close\n01/02/2020,10\n")
    #expect(line == 2)
    #expect(
      problem
        == .ambiguousDate(
          column: "Date", text: "01/02/2020", dayFirst: "2020-02-01", monthFirst: "2020-01-02"))
  }

  @Test func `a high below the low is refused with its line`() throws {
    let (problem, line) = try refusal(of: header + "2020-01-30,10,9,12,10,1\n")
    #expect(problem == .highBelowLow(high: 9, low: 12))
    #expect(line == 2)
  }

  @Test func `a row that is cut off or too long is refused`() throws {
    let cut = try refusal(of: header + "2020-01-30,10,12,9,11,1\n2020-01-31,10,12\n")
    #expect(cut.problem == .cellCount(found: 3, expected: 6))
    #expect(cut.line == 3)
    let long = try refusal(of: header + "2020-01-30,10,5,12,5,9,11,1\n")
    #expect(long.problem == .cellCount(found: 8, expected: 6))
  }

  @Test(arguments: ["", "\n\n", "\u{FEFF}", "   \r\n \n"])
  func `a file without text is empty`(text: String) throws {
    #expect(try refusal(of: text).problem == .empty)
  }

  @Test(arguments: ["", "2020-01-30,,,,,\n", "2020-01-30,null,null,null,null,null\n"])
  func `a header without prices has no rows`(rows: String) throws {
    #expect(try refusal(of: header + rows).problem == .noRows)
  }

  @Test func `a first line of values is no header`() throws {
    let (problem, line) = try refusal(of: "2020-01-30,10,12\n2020-01-31,10,12\n")
    #expect(problem == .noHeader(firstCells: ["2020-01-30", "10", "12"]))
    #expect(line == 1)
  }

  @Test func `a missing date or close column is refused with the headers`() throws {
    #expect(
      try refusal(of: "When,Close\n2020-01-30,1").problem
        == .noDateColumn(headers: ["When", "Close"]))
    #expect(
      try refusal(of: "Date,Value\n2020-01-30,1").problem
        == .noCloseColumn(headers: ["Date", "Value"]))
    #expect(
      try refusal(of: "Date,Close,close\n2020-01-30,1,2").problem == .repeatedColumn("Close"))
  }

  @Test func `a column that is named but not there is refused`() throws {
    let text = "Date,Settlement\n2020-01-30,1"
    let unknown = LoadOptions(columns: ["close": "Setlement"])
    let (problem, _) = try refusal(of: text, unknown)
    #expect(problem == .unknownColumn("Setlement", headers: ["Date", "Settlement"]))
    let role = LoadOptions(columns: ["colour": "Date"])
    guard case .unknownRole("colour", _) = try refusal(of: text, role).problem else {
      Issue.record("the role was taken")
      return
    }
  }

  @Test(arguments: ["Date,Close\n\"2020-01-30,1\n", "Date,Close\n\"2020-01-30\"x,1\n"])
  func `a quote that does not end is refused`(text: String) throws {
    let (problem, line) = try refusal(of: text)
    #expect(problem == .badQuote)
    #expect(line == 2)
  }

  @Test func `one name for two symbols is refused`() throws {
    let (problem, _) = try refusal(
      of: "Date,Symbol,Close\n2020-01-30,A,1\n2020-01-30,B,2\n", LoadOptions(name: "X"))
    #expect(problem == .severalSymbols(names: ["A", "B"]))
  }

  @Test func `a column has one role, and the user's comes first`() throws {
    let text = "Date,Close,Adj Close\n20200130,10,5\n20200131,11,6\n"
    #expect(
      try refusal(of: text, LoadOptions(columns: ["date": "Date", "close": "1"])).problem
        == .repeatedColumn("Date"))
    #expect(
      try load(text, LoadOptions(columns: ["close": "Adj Close"])).series.close == [5, 6])
    let number = "-9223372036854775808"
    #expect(
      try refusal(of: text, LoadOptions(columns: ["close": number])).problem
        == .unknownColumn(number, headers: ["Date", "Close", "Adj Close"]))
  }
}
