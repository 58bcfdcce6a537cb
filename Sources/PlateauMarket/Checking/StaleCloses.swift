import PlateauColumns

/// Runs of equal closes, longer than this market has by chance.
///
/// Ten equal closes in a row are reported, or as many more as make a run unlikely where closes
/// often repeat: where a share p of them does, a run of n in so many bars is expected less than
/// once in a thousand such series. Bars without volume, in a series that has volume elsewhere, do
/// not count: nothing was traded, and the close was carried forward. (`VolumeAnomalies` looks at
/// those.)
enum StaleCloses {
  /// The fewest equal closes in a row that are reported.
  static let shortest = 10

  /// The runs summed up, or `nil` where there is none.
  ///
  /// - Complexity: O(bars).
  static func finding(in series: PriceSeries, lines: RowLines) -> Finding? {
    let hasVolume = series.volume.contains { $0 > 0 }
    var repeats = 0
    var steps = 0
    forEachRun(of: series, hasVolume: hasVolume) { _, length in
      steps += 1
      guard length < shortest else { return }
      repeats += max(0, length - 1)
      steps += max(0, length - 1)
    }
    let limit = limit(share: Double(repeats) / Double(max(1, steps)), bars: series.count)
    var found = Occurrences()
    var longest = 0
    forEachRun(of: series, hasVolume: hasVolume) { start, length in
      guard length >= limit else { return }
      found.add(line: lines[start], time: series.times[start])
      longest = max(longest, length)
    }
    return found.finding(.warning, .stale, "run", "runs") { counted, place in
      "\(counted) of \(limit) or more equal closes\(place)"
        + (longest > limit ? "; the longest has \(longest)" : "")
    }
  }

  /// The length from which a run is reported.
  ///
  /// - Parameters:
  ///   - share: The share of closes that equal the one before.
  ///   - bars: The number of bars.
  /// - Returns: `shortest` or more.
  static func limit(share: Double, bars: Int) -> Int {
    guard share > 0 else { return shortest }
    var length = 1
    var expected = Double(bars)
    while expected > 0.001, length < bars {
      expected *= share
      length += 1
    }
    return max(shortest, length)
  }

  /// Visits the runs of equal closes: the first bar, and the number of bars that count.
  private static func forEachRun(
    of series: PriceSeries, hasVolume: Bool, _ visit: (_ start: Int, _ length: Int) -> Void
  ) {
    var start = 0
    var length = 0
    for bar in 0..<series.count {
      if series.close[bar] != series.close[start] {
        visit(start, length)
        (start, length) = (bar, 0)
      }
      if !hasVolume || series.volume[bar] > 0 { length += 1 }
    }
    visit(start, length)
  }
}
