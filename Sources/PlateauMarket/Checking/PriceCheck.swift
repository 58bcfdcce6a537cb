import PlateauColumns

/// Judges the bars of a file.
///
/// `FindingRule.all` is the table of what is refused, repaired, warned of and remarked, with the
/// limits; each check documents its own. There is one finding a kind, with the count and the first
/// lines and bars. A bar that looks like the first after a split, or a price that comes back at
/// once, is not reported again as an outlier.
enum PriceCheck {
  /// The relative difference between prices of a bar that counts as rounding.
  static let rounding = 1e-6

  /// The warnings about a series.
  ///
  /// - Parameters:
  ///   - series: The series.
  ///   - lines: The line of each bar in its file.
  /// - Returns: At most one warning a kind, in the order of the table.
  /// - Complexity: O(bars), and no copy of a column but a bounded sample of returns.
  static func findings(in series: PriceSeries, lines: RowLines) -> [Finding] {
    let usual = UsualReturn(of: series.close)
    return [
      BarsOutsideRange.finding(in: series, lines: lines),
      PriceGaps.finding(in: series, lines: lines),
      usual.flatMap { UnadjustedSplits.finding(in: series, lines: lines, usual: $0) },
      usual.flatMap { PriceSpikes.finding(in: series, lines: lines, usual: $0) },
      usual.flatMap { OutlierReturns.finding(in: series, lines: lines, usual: $0) },
      StaleCloses.finding(in: series, lines: lines),
      VolumeAnomalies.finding(in: series, lines: lines),
      UnfinishedBar.finding(in: series, lines: lines),
    ].compactMap { $0 }
  }
}
