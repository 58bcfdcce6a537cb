/// The orders in which exchanges put the values of a kline, which has no names.
///
/// The number of values and the prices themselves tell the exchange: of the orders that are in use,
/// only one has its high above and its low below the other prices in every row.
///
/// - Note: Sources: the public API references of the exchanges named beside the layouts.
enum KlineLayout {
  private static let layouts: [[String]] = [
    // ccxt and many libraries; Coinbase; Bitfinex.
    ["time", "open", "high", "low", "close", "volume"],
    ["time", "low", "high", "open", "close", "volume"],
    ["time", "open", "close", "high", "low", "volume"],
    // Bybit; KuCoin.
    ["time", "open", "high", "low", "close", "volume", "turnover"],
    ["time", "open", "close", "high", "low", "volume", "turnover"],
    // Kraken; Gate.
    ["time", "open", "high", "low", "close", "vwap", "volume", "count"],
    ["time", "quote volume", "close", "high", "low", "open", "volume", "closed"],
    // OKX.
    [
      "time", "open", "high", "low", "close", "volume", "currency volume", "quote volume",
      "confirmed",
    ],
    // Binance.
    [
      "open time", "open", "high", "low", "close", "volume", "close time", "quote volume", "trades",
      "taker base volume", "taker quote volume", "ignore",
    ],
  ]

  /// The names of the columns of rows, or none where no layout or more than one can be theirs.
  ///
  /// - Complexity: O(1): a thousand rows are looked at.
  static func names(of rows: JSONChildren, in document: JSONDocument) -> [String] {
    let sample = rows.prefix(1000).map { row in
      document.children(of: row).prefix(16).map { number($0, in: document) }
    }
    let fitting = layouts.filter { layout in sample.allSatisfy { fits($0, layout) } }
    return fitting.count == 1 ? fitting[0] : []
  }

  private static func fits(_ row: [Double?], _ layout: [String]) -> Bool {
    guard row.count == layout.count else { return false }
    let value = { (name: String) in layout.firstIndex(of: name).flatMap { row[$0] } }
    guard let time = row[0], time >= 1e8, let open = value("open"), let high = value("high"),
      let low = value("low"), let close = value("close")
    else { return false }
    return low > 0 && high >= max(open, close) && low <= min(open, close)
  }

  private static func number(_ node: Int, in document: JSONDocument) -> Double? {
    guard document.isScalar(node) else { return nil }
    let text = JSONScalar.content(document.bytes, at: Int(document.nodes[node].offset))
    return Double(String(decoding: text, as: UTF8.self)).flatMap { $0.isFinite ? $0 : nil }
  }
}
