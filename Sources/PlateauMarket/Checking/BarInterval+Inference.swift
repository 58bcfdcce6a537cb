public import PlateauColumns

extension BarInterval {
  /// Finds the interval of ascending stamps from the distances between neighbours.
  ///
  /// The median distance decides: about a day, a week or a month; below a day the most frequent
  /// distance, if at least half of all neighbours keep it. One bar has no interval.
  ///
  /// - Complexity: O(bars log bars).
  public init(of times: [Timestamp]) {
    let distances = zip(times, times.dropFirst()).map { $1.seconds - $0.seconds }.sorted()
    guard !distances.isEmpty else {
      self = .irregular
      return
    }
    let hour: Int64 = 3600
    let day = 24 * hour
    // An hour more or less: days of a clock that is put forward or back.
    switch distances[(distances.count - 1) / 2] {
    case ..<(day - hour): self = Self.intraday(distances)
    case (day - hour)...(day + hour): self = .daily
    case (6 * day)...(8 * day): self = .weekly
    case (28 * day - hour)...(31 * day + hour): self = .monthly
    default: self = .irregular
    }
  }

  /// The most frequent of ascending distances, the shortest of equally frequent ones.
  private static func intraday(_ distances: [Int64]) -> BarInterval {
    var best = (distance: Int64(0), count: 0)
    var start = 0
    while start < distances.count {
      var end = start
      while end < distances.count, distances[end] == distances[start] { end += 1 }
      if end - start > best.count { best = (distances[start], end - start) }
      start = end
    }
    return 2 * best.count >= distances.count
      ? .intraday(seconds: Int(best.distance)) : .irregular
  }
}
