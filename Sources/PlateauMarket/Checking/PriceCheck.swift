import PlateauColumns

/// Judges the bars of a file.
///
/// | seen | done | severity |
/// |---|---|---|
/// | rows not in ascending time | sorted; a file in descending time is turned round | repair; note |
/// | a row twice | one is kept | repair |
/// | a stamp twice, with other prices | the last row is kept | repair |
/// | a blank or `null` price | the row is left out | repair |
/// | a blank volume | read as 0 | repair |
/// | a price that is no number, zero or negative | the file is refused, with line and column | |
/// | a high below its low | the file is refused, with the line | |
/// | an open or close outside low to high | kept | warning |
/// | a hole against the market's own calendar (`PriceGaps`) | kept | warning |
/// | a return that is an outlier (`outlierReturns`) | kept | warning |
/// | ten or more equal closes in a row | kept | warning |
///
/// "Outside" and "below" mean by more than one part in a million of the price, so that rounding in
/// a vendor's file is not reported. One finding a kind, with the count and the first line.
enum PriceCheck {
  /// The relative difference that counts as rounding.
  static let rounding = 1e-6
  /// The number of equal closes in a row that is reported.
  static let staleCloses = 10

  /// The warnings about a series.
  ///
  /// - Parameters:
  ///   - series: The series.
  ///   - lines: The line of each bar in its file.
  /// - Returns: At most one warning a kind, in the order of the table.
  static func findings(in series: PriceSeries, lines: RowLines) -> [Finding] {
    [
      impossibleBars(series, lines), PriceGaps.finding(in: series, lines: lines),
      outlierReturns(series, lines), staleCloses(series, lines),
    ].compactMap { $0 }
  }

  private static func impossibleBars(_ series: PriceSeries, _ lines: RowLines) -> Finding? {
    var found = Occurrences()
    for bar in 0..<series.count {
      let top = series.high[bar] * (1 + rounding)
      let bottom = series.low[bar] * (1 - rounding)
      let isInside =
        max(series.open[bar], series.close[bar]) <= top
        && min(series.open[bar], series.close[bar]) >= bottom
      if !isInside { found.add(line: lines[bar], time: series.times[bar]) }
    }
    return found.finding(.warning, .outsideRange, "bar", "bars") { counted, place in
      "\(counted) with the open or close outside low to high\(place)"
    }
  }

  /// Returns above 20% that lie more than 12 median absolute deviations from the median return.
  ///
  /// - Note: Source: Leys et al. (2013), "Detecting outliers", Journal of Experimental Social
  ///   Psychology 49(4), for the median absolute deviation; the limits are Plateau's own.
  private static func outlierReturns(_ series: PriceSeries, _ lines: RowLines) -> Finding? {
    let returns = zip(series.close, series.close.dropFirst()).map { $1 / $0 - 1 }
    guard let middle = median(returns),
      let deviation = median(returns.map { ($0 - middle).magnitude })
    else { return nil }
    var found = Occurrences()
    for (index, value) in returns.enumerated()
    where value.magnitude > 0.2 && (value - middle).magnitude > 12 * deviation {
      found.add(line: lines[index + 1], time: series.times[index + 1])
    }
    return found.finding(.warning, .outlier, "return", "returns") { counted, place in
      "\(counted) above 20% and far outside the usual\(place); a split or a wrong price?"
    }
  }

  private static func staleCloses(_ series: PriceSeries, _ lines: RowLines) -> Finding? {
    var found = Occurrences()
    var start = 0
    for bar in 1...series.count {
      if bar < series.count, series.close[bar] == series.close[start] { continue }
      if bar - start >= staleCloses { found.add(line: lines[start], time: series.times[start]) }
      start = bar
    }
    return found.finding(.warning, .stale, "run", "runs") { counted, place in
      "\(counted) of \(staleCloses) or more equal closes\(place)"
    }
  }

  private static func median(_ values: [Double]) -> Double? {
    guard !values.isEmpty else { return nil }
    let sorted = values.sorted()
    let upper = sorted[sorted.count / 2]
    return sorted.count % 2 == 1 ? upper : (sorted[sorted.count / 2 - 1] + upper) / 2
  }
}
