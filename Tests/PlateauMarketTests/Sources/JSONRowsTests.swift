import PlateauColumns
import Testing

@testable import PlateauMarket

/// The rows of a JSON text as lines.
func lines(ofJSON text: String) throws -> [String] {
  let bytes = try JSONRows.delimited(Array(text.utf8))
  return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
}

@Suite struct JSONRowsTests {
  // The answers below have the shape of the services' own documentation, with few rows.

  @Test func `klines of Binance get the names of its columns`() throws {
    let text = """
      [[1577836800000,"7195.24000000","7255.00000000","7175.15000000","7200.85000000",
      "16792.38816500",1577923199999,"121214452.11606228",194010,"8946.95553500",
      "64597785.21233434","0"],
      [1577923200000,"7200.77000000","7212.50000000","6924.74000000","6965.71000000",
      "31951.48393200",1578009599999,"225982341.30114030",302667,"15141.61134000",
      "107060829.07806464","0"]]
      """
    #expect(
      try lines(ofJSON: text) == [
        "open time,open,high,low,close,volume,close time,quote volume,trades,taker base volume,"
          + "taker quote volume,ignore",
        "1577836800000,7195.24000000,7255.00000000,7175.15000000,7200.85000000,16792.38816500,"
          + "1577923199999,121214452.11606228,194010,8946.95553500,64597785.21233434,0",
        "1577923200000,7200.77000000,7212.50000000,6924.74000000,6965.71000000,31951.48393200,"
          + "1578009599999,225982341.30114030,302667,15141.61134000,107060829.07806464,0",
      ])
  }

  @Test(arguments: [
    ("[1415398768, 0.32, 4.2, 0.35, 4.0, 12.3]", "time,low,high,open,close,volume"),
    ("[1415398768000, 0.35, 4.0, 4.2, 0.32, 12.3]", "time,open,close,high,low,volume"),
    ("[1415398768, 0.35, 4.2, 0.32, 4.0, 12.3]", "time,open,high,low,close,volume"),
    (
      "[1616662740,\"52591.9\",\"52599.9\",\"52591.8\",\"52599.9\",\"52599.1\",\"0.1\",5]",
      "time,open,high,low,close,vwap,volume,count"
    ),
    (
      "[\"1545904980\",\"0.058\",\"0.049\",\"0.059\",\"0.048\",\"0.018\",\"0.000945\"]",
      "time,open,close,high,low,volume,turnover"
    ),
  ])
  func `the prices tell in which order an exchange gives them`(row: String, names: String) throws {
    #expect(try lines(ofJSON: "[\(row)]").first == names)
  }

  @Test func `rows that fit no order or several have no header`() throws {
    // The high is below the close in each order; then all prices are the same.
    #expect(try lines(ofJSON: "[[1415398768,1,2,3,4,5]]") == ["1415398768,1,2,3,4,5"])
    #expect(try lines(ofJSON: "[[1415398768,1,1,1,1,5]]") == ["1415398768,1,1,1,1,5"])
    #expect(
      try lines(ofJSON: "[[1415398768,1],[1415398769,2]]") == ["1415398768,1", "1415398769,2"])
  }

  @Test func `a first row of names is the header`() throws {
    #expect(
      try lines(ofJSON: #"[["Date","Close"],["2020-01-30",1.50]]"#)
        == ["Date,Close", "2020-01-30,1.50"])
  }

  @Test func `objects become rows under the keys of all of them`() throws {
    let text = """
      [{"date":"2020-01-30","close":1.10,"note":null},
       {"close":2e-3,"date":"2020-01-31","split":2,"tags":["a"]},
       {"date":"2020-02-03"}]
      """
    #expect(
      try lines(ofJSON: text) == [
        "date,close,note,split", "2020-01-30,1.10,,", "2020-01-31,2e-3,,2", "2020-02-03,,,",
      ])
  }

  @Test func `objects a line after the other are rows`() throws {
    let text = "{\"t\":\"2020-01-30\",\"c\":1}\n{\"t\":\"2020-01-31\",\"c\":2}\r\n"
    #expect(try lines(ofJSON: text) == ["t,c", "2020-01-30,1", "2020-01-31,2"])
  }

  @Test(arguments: [
    #"{"data":[{"t":1,"c":2}]}"#, #"{"status":"ok","result":{"list":[{"t":1,"c":2}],"n":1}}"#,
    #"{"symbol":"A","historical":[{"t":1,"c":2}]}"#,
    #"{"error":[],"result":{"XXBTZUSD":[{"t":1,"c":2}],"last":7}}"#,
    #"{"market_caps":[[1,3]],"prices":[{"t":1,"c":2}],"total_volumes":[[1,4]]}"#,
  ])
  func `rows are found under a key`(text: String) throws {
    #expect(try lines(ofJSON: text) == ["t,c", "1,2"])
  }

  @Test func `rows under their dates are those of Alpha Vantage`() throws {
    let text = """
      {"Meta Data": {"1. Information": "Daily Prices", "2. Symbol": "IBM"},
       "Time Series (Daily)": {
         "2020-01-31": {"1. open": "136.6", "4. close": "143.7300", "5. volume": "18546"},
         "2020-01-30": {"1. open": "137.0", "4. close": "136.7700", "5. volume": "12050"}}}
      """
    #expect(
      try lines(ofJSON: text) == [
        "date,1. open,4. close,5. volume", "2020-01-31,136.6,143.7300,18546",
        "2020-01-30,137.0,136.7700,12050",
      ])
  }

  @Test func `columns side by side are those of Finnhub and TradingView`() throws {
    #expect(
      try lines(ofJSON: #"{"c":[217.68,221.03],"o":[1,2],"s":"ok","t":[1569297600,1569384000]}"#)
        == ["c,o,t", "217.68,1,1569297600", "221.03,2,1569384000"])
  }

  @Test func `a chart of Yahoo gives its quotes and its adjusted closes`() throws {
    let text = """
      {"chart":{"result":[{"meta":{"symbol":"A","validRanges":["1d","5d","1mo"],
      "tradingPeriods":[[{"start":1,"end":2}]]},"timestamp":[1580394600,1580481000],
      "events":{"dividends":{"1580394600":{"amount":0.5,"date":1580394600}}},
      "indicators":{"quote":[{"open":[1.5,null],"close":[2.25,3],"volume":[7,8]}],
      "adjclose":[{"adjclose":[2.0,2.9]}]}}],"error":null}}
      """
    #expect(
      try lines(ofJSON: text) == [
        "timestamp,open,close,volume,adjclose", "1580394600,1.5,2.25,7,2.0", "1580481000,,3,8,2.9",
      ])
  }

  @Test func `the layouts of pandas are rows`() throws {
    // Written by pandas 2: DataFrame.to_json(orient=…).
    let split = #"{"columns":["Open","Close"],"index":["2020-01-30"],"data":[[1.0,2.0]]}"#
    #expect(try lines(ofJSON: split) == [",Open,Close", "2020-01-30,1.0,2.0"])
    let columns =
      #"{"Open":{"1580342400000":1.0,"1580428800000":3.0},"#
      + #""Close":{"1580342400000":2.0,"1580428800000":null}}"#
    #expect(
      try lines(ofJSON: columns) == [
        ",Open,Close", "1580342400000,1.0,2.0",
        "1580428800000,3.0,",
      ])
    let index = #"{"0":{"Date":"2020-01-30","Close":1},"1":{"Date":"2020-01-31","Close":2}}"#
    #expect(try lines(ofJSON: index) == [",Date,Close", "0,2020-01-30,1", "1,2020-01-31,2"])
    let list = #"{"Date":["2020-01-30","2020-01-31"],"Close":[1,2]}"#
    #expect(try lines(ofJSON: list) == ["Date,Close", "2020-01-30,1", "2020-01-31,2"])
  }

  @Test func `texts lose their escapes and keep their delimiters`() throws {
    let text = #"[{"date":"a\u0041\u00e9\ud83d\ude00\/\\","n\"ame":"x, \"y\"","s":" z"}]"#
    #expect(
      try lines(ofJSON: text) == [#"date,"n""ame",s"#, #"aAé😀/\,"x, ""y""","# + "\" z\""])
    let bytes = try JSONRows.delimited(Array(#"[{"a":"1\n2","b":"\ud83d\u0041"}]"#.utf8))
    #expect(String(decoding: bytes, as: UTF8.self) == "a,b\n\"1\n2\",\u{FFFD}A\n")
  }

  @Test func `only texts that begin like JSON are taken for it`() {
    for text in ["[[1", "{\"a\"", " \n[ {", "[]", "{}", "\u{FEFF}[1", "[-1", "[null"] {
      #expect(JSONRows.looksLikeJSON(Array(text.utf8)[...]), "\(text)")
    }
    for text in ["", "[", "{", "Date,Close", "[Prices]\n", "{a}", "2020-01-30,1", "\"Date\""] {
      #expect(!JSONRows.looksLikeJSON(Array(text.utf8)[...]), "\(text)")
    }
  }

  @Test func `numbers of many digits reach the row unchanged`() throws {
    let number = "0.1000000000000000055511151231257827021181583404541015625"
    #expect(try lines(ofJSON: "[[1,\(number)],[-0,1E+400]]") == ["1,\(number)", "-0,1E+400"])
  }
}
