import PlateauColumns

/// When a market with weekends opens, pauses and closes, as its bars within the day show it.
///
/// A hole is explained by
///
/// - a pause: one that begins at the same time of day on at least one day in five;
/// - a night or a weekend between a usual end and a usual beginning: times of day at which at
///   least one in 20 such holes begins or ends, so that a clock put forward or back, and Fridays,
///   have their own;
/// - a half day: one that ends at a usual beginning, after a day with at least two fifths of the
///   usual bars.
///
/// Nothing else is, nor are three or more missing weekdays. Where there are fewer than five nights,
/// no night is judged.
struct SessionHours {
  private static let fewestNights = 5

  private let seconds: Int64
  private var begins: Set<Int> = []
  private var ends: Set<Int> = []
  private var pauses: Set<Int> = []
  /// The dates after which a night is a half day's.
  private var longDates: Set<Int> = []
  private let judgesNights: Bool

  /// Learns the hours from ascending stamps.
  ///
  /// - Parameters:
  ///   - times: The stamps of the bars.
  ///   - seconds: The interval.
  /// - Complexity: O(stamps).
  init(_ times: [Timestamp], seconds: Int) {
    self.seconds = Int64(seconds)
    var beginCounts: [Int: Int] = [:]
    var endCounts: [Int: Int] = [:]
    var pauseCounts: [Int: Int] = [:]
    var days: [(date: Int, bars: Int)] = []
    var nights = 0
    var previous: Timestamp?
    for time in times {
      let date = time.date.dayNumber
      let isSameDay = days.last?.date == date
      if isSameDay { days[days.count - 1].bars += 1 } else { days.append((date, 1)) }
      defer { previous = time }
      guard let from = previous, time.seconds - from.seconds > Int64(seconds) else { continue }
      if isSameDay {
        pauseCounts[from.secondOfDay, default: 0] += 1
      } else {
        nights += 1
        endCounts[from.secondOfDay, default: 0] += 1
        beginCounts[time.secondOfDay, default: 0] += 1
      }
    }
    judgesNights = nights >= Self.fewestNights
    let usual = { (count: Int) in count >= 2 && 20 * count >= nights }
    begins = Set(beginCounts.filter { usual($0.value) }.keys)
    ends = Set(endCounts.filter { usual($0.value) }.keys)
    pauses = Set(pauseCounts.filter { 5 * $0.value >= days.count && $0.value >= 2 }.keys)
    let bars = days.map { Double($0.bars) }.median
    longDates = Set(days.filter { Double($0.bars) >= 0.4 * bars }.map(\.date))
  }

  /// Whether bars are missing between two neighbours.
  func isGap(from: Timestamp, to: Timestamp) -> Bool {
    guard to.seconds - from.seconds > seconds else { return false }
    let (first, last) = (from.date, to.date)
    if first == last { return !pauses.contains(from.secondOfDay) }
    if PriceGaps.weekdays(between: first, and: last) >= PriceGaps.missingWeekdays { return true }
    guard judgesNights else { return false }
    guard begins.contains(to.secondOfDay) else { return true }
    return !ends.contains(from.secondOfDay) && !longDates.contains(first.dayNumber)
  }
}
