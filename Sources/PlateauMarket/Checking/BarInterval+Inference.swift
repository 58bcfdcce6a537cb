public import PlateauColumns

extension BarInterval {
  /// Finds the interval of ascending stamps from the distances between neighbours.
  ///
  /// The median distance decides: about a day, a week or a month; below a day the most frequent
  /// distance, if at least half of all neighbours keep it. One bar has no interval.
  ///
  /// - Complexity: O(bars) for the few distances that prices have.
  public init(of times: [Timestamp]) {
    let distances = Distances(times)
    guard let median = distances.median else {
      self = .irregular
      return
    }
    let hour: Int64 = 3600
    let day = 24 * hour
    // An hour more or less: days of a clock that is put forward or back.
    switch median {
    case ..<(day - hour): self = distances.usual.map { .intraday(seconds: Int($0)) } ?? .irregular
    case (day - hour)...(day + hour): self = .daily
    case (6 * day)...(8 * day): self = .weekly
    case (28 * day - hour)...(31 * day + hour): self = .monthly
    default: self = .irregular
    }
  }
}

/// How often each distance between neighbouring stamps occurs.
private struct Distances {
  /// Ascending distances, each with its count.
  private let counts: [(distance: Int64, count: Int)]
  private let total: Int

  init(_ times: [Timestamp]) {
    var counts: [Int64: Int] = [:]
    // Most neighbours are as far apart as the two before them.
    var latest: (distance: Int64, count: Int) = (0, 0)
    for row in times.indices.dropFirst() {
      let distance = times[row].seconds - times[row - 1].seconds
      if distance == latest.distance {
        latest.count += 1
      } else {
        if latest.count > 0 { counts[latest.distance, default: 0] += latest.count }
        latest = (distance, 1)
      }
    }
    if latest.count > 0 { counts[latest.distance, default: 0] += latest.count }
    self.counts = counts.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    total = max(0, times.count - 1)
  }

  /// The lower median, or `nil` where there are no two stamps.
  var median: Int64? {
    var rest = (total - 1) / 2
    for (distance, count) in counts {
      if rest < count { return distance }
      rest -= count
    }
    return nil
  }

  /// The most frequent distance, the shortest of several, if at least half of all are so long.
  var usual: Int64? {
    let most = counts.max { ($0.count, -$0.distance) < ($1.count, -$1.distance) }
    return most.flatMap { 2 * $0.count >= total ? $0.distance : nil }
  }
}
