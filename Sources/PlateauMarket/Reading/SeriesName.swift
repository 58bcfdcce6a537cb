/// The symbol that a file's name suggests.
enum SeriesName {
  /// The last part of a path without its ending and a trailing interval.
  ///
  /// `prices/GOOG_daily.csv` gives `GOOG`, `BTC-PERP_1m.csv.gz` gives `BTC-PERP`.
  static func suggested(by path: String) -> String {
    var name = FolderListing.split(path).name
    if name.lowercased().hasSuffix(".gz") { name.removeLast(3) }
    if let point = name.lastIndex(of: "."), point != name.startIndex {
      name = String(name[..<point])
    }
    guard let underscore = name.lastIndex(of: "_"), underscore != name.startIndex,
      isInterval(name[name.index(after: underscore)...].lowercased())
    else { return name }
    return String(name[..<underscore])
  }

  private static func isInterval(_ text: String) -> Bool {
    if ["daily", "hourly", "weekly", "monthly", "minute"].contains(text) { return true }
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    let units = ["s", "m", "min", "h", "d", "w", "wk", "mo", "y"]
    return !digits.isEmpty && units.contains(String(text.dropFirst(digits.count)))
  }
}
