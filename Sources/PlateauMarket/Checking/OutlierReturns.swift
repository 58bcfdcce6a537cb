import PlateauColumns

/// Returns above 20% that lie more than 12 median absolute deviations from the median return.
///
/// What `UnadjustedSplits` or `PriceSpikes` report is not reported again.
///
/// - Note: Source: Leys et al. (2013), "Detecting outliers", Journal of Experimental Social
///   Psychology 49(4), for the median absolute deviation; the limits are Plateau's own.
enum OutlierReturns {
  /// The smallest return that is reported.
  static let smallest = 0.2
  /// Median absolute deviations from the median.
  static let deviations = 12.0

  /// The returns summed up, or `nil` where there is none.
  ///
  /// - Complexity: O(bars).
  static func finding(in series: PriceSeries, lines: RowLines, usual: UsualReturn) -> Finding? {
    var found = Occurrences()
    for bar in series.close.indices.dropFirst() {
      let value = series.close[bar] / series.close[bar - 1] - 1
      guard value.magnitude > smallest,
        (value - usual.middle).magnitude > deviations * usual.deviation,
        UnadjustedSplits.ratio(at: bar, of: series, usual: usual) == nil,
        !PriceSpikes.isMoved(at: bar, of: series, usual: usual)
      else { continue }
      found.add(line: lines[bar], time: series.times[bar])
    }
    return found.finding(.warning, .outlier, "return", "returns") { counted, place in
      "\(counted) above 20% and far outside the usual\(place)"
    }
  }
}
