import PlateauColumns

/// Bars whose open or close lies outside their low to high.
enum BarsOutsideRange {
  /// The bars summed up, or `nil` where there is none.
  ///
  /// - Complexity: O(bars).
  static func finding(in series: PriceSeries, lines: RowLines) -> Finding? {
    var found = Occurrences()
    for bar in 0..<series.count {
      let top = series.high[bar] * (1 + PriceCheck.rounding)
      let bottom = series.low[bar] * (1 - PriceCheck.rounding)
      let (open, close) = (series.open[bar], series.close[bar])
      if max(open, close) > top || min(open, close) < bottom {
        found.add(line: lines[bar], time: series.times[bar])
      }
    }
    return found.finding(.warning, .outsideRange, "bar", "bars") { counted, place in
      "\(counted) with the open or close outside low to high\(place)"
    }
  }
}
