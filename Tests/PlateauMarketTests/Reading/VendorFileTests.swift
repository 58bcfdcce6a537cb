import PlateauColumns
import PlateauMarket
import Testing

/// A file as a vendor exports it, and the bars it must give.
struct VendorFile: Sendable, CustomStringConvertible {
  let description: String
  let text: String
  /// The stamps of the two bars.
  var times = ["2020-01-30", "2020-01-31"]
  /// What differs from the usual bars: the volumes.
  var volume: [Double] = [100, 200]
  var options = LoadOptions()

  /// The prices of every file below.
  static let open = [10.5, 11.25]
  static let high = [12.75, 13.5]
  static let low = [9.5, 10.25]
  static let close = [11.5, 12.25]
}

@Suite struct VendorFileTests {
  static let daily: [VendorFile] = [
    VendorFile(
      description: "Yahoo's table, events and all",
      text: """
        Date\tOpen\tHigh\tLow\tClose\tVolume
        Jan 31, 2020\t11.25\t13.50\t10.25\t12.25\t200
        Jan 31, 2020\t0.77 Dividend
        Jan 30, 2020\t10.50\t12.75\t9.50\t11.50\t100
        Jan 29, 2020\t4:1 Stock Splits
        *Close price adjusted for splits.
        """),
    VendorFile(
      description: "yfinance with three header lines",
      text: """
        Price,Close,High,Low,Open,Volume
        Ticker,prices,prices,prices,prices,prices
        Date,,,,,
        2020-01-30,11.5,12.75,9.5,10.5,100
        2020-01-31,12.25,13.5,10.25,11.25,200
        """),
    VendorFile(
      description: "Stooq's bulk file",
      text: """
        <TICKER>,<PER>,<DATE>,<TIME>,<OPEN>,<HIGH>,<LOW>,<CLOSE>,<VOL>,<OPENINT>
        prices,D,20200130,000000,10.5,12.75,9.5,11.5,100,0
        prices,D,20200131,000000,11.25,13.5,10.25,12.25,200,0
        """),
    VendorFile(
      description: "Stooq's page in Polish",
      text: """
        Data,Otwarcie,Najwyzszy,Najnizszy,Zamkniecie,Wolumen
        2020-01-30,10.5,12.75,9.5,11.5,100
        2020-01-31,11.25,13.5,10.25,12.25,200
        """),
    VendorFile(
      description: "a German page: semicolons, decimal commas, days first",
      text: """
        Datum;Eröffnung;Hoch;Tief;Schlusskurs;Volumen
        30.01.2020;10,50;12,75;9,50;11,50;100
        31.01.2020;11,25;13,50;10,25;12,25;200
        """),
    VendorFile(
      description: "investing.com",
      text: """
        "Date","Price","Open","High","Low","Vol.","Change %"
        "01/31/2020","12.25","11.25","13.50","10.25","0.2K","6.52%"
        "01/30/2020","11.50","10.50","12.75","9.50","0.1K","1.00%"
        """),
    VendorFile(
      description: "Nasdaq.com",
      text: """
        Date,Close/Last,Volume,Open,High,Low
        01/31/2020,$12.25,200,$11.25,$13.50,$10.25
        01/30/2020,$11.50,100,$10.50,$12.75,$9.50
        """),
    VendorFile(
      description: "Alpha Vantage",
      text: """
        timestamp,open,high,low,close,volume
        2020-01-31,11.2500,13.5000,10.2500,12.2500,200
        2020-01-30,10.5000,12.7500,9.5000,11.5000,100
        """),
    VendorFile(
      description: "NinjaTrader, daily",
      text: "20200130;10.5;12.75;9.5;11.5;100\n20200131;11.25;13.5;10.25;12.25;200\n"),
    VendorFile(
      description: "pipes",
      text: """
        date|open|high|low|close|volume
        2020-01-30|10.5|12.75|9.5|11.5|100
        2020-01-31|11.25|13.5|10.25|12.25|200
        """),
    VendorFile(
      description: "columns set with spaces",
      text: """
        Date         Open   High   Low    Close  Volume
        2020-01-30   10.5   12.75  9.5    11.5   100
        2020-01-31   11.25  13.5   10.25  12.25  200
        """),
    VendorFile(
      description: "groups of digits",
      text: """
        Date,Open,High,Low,Close,Volume
        2020-01-30,10.5,12.75,9.5,11.5,"1,000,100"
        2020-01-31,11.25,13.5,10.25,12.25,"1,000,200"
        """, volume: [1_000_100, 1_000_200]),
    VendorFile(
      description: "a title above the header",
      text: """
        https://www.example.com
        unix,date,symbol,open,high,low,close,Volume BTC,Volume USD
        1580428800,2020-01-31 00:00:00,prices,11.25,13.5,10.25,12.25,200,2450
        1580342400,2020-01-30 00:00:00,prices,10.5,12.75,9.5,11.5,100,1150
        """),
  ]

