import PlateauColumns

extension PriceSeries {
  /// One line that says which prices these are: symbol, bars, interval, span and fingerprint.
  ///
  /// `GOOG: 2148 bars, daily, 2004-08-19 to 2013-03-01, fingerprint 1f2e…`
  public var identity: String {
    let bars = count == 1 ? "1 bar" : "\(count) bars"
    let span =
      if let first = times.first, let last = times.last {
        first == last ? ", \(first)" : ", \(first) to \(last)"
      } else {
        ""
      }
    let origin = isSynthetic ? ", synthetic" : ""
    return
      "\(name): \(bars), \(interval.description)\(span)\(origin), fingerprint \(fingerprint.short)"
  }
}
