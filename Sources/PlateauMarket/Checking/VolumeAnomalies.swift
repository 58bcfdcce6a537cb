import PlateauColumns

/// Volumes that cannot be right, as the volumes around them are.
///
/// - No volume, in a series where no more than one bar in 50 has none. The last bar is left to
///   `UnfinishedBar`.
/// - More than 50 times the median of the 250 bars it stands among, and more than 20 times the
///   volume of either neighbour: news bring volume that lasts, a wrong number stands alone.
enum VolumeAnomalies {
  /// The largest share of bars without volume that is reported.
  static let emptyShare = 0.02
  /// How many times the median of the bars around it a volume must be.
  static let overMedian = 50.0
  /// How many times the volume of each neighbour it must be.
  static let overNeighbours = 20.0
  /// The fewest bars that show what is usual.
  static let fewestBars = 20
  /// The bars that a median is of.
  private static let block = 250

  /// The volumes summed up, or `nil` where there is none.
  ///
  /// - Complexity: O(bars).
  static func finding(in series: PriceSeries, lines: RowLines) -> Finding? {
    guard series.count >= fewestBars else { return nil }
    let empty = series.volume.count { $0 == 0 }
    let reportsEmpty = Double(empty) <= emptyShare * Double(series.count)
    var found = Occurrences()
    var (none, large) = (0, 0)
    var median = (block: -1, value: 0.0)
    for bar in series.volume.indices.dropLast() {
      let volume = series.volume[bar]
      if volume == 0 {
        guard reportsEmpty else { continue }
        none += 1
      } else {
        guard standsAlone(bar, in: series.volume) else { continue }
        if median.block != bar / block {
          let start = bar / block * block
          let end = min(series.count, start + block)
          median = (bar / block, Array(series.volume[start..<end]).median)
        }
        guard median.value > 0, volume > overMedian * median.value else { continue }
        large += 1
      }
      found.add(line: lines[bar], time: series.times[bar])
    }
    let parts = [
      none > 0 ? "\(none) without any" : nil,
      large > 0 ? "\(large) of more than 50 times the usual" : nil,
    ].compactMap { $0 }
    return found.finding(.warning, .volume, "volume", "volumes") { counted, place in
      "\(counted) out of the ordinary\(place): \(parts.joined(separator: ", "))"
    }
  }

  private static func standsAlone(_ bar: Int, in volume: [Double]) -> Bool {
    let limit = volume[bar] / overNeighbours
    return (bar == 0 || volume[bar - 1] < limit)
      && (bar + 1 == volume.count || volume[bar + 1] < limit)
  }
}
