import PlateauColumns
import PlateauMarket
import Testing

/// Two bars that every layout below must give.
private let plain = """
  Date,Open,High,Low,Close,Volume
  2020-01-30,10,12,9,11,100
  2020-01-31,11,13,10.5,12.25,200

  """

@Suite struct PriceReaderTests {
  @Test func `a plain file gives its prices`() throws {
    let loaded = try load(plain)
    let series = loaded.series
    #expect(series.name == "prices")
    #expect(series.times.map(\.description) == ["2020-01-30", "2020-01-31"])
    #expect(series.open == [10, 11])
    #expect(series.high == [12, 13])
    #expect(series.low == [9, 10.5])
    #expect(series.close == [11, 12.25])
    #expect(series.volume == [100, 200])
    #expect(series.dividends == nil)
    #expect(series.interval == .daily)
    #expect(loaded.findings.isEmpty)
    #expect(loaded.findingsLine == "no findings")
    #expect(loaded.format == "comma separated, columns Date, Open, High, Low, Close, Volume")
    #expect(!loaded.isAdjusted)
  }

  @Test(arguments: [
    "VOLUME,close,Low,hIGH,open,DATE\n100,11,9,12,10,2020-01-30\n200,12.25,10.5,13,11,2020-01-31",
    ",Open,High,Low,Close,Volume\n2020-01-30,10,12,9,11,100\n2020-01-31,11,13,10.5,12.25,200\n",
    "timestamp,open,high,low,close,volume\n2020-01-30,10,12,9,11,100\n20200131,11,13,10.5,12.25,2e2",
    "\"Date\",\"Open\",\"High\",\"Low\",\"Close\",\"Volume\"\n"
      + "\"2020-01-30\",\"10\",\"12\",\"9\",\"11\",\"100\"\n\"2020-01-31\",11 ,13, 10.5,12.25,200",
    "Date;Open;High;Low;Close;Volume\n2020-01-30;10;12;9;11;100\n2020-01-31;11;13;10.5;12.25;200\n",
    "Date\tOpen\tHigh\tLow\tClose\tVolume\n2020-01-30\t10\t12\t9\t11\t100\n"
      + "2020-01-31\t11\t13\t10.5\t12.25\t200\n",
    "\tOpen\tHigh\tLow\tClose\tVolume\n2020-01-30\t10\t12\t9\t11\t100\n"
      + "2020-01-31\t11\t13\t10.5\t12.25\t200\n",
    plain.replacing("\n", with: "\r\n"),
    plain.replacing("\n", with: "\r"),
    "\u{FEFF}" + plain,
    "\n\n" + plain.replacing("\n", with: "\n\n") + ",,,,,\n",
    "<DATE>,<OPEN>,<HIGH>,<LOW>,<CLOSE>,<TICKVOL>\n"
      + "2020.01.30,10,12,9,11,100,\n2020.01.31,11,13,10.5,12.25,200,,\n",
    "\"Note, with a \"\"comma\"\"\",Date,Open,High,Low,Close,Volume\n"
      + "\"a\nb\",2020-01-30,10,12,9,11,100\n\"\",2020-01-31,11,13,10.5,12.25,200\n",
  ])
  func `the same bars in another layout have the same fingerprint`(text: String) throws {
    let expected = try load(plain).series
    let loaded = try load(text)
    #expect(loaded.series.fingerprint == expected.fingerprint)
    #expect(loaded.findings.isEmpty)
  }

  @Test func `one changed digit changes the fingerprint`() throws {
    let other = plain.replacing("12.25", with: "12.250000000000002")
    #expect(try load(other).series.fingerprint != load(plain).series.fingerprint)
  }

  @Test func `an adjusted close replaces the close and scales the bar`() throws {
    let text = """
      Date,Open,High,Low,Close,Adj Close,Volume
      2020-01-30,10,12,8,10,5,100
      2020-01-31,11,12,10,12,12,100
      """
    let loaded = try load(text)
    #expect(loaded.isAdjusted)
    #expect(loaded.series.open == [5, 11])
    #expect(loaded.series.high == [6, 12])
    #expect(loaded.series.low == [4, 10])
    #expect(loaded.series.close == [5, 12])
    #expect(
      messages(.note, of: loaded) == [
        "the adjusted close is used; open, high and low of 1 bar are scaled with it"
      ])

