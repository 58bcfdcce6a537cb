/// What a column of a price file can hold, and the header names it goes by.
enum PriceColumn: String, CaseIterable {
  case date
  case clock
  case open
  case high
  case low
  case close
  case adjustedClose = "adj_close"
  case volume
  case dividends
  case symbol

  /// Names in the order of preference, in the form that `normalised` gives.
  var headerNames: [String] {
    switch self {
    case .date:
      [
        "date", "datetime", "timestamp", "time", "day", "tradedate", "tradingdate", "opentime",
        "gmttime", "localtime", "unix", "unixtimestamp",
      ]
    case .clock: ["time"]
    case .open: ["open", "openprice", "o"]
    case .high: ["high", "highprice", "h"]
    case .low: ["low", "lowprice", "l"]
    case .close: ["close", "closeprice", "closelast", "last", "price", "c"]
    case .adjustedClose: ["adjclose", "adjustedclose", "closeadj", "closeadjusted"]
    case .volume: ["volume", "vol", "tickvolume", "tickvol", "v"]
    case .dividends: ["dividends", "dividend", "divcash"]
    case .symbol: ["symbol", "ticker"]
    }
  }

  /// A header name without case, spaces, signs and leading digits: `4. Adj. Close` is `adjclose`.
  static func normalised(_ header: String) -> String {
    let letters = header.utf8.map(Byte.lowercased).filter {
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) || Byte.digit($0) != nil
    }
    return String(decoding: letters.drop { Byte.digit($0) != nil }, as: UTF8.self)
  }

  /// The role a user means by a name such as `adjusted_close`, or `nil`.
  static func named(_ name: String) -> PriceColumn? {
    let wanted = normalised(name)
    return allCases.first {
      normalised($0.rawValue) == wanted || ($0 != .clock && $0.headerNames.contains(wanted))
    }
  }
}