  static let intraday: [VendorFile] = [
    VendorFile(
      description: "MetaTrader 4",
      text: """
        2020.01.30,09:30,10.5,12.75,9.5,11.5,100
        2020.01.30,10:30,11.25,13.5,10.25,12.25,200
        """),
    VendorFile(
      description: "MetaTrader 5",
      text: """
        <DATE>\t<TIME>\t<OPEN>\t<HIGH>\t<LOW>\t<CLOSE>\t<TICKVOL>\t<VOL>\t<SPREAD>
        2020.01.30\t09:30:00\t10.5\t12.75\t9.5\t11.5\t100\t0\t3
        2020.01.30\t10:30:00\t11.25\t13.5\t10.25\t12.25\t200\t0\t3
        """),
    VendorFile(
      description: "TradingView, seconds since 1970",
      text: """
        time,open,high,low,close,Volume,Volume MA
        1580376600,10.5,12.75,9.5,11.5,100,NaN
        1580380200,11.25,13.5,10.25,12.25,200,NaN
        """),
    VendorFile(
      description: "TradingView, with an offset",
      text: """
        time,open,high,low,close,Volume
        2020-01-30T04:30:00-05:00,10.5,12.75,9.5,11.5,100
        2020-01-30T05:30:00-05:00,11.25,13.5,10.25,12.25,200
        """),
    VendorFile(
      description: "Binance klines in milliseconds",
      text: """
        1580376600000,10.5,12.75,9.5,11.5,100,1580380199999,1150.0,7,50.0,575.0,0
        1580380200000,11.25,13.5,10.25,12.25,200,1580383799999,2450.0,9,50.0,575.0,0
        """),
    VendorFile(
      description: "Binance klines in microseconds",
      text: """
        1580376600000000,10.5,12.75,9.5,11.5,100,1580380199999999,1150.0,7,50.0,575.0,0
        1580380200000000,11.25,13.5,10.25,12.25,200,1580383799999999,2450.0,9,50.0,575.0,0
        """),
    VendorFile(
      description: "Interactive Brokers",
      text: """
        Date,Open,High,Low,Close,Volume,WAP,BarCount,HasGaps
        20200130  09:30:00,10.5,12.75,9.5,11.5,100,11.1,12,False
        20200130  10:30:00,11.25,13.5,10.25,12.25,200,12.1,12,False
        """),
    VendorFile(
      description: "NinjaTrader",
      text: """
        20200130 093000;10.5;12.75;9.5;11.5;100
        20200130 103000;11.25;13.5;10.25;12.25;200
        """),
    VendorFile(
      description: "clocks of twelve hours, month first, in two columns",
      text: """
        Date,Time,Open,High,Low,Close,Volume
        01/30/2020,9:30 AM,10.5,12.75,9.5,11.5,100
        01/30/2020,10:30 AM,11.25,13.5,10.25,12.25,200
        """),
  ]

  @Test(arguments: daily)
  func `daily bars are read without a flag`(file: VendorFile) throws { try check(file) }

  @Test(arguments: intraday)
  func `intraday bars are read without a flag`(file: VendorFile) throws {
    var file = file
    file.times = ["2020-01-30T09:30:00", "2020-01-30T10:30:00"]
    try check(file)
  }

  private func check(_ file: VendorFile) throws {
    let series = try load(file.text, file.options).series
    #expect(series.name == "prices")
    #expect(series.times.map(\.description) == file.times)
    #expect(series.open == VendorFile.open)
    #expect(series.high == VendorFile.high)
    #expect(series.low == VendorFile.low)
    #expect(series.close == VendorFile.close)
    #expect(series.volume == file.volume)
  }

  @Test(arguments: daily + intraday)
  func `a file cut off anywhere gives bars of its own, or an error`(file: VendorFile) throws {
    let bytes = Array(file.text.utf8)
    let whole = try load(bytes, file.options).series
    for length in 0..<bytes.count {
      guard let cut = try? load(Array(bytes.prefix(length)), file.options) else { continue }
      // Whatever is read before the last line is what the whole file says.
      #expect(cut.series.count <= whole.count)
      let known = Set(whole.close)
      #expect(cut.series.close.dropLast().allSatisfy(known.contains), "\(length)")
    }
  }

  @Test func `dividends on lines of their own reach the bars`() throws {
    let loaded = try load(Self.daily[0].text)
    #expect(loaded.series.dividends == [0, 0.77])
    #expect(
      messages(.note, of: loaded).contains(
        "the file names 1 split, the first 4.0 for 1 on 2020-01-29; prices are taken as they stand")
    )
    #expect(messages(.repair, of: loaded) == ["1 line of words without prices left out at line 6"])
  }
}