    let raw = try load(text, LoadOptions(adjusted: false))
    #expect(!raw.isAdjusted)
    #expect(raw.series.close == [10, 12])
    #expect(messages(.note, of: raw) == ["the file has an adjusted close, which is not used"])
  }

  @Test func `a bar that closed at its high still does after the adjustment`() throws {
    // 43.1 * (25.029381 / 43.1) is not 25.029381 in doubles.
    let loaded = try load(
      "Date,Open,High,Low,Close,Adj Close\n2020-01-30,43.1,43.1,43,43.1,25.029381")
    #expect(loaded.series.high == [25.029381])
    #expect(loaded.series.open == [25.029381])
  }

  @Test func `dividends are kept as they are`() throws {
    let text = "Date,Close,Adj Close,Dividends\n2020-01-30,10,5,0.25\n2020-01-31,11,11,\n"
    #expect(try load(text).series.dividends == [0.25, 0])
  }

  @Test func `a file of closes alone has bars without a range`() throws {
    let loaded = try load("date,price\n2020-01-30,10\n2020-01-31,11.5\n")
    for column in [loaded.series.open, loaded.series.high, loaded.series.low, loaded.series.close] {
      #expect(column == [10, 11.5])
    }
    #expect(loaded.series.volume == [0, 0])
    #expect(
      messages(.note, of: loaded) == [
        "only closing prices: open, high and low equal the close", "no volume column; volume is 0",
      ])
  }

  @Test func `a missing open is the close, and is warned of`() throws {
    let loaded = try load("date,high,low,close,volume\n2020-01-30,12,9,10,1\n")
    #expect(loaded.series.open == [10])
    #expect(
      messages(.warning, of: loaded) == [
        "no open column; filled in from the other prices of each bar"
      ])
  }

  @Test func `columns can be named where the header does not tell`() throws {
    let text = "A,B,Close\n2020-01-30,10,99\n2020-01-31,11,98\n"
    let loaded = try load(text, LoadOptions(name: "X", columns: ["date": "A", "close": "b"]))
    #expect(loaded.series.name == "X")
    #expect(loaded.series.close == [10, 11])
  }

  @Test func `a time column beside the date completes the stamp`() throws {
    let text = "Date,Time,Close\n2020-01-30,09:30,10\n2020-01-30,10:30:00,11\n"
    let loaded = try load(text)
    #expect(
      loaded.series.times.map(\.description) == ["2020-01-30T09:30:00", "2020-01-30T10:30:00"])
    #expect(loaded.series.interval == .intraday(seconds: 3600))
  }

  @Test func `one row is a series without an interval`() throws {
    let loaded = try load("Date,Close\n2020-01-30,10")
    #expect(loaded.series.count == 1)
    #expect(loaded.series.interval == .irregular)
    #expect(loaded.series.periodsPerYear.isNaN)
    #expect(loaded.series.identity.hasPrefix("prices: 1 bar, irregular, 2020-01-30, fingerprint "))
  }

  @Test(arguments: [
    ("prices/GOOG_daily.csv", "GOOG"), ("BTC-USD_daily.csv", "BTC-USD"), ("/a/X_1mo.CSV", "X"),
    ("BTC-PERP_1m.csv", "BTC-PERP"), ("my_file.csv", "my_file"), ("a_b_15min.txt", "a_b"),
    ("plain", "plain"), ("_daily.csv", "_daily"), ("SPY.2020.csv", "SPY.2020"),
  ])
  func `the file's name without its interval is the symbol`(path: String, name: String) throws {
    try TemporaryFolder.with { folder in
      let bare = try #require(path.split(separator: "/").last)
      let file = try folder.write(Array(plain.utf8), to: String(bare))
      #expect(try PriceReader.read(path: file).map(\.series.name) == [name])
    }
  }
}
