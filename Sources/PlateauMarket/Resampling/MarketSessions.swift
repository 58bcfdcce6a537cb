import PlateauColumns

/// Where the sessions of bars within the day begin, as bars longer than these are counted from it.
///
/// A market that trades 20 hours of its usual day or more is open round the clock, and has no
/// sessions. Any other begins a session where more than four hours had no bar: a night is longer,
/// and a pause at noon shorter. A session counts from its first bar, or, where that bar is late,
/// from the usual beginning before it: a time of day at which one session in 20 begins.
struct MarketSessions {
  private static let nightSeconds: Int64 = 4 * 3600
  private static let roundTheClockSeconds = 20 * 3600

  /// Whether there are no sessions.
  let isRoundTheClock: Bool
  private let seconds: Int
  private var usualBegins: [Int] = []

  /// Learns the sessions from ascending stamps.
  ///
  /// - Parameters:
  ///   - times: The stamps of the bars.
  ///   - seconds: The interval.
  /// - Complexity: O(stamps).
  init(_ times: [Timestamp], seconds: Int) {
    self.seconds = seconds
    var bars: [Double] = []
    var day: CivilDate?
    var begins: [Int: Int] = [:]
    var previous: Timestamp?
    for time in times {
      if time.date == day {
        bars[bars.count - 1] += 1
      } else {
        bars.append(1)
        day = time.date
      }
      if Self.isNight(from: previous, to: time, seconds: seconds) {
        begins[time.secondOfDay, default: 0] += 1
      }
      previous = time
    }
    isRoundTheClock = bars.median * Double(seconds) >= Double(Self.roundTheClockSeconds)
    let sessions = begins.values.reduce(0, +)
    usualBegins = begins.filter { 20 * $0.value >= sessions }.keys.sorted()
  }

  /// Whether a session begins with a bar.
  func isBeginning(_ time: Timestamp, after previous: Timestamp?) -> Bool {
    Self.isNight(from: previous, to: time, seconds: seconds)
  }

  /// The point that a session's bars are counted from, never as early as the session before.
  func origin(ofSessionFrom first: Timestamp, after previous: Timestamp?) -> Int64 {
    let usual = usualBegins.last { $0 <= first.secondOfDay } ?? first.secondOfDay
    let origin = first.seconds - Int64(first.secondOfDay - usual)
    return previous.map { origin <= $0.seconds } ?? false ? first.seconds : origin
  }

  private static func isNight(from previous: Timestamp?, to time: Timestamp, seconds: Int) -> Bool {
    guard let previous else { return true }
    return time.seconds - previous.seconds - Int64(seconds) > nightSeconds
  }
}
