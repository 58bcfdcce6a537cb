/// A point in time in whole seconds, as prices carry it.
///
/// Prices without a time zone are read as UTC, so a bar keeps the clock time of its file.
public struct Timestamp: Hashable, Comparable, Sendable {
  /// Seconds since 1970-01-01 00:00:00 UTC.
  public let seconds: Int64

  /// Creates a point in time from seconds since 1970-01-01 00:00:00 UTC.
  public init(seconds: Int64) {
    self.seconds = seconds
  }

  /// Creates a point in time from a date and the seconds since its midnight.
  public init(_ date: CivilDate, secondOfDay: Int = 0) {
    seconds = Int64(date.dayNumber) * 86_400 + Int64(secondOfDay)
  }

  /// The calendar day this point lies in.
  public var date: CivilDate {
    CivilDate(dayNumber: Int((Double(seconds) / 86_400).rounded(.down)))
  }

  /// Seconds since midnight: 0 to 86 399.
  public var secondOfDay: Int {
    Int(seconds - Int64(date.dayNumber) * 86_400)
  }

  /// Orders points by time.
  public static func < (left: Timestamp, right: Timestamp) -> Bool {
    left.seconds < right.seconds
  }
}

extension Timestamp: CustomStringConvertible {
  /// The day alone at midnight (`2020-01-31`), with the time otherwise (`2020-01-31T09:30:00`).
  public var description: String {
    guard secondOfDay != 0 else { return date.description }
    return "\(date)T\(clock)"
  }

  /// The time of day as `09:30:00`.
  public var clock: String {
    let second = secondOfDay
    return "\((second / 3600).padded(to: 2)):\((second / 60 % 60).padded(to: 2)):"
      + (second % 60).padded(to: 2)
  }
}
