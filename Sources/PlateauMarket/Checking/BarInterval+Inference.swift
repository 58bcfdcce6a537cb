public import PlateauColumns

extension BarInterval {
  /// Finds the interval of ascending stamps from the distances between neighbours.
  ///
  /// The median distance decides: about a day, a week or a month; below a day the most frequent
  /// distance, if at least half of all neighbours keep it. One bar has no interval.
  ///
  /// - Complexity: O(bars + d log d) with d different distances.
  public init(of times: [Timestamp]) {
    let distances = Self.countedDistances(of: times)
    guard !distances.isEmpty else {
      self = .irregular
      return
    }
    let hour: Int64 = 3600
    let day = 24 * hour
    // An hour more or less: days of a clock that is put forward or back.
    switch Self.median(distances) {
    case ..<(day - hour): self = Self.intraday(distances)
    case (day - hour)...(day + hour): self = .daily
    case (6 * day)...(8 * day): self = .weekly
    case (28 * day - hour)...(31 * day + hour): self = .monthly
    default: self = .irregular
    }
  }

  /// Distances between neighbours in ascending order, with how many neighbours keep each.
  private static func countedDistances(of times: [Timestamp]) -> [(distance: Int64, count: Int)] {
    var counts: [Int64: Int] = [:]
    // Neighbours mostly keep the distance of the neighbours before: those need no look-up.
    var run = (distance: Int64(0), count: 0)
    for (from, to) in zip(times, times.dropFirst()) {
      let distance = to.seconds - from.seconds
      if distance != run.distance {
        if run.count > 0 { counts[run.distance, default: 0] += run.count }
        run = (distance, 0)
      }
      run.count += 1
    }
    if run.count > 0 { counts[run.distance, default: 0] += run.count }
    return counts.sorted { $0.key < $1.key }.map { (distance: $0.key, count: $0.value) }
  }

  /// The middle distance, the lower of two.
  private static func median(_ distances: [(distance: Int64, count: Int)]) -> Int64 {
    var left = (distances.reduce(0) { $0 + $1.count } - 1) / 2
    for (distance, count) in distances {
      if left < count { return distance }
      left -= count
    }
    return 0
  }

  /// The most frequent of ascending distances, the shortest of equally frequent ones.
  private static func intraday(_ distances: [(distance: Int64, count: Int)]) -> BarInterval {
    var best = (distance: Int64(0), count: 0)
    for entry in distances where entry.count > best.count { best = entry }
    let all = distances.reduce(0) { $0 + $1.count }
    return 2 * best.count >= all ? .intraday(seconds: Int(best.distance)) : .irregular
  }
}
