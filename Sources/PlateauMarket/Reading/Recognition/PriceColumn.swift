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
  case splits
  case symbol

  /// Names in the order of preference, in the form that `normalised` gives.
  ///
  /// Those of the common vendors in English, and those of their pages in other languages.
  var headerNames: [String] {
    switch self {
    case .date:
      [
        "date", "datetime", "timestamp", "time", "day", "tradedate", "tradingdate", "opentime",
        "gmttime", "localtime", "unix", "unixtimestamp", "datum", "data", "fecha", "dt", "t",
      ]
    case .clock: ["time", "uhrzeit", "zeit", "heure", "hora", "ora", "czas"]
    case .open:
      [
        "open", "openprice", "o", "eroffnung", "eroffn", "erster", "ouverture", "ouv", "apertura",
        "abertura", "otwarcie",
      ]
    case .high:
      [
        "high", "highprice", "h", "hoch", "tageshoch", "plushaut", "haut", "maximo", "massimo",
        "max", "maxima", "najwyzszy",
      ]
    case .low:
      [
        "low", "lowprice", "l", "tief", "tagestief", "plusbas", "bas", "minimo", "min", "minima",
        "najnizszy",
      ]
    case .close:
      [
        "close", "closeprice", "closelast", "last", "price", "c", "schluss", "schlusskurs",
        "letzter", "zuletzt", "cloture", "clot", "dernier", "cierre", "ultimo", "chiusura",
        "fechamento",
        "zamkniecie",
      ]
    case .adjustedClose:
      ["adjclose", "adjustedclose", "closeadj", "closeadjusted", "adjustedcloseprice"]
    case .volume:
      [
        "volume", "tickvolume", "tickvol", "vol", "v", "volumen", "stucke", "umsatz", "volumes",
        "wolumen",
      ]
    case .dividends: ["dividends", "dividend", "divcash", "dividendamount", "exdividend"]
    case .splits: ["stocksplits", "splits", "split", "splitfactor", "splitcoefficient"]
    case .symbol: ["symbol", "ticker", "tic"]
    }
  }

  /// A header name without case, accents, spaces, signs and leading digits: `4. Adj. Close` is
  /// `adjclose`, `Eröffnung` is `eroffnung`.
  static func normalised(_ header: String) -> String {
    let letters = header.unicodeScalars.compactMap { scalar -> UInt8? in
      let byte = Byte.lowercased(UInt8(ascii: unaccented[scalar] ?? scalar, else: Byte.space))
      let isKept = (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || Byte.digit(byte) != nil
      return isKept ? byte : nil
    }
    return String(decoding: letters.drop { Byte.digit($0) != nil }, as: UTF8.self)
  }

  /// Letters of the languages above without their accents.
  private static let unaccented: [Unicode.Scalar: Unicode.Scalar] = Dictionary(
    zip(
      "áàâäãåçéèêëíìîïñóòôöõøúùûüýżźśńłęąćÁÀÂÄÉÈÊËÍÎÓÖÚÜŻŚŁ".unicodeScalars,
      "aaaaaaceeeeiiiinoooooouuuuyzzsnleacAAAAEEEEIIOOUUZSL".unicodeScalars),
    uniquingKeysWith: { first, _ in first })

  /// The role a user means by a name such as `adjusted_close`, or `nil`.
  static func named(_ name: String) -> PriceColumn? {
    let wanted = normalised(name)
    return allCases.first {
      normalised($0.rawValue) == wanted || ($0 != .clock && $0.headerNames.contains(wanted))
    }
  }
}

extension UInt8 {
  /// The byte of an ASCII character, or another byte for any other one.
  fileprivate init(ascii scalar: Unicode.Scalar, else other: UInt8) {
    self = scalar.isASCII ? UInt8(scalar.value) : other
  }
}
