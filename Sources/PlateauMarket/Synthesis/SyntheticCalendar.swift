import PlateauColumns

/// The stamps of synthetic bars.
///
/// Daily bars lie on Mondays to Fridays, without holidays. Intraday bars lie in a session of seven
/// hours that opens at 09:00 on those days, stamped at their start; a last, shorter bar of a day is
/// left out. Weekly bars lie on the weekday of the first, monthly ones on its day of the month.
struct SyntheticCalendar {
  /// When a session opens and how long it lasts, in seconds.
  static let session = (opens: 9 * 3600, lasts: 7 * 3600)

  let interval: BarInterval
  /// Bars in a session; 1 for bars of a day or more.
  let barsPerSession: Int
  private let start: CivilDate

  /// Creates the calendar of an interval, or `nil` for one that synthetic bars cannot have.
  init?(_ interval: BarInterval, start: CivilDate) {
    self.interval = interval
    self.start = start
    switch interval {
    case .daily, .weekly, .monthly: barsPerSession = 1
    case .intraday(let seconds):
      guard seconds > 0, seconds <= Self.session.lasts else { return nil }
      barsPerSession = Self.session.lasts / seconds
    case .irregular: return nil
    }
  }

  /// Bars in a year.
  var periodsPerYear: Double {
    switch interval {
    case .weekly: 52
    case .monthly: 12
    default: 252 * Double(barsPerSession)
    }
  }

  /// The stamps of the first `count` bars, or `nil` if they go on after the year 9999.
  func stamps(_ count: Int) -> [Timestamp]? {
    var stamps: [Timestamp] = []
    stamps.reserveCapacity(count)
    let lastDay = 2_932_896  // 9999-12-31
    var period = 0
    var day = firstDay
    while stamps.count < count {
      guard day.dayNumber <= lastDay else { return nil }
      for slot in 0..<min(barsPerSession, count - stamps.count) {
        stamps.append(Timestamp(day, secondOfDay: second(of: slot)))
      }
      period += 1
      let following = next(after: day, period: period)
      guard following > day || stamps.count == count else { return nil }
      day = following
    }
    return stamps
  }

  private func second(of slot: Int) -> Int {
    guard case .intraday(let seconds) = interval else { return 0 }
    return Self.session.opens + slot * seconds
  }

  /// The start, moved to Monday from a weekend where bars lie on weekdays.
  private var firstDay: CivilDate {
    switch interval {
    case .weekly, .monthly: start
    default: start.weekday <= 5 ? start : CivilDate(dayNumber: start.dayNumber + 8 - start.weekday)
    }
  }

  private func next(after day: CivilDate, period: Int) -> CivilDate {
    switch interval {
    case .weekly: CivilDate(dayNumber: day.dayNumber + 7)
    case .monthly: start.subtracting(months: -period)
    default: CivilDate(dayNumber: day.dayNumber + (day.weekday >= 5 ? 8 - day.weekday : 1))
    }
  }
}
