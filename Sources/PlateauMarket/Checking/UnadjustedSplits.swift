import PlateauColumns

/// Jumps by the ratio of a split, from one level of prices to another.
///
/// The close moves by 2, 3, 4, 5, 10, 20 or 1.5 to 1, or the other way round; the bar opens there
/// already, overlaps the bar before nowhere, and prices stay. The ratio may be missed by 3%, or by
/// four times the usual return where that is more, up to 10%; and it must lie far outside the
/// usual: more than 12 median absolute deviations.
enum UnadjustedSplits {
  /// What becomes of so many shares.
  struct Ratio: Hashable {
    let new: Int
    let old: Int

    /// The ratio as it is announced: `2:1`, and `1:10` of a reverse split.
    var text: String { "\(new):\(old)" }
  }

  /// The ratios that are looked for; those of reverse splits are their inverses.
  static let ratios = [(2, 1), (3, 1), (4, 1), (5, 1), (10, 1), (20, 1), (3, 2)]
    .map { Ratio(new: $0.0, old: $0.1) }
  /// The bars on either side that must be on its level.
  private static let levelBars = 5

  /// The jumps summed up, or `nil` where there is none.
  ///
  /// - Complexity: O(bars).
  static func finding(in series: PriceSeries, lines: RowLines, usual: UsualReturn) -> Finding? {
    var found = Occurrences()
    var first: (ratio: Ratio, time: Timestamp)?
    for bar in series.close.indices.dropFirst() {
      guard let ratio = ratio(at: bar, of: series, usual: usual) else { continue }
      found.add(line: lines[bar], time: series.times[bar])
      first = first ?? (ratio, series.times[bar])
    }
    guard let first else { return nil }
    return found.finding(.warning, .split, "jump", "jumps") { counted, place in
      "\(counted) as of a split\(place): \(first.ratio.text) on \(first.time); "
        + "are the prices not adjusted for it?"
    }
  }

  /// The split that a bar looks like the first bar after, or `nil`.
  ///
  /// - Complexity: O(1).
  static func ratio(at bar: Int, of series: PriceSeries, usual: UsualReturn) -> Ratio? {
    let (before, after) = (series.close[bar - 1], series.close[bar])
    let factor = before / after
    // The smallest ratio is 1.5, less the largest tolerance.
    guard factor > 1.35 || factor < 1 / 1.35 else { return nil }
    let isReverse = factor < 1
    let tolerance = min(0.1, max(0.03, 4 * usual.deviation))
    for ratio in ratios {
      let exact = Double(ratio.new) / Double(ratio.old)
      let wanted = isReverse ? 1 / exact : exact
      let atOpen = before / series.open[bar]
      guard (factor / wanted - 1).magnitude <= tolerance,
        (atOpen / wanted - 1).magnitude <= tolerance,
        (after / before - 1).magnitude > 12 * usual.deviation,
        isApart(bar, in: series), stays(bar, in: series.close)
      else { continue }
      return isReverse ? Ratio(new: ratio.old, old: ratio.new) : ratio
    }
    return nil
  }

  /// Whether a bar overlaps the one before nowhere.
  private static func isApart(_ bar: Int, in series: PriceSeries) -> Bool {
    series.high[bar] < series.low[bar - 1] || series.low[bar] > series.high[bar - 1]
  }

  /// Whether the closes before a bar and from it on are on two levels.
  private static func stays(_ bar: Int, in close: [Double]) -> Bool {
    let (before, after) = (close[bar - 1], close[bar])
    // The middle by ratio: nearer to one level is less than halfway to the other.
    let middle = (before * after).squareRoot()
    let isUp = after > before
    let earlier = close[max(0, bar - levelBars)..<bar]
    let later = close[bar..<min(close.count, bar + levelBars)]
    return earlier.allSatisfy { ($0 < middle) == isUp }
      && later.allSatisfy { ($0 > middle) == isUp }
  }
}
