import PlateauColumns
import PlateauMarket

@testable import PlateauEngine

/// The price files that the reference results were computed from.
enum ReferencePrices {
  static let google = Result { try series("GOOG", "data/GOOG_daily.csv", date: "") }
  static let bitcoin = Result { try series("BTCUSD", "data/BTC-USD_daily.csv", date: "Date") }

  static func market(_ symbol: String) throws -> Market {
    switch symbol {
    case "GOOG": Market(series: try google.get(), periodsPerYear: 252)
    default: Market(series: try bitcoin.get(), periodsPerYear: 365)
    }
  }

  private static func series(_ name: String, _ path: String, date: String) throws -> PriceSeries {
    let rows = try SharedFiles.rows(path)
    return PriceSeries(
      name: name, times: try rows.map { Timestamp(try day($0[date])) },
      open: rows.map { $0.number("Open") }, high: rows.map { $0.number("High") },
      low: rows.map { $0.number("Low") }, close: rows.map { $0.number("Close") },
      volume: rows.map { $0.number("Volume") }, interval: .daily)
  }

  static func day(_ text: String) throws -> CivilDate {
    let parts = text.split(separator: "-").compactMap { Int($0) }
    let date = parts.count == 3 ? CivilDate(year: parts[0], month: parts[1], day: parts[2]) : nil
    return try required(date, "date in '\(text)'")
  }
}

extension PriceSeries {
  /// The same prices with dividends.
  func paying(_ dividends: [Double]) -> PriceSeries {
    PriceSeries(
      name: name, times: times, open: open, high: high, low: low, close: close, volume: volume,
      dividends: dividends, interval: interval)
  }
}
