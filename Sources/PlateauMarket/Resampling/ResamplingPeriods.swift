import PlateauColumns

/// The stamps of the longer bars that shorter ones belong to, told bar by bar in ascending time.
struct ResamplingPeriods {
  private let target: BarInterval
  private let sessions: MarketSessions?
  private var previous: Timestamp?
  /// What bars within the day are counted from.
  private var origin: Int64 = 0
  /// The period of the bar before, and the stamp of its first bar.
  private var current: (number: Int, stamp: Timestamp)?

  /// Creates the periods of a series.
  ///
  /// - Complexity: O(bars).
  init(of series: PriceSeries, _ target: BarInterval) {
    self.target = target
    if case .intraday(let seconds) = series.interval, case .intraday = target {
      sessions = MarketSessions(series.clockTimes, seconds: seconds)
    } else {
      sessions = nil
    }
  }

  /// The stamp of the longer bar that the next shorter one belongs to.
  mutating func stamp(of time: Timestamp) -> Timestamp {
    guard case .intraday(let seconds) = target, let sessions else { return dateStamp(of: time) }
    if !sessions.isRoundTheClock, sessions.isBeginning(time, after: previous) {
      origin = sessions.origin(ofSessionFrom: time, after: previous)
    }
    previous = time
    let length = Int64(seconds)
    // The origin of a market round the clock is midnight in 1970, before which a remainder is
    // negative.
    let rest = ((time.seconds - origin) % length + length) % length
    return Timestamp(seconds: time.seconds - rest)
  }

  /// The date of the first bar of the day, week or month.
  private mutating func dateStamp(of time: Timestamp) -> Timestamp {
    let number = Self.number(of: time.date, target)
    if let current, current.number == number { return current.stamp }
    let stamp = Timestamp(time.date)
    current = (number, stamp)
    return stamp
  }

  /// The number of the day, week or month that a date lies in.
  static func number(of date: CivilDate, _ target: BarInterval) -> Int {
    switch target {
    case .weekly: return date.dayNumber - date.weekday
    case .monthly:
      let (year, month, _) = date.parts
      return year * 12 + month
    case .daily, .intraday, .irregular: return date.dayNumber
    }
  }
}
