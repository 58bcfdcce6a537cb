import PlateauColumns

/// Where the sessions of a series begin and end.
///
/// A session is a date. Its last bar is told from the clock and the sessions before it: it is the
/// one that stands at, or after, the time of day at which dates of its weekday have lately ended. A
/// date that ends earlier, such as a half day, has no such bar; nobody trading it could have known
/// that its last bar was the last.
public struct SessionCalendar: Sendable {
  /// Whether each bar is the first of its date.
  public let isFirst: [Bool]
  /// Whether each bar is its session's last.
  public let isLast: [Bool]

  /// Finds the sessions of a series.
  ///
  /// Every bar of a day or longer is its session's last.
  ///
  /// - Parameter series: The prices.
  /// - Complexity: O(bars).
  public init(_ series: PriceSeries) {
    let dates = series.clockTimes.map(\.date)
    isFirst = dates.indices.map { $0 == 0 || dates[$0] != dates[$0 - 1] }
    switch series.interval {
    case .daily, .weekly, .monthly:
      isLast = dates.map { _ in true }
    case .intraday, .irregular:
      var ends = UsualEnds()
      var usual: Int?
      var isLast: [Bool] = []
      isLast.reserveCapacity(dates.count)
      for (bar, time) in series.clockTimes.enumerated() {
        if isFirst[bar] {
          if bar > 0 { ends.add(series.clockTimes[bar - 1].secondOfDay, on: dates[bar - 1]) }
          usual = ends.usual(on: dates[bar])
        }
        isLast.append(usual.map { time.secondOfDay >= $0 } ?? false)
      }
      self.isLast = isLast
    }
  }
}

/// When past dates ended.
private struct UsualEnds {
  /// Dates that count: enough that a half day changes nothing, few enough to follow the clock.
  private static let memory = 5

  /// The latest ends of each weekday from Monday on, and of all days.
  private var latest = [[Int]](repeating: [], count: 8)

  /// Notes the second of the day at which a date ended.
  mutating func add(_ second: Int, on date: CivilDate) {
    for list in [date.weekday - 1, 7] {
      latest[list] = latest[list].suffix(Self.memory - 1) + [second]
    }
  }

  /// The most frequent of the latest ends of a date's weekday, the later of several; of all days
  /// while there was no such weekday, and `nil` before there was any.
  func usual(on date: CivilDate) -> Int? {
    let known = latest[date.weekday - 1].isEmpty ? latest[7] : latest[date.weekday - 1]
    var counts: [Int: Int] = [:]
    for second in known { counts[second, default: 0] += 1 }
    return counts.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key
  }
}
