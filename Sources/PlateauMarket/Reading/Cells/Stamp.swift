import PlateauColumns

/// A date or date-time as a file writes it: the clock on the wall and, where given, its zone.
struct Stamp: Equatable {
  /// Seconds since 1970-01-01 00:00 on the file's own clock.
  var localSeconds: Int64
  /// Seconds east of UTC, or `nil` where the file does not say.
  var offset: Int?
  /// Whether the stamp gives a time of day.
  var hasClock: Bool

  /// Creates the stamp of a day without a time of day.
  init(_ date: CivilDate) {
    localSeconds = Timestamp(date).seconds
    hasClock = false
  }

  /// Creates the stamp of a time of day.
  init(_ date: CivilDate, secondOfDay: Int, offset: Int? = nil) {
    localSeconds = Timestamp(date, secondOfDay: secondOfDay).seconds
    self.offset = offset
    hasClock = true
  }

  /// Creates a stamp from seconds since 1970 in UTC.
  init(epochSeconds: Int64) {
    localSeconds = epochSeconds
    offset = 0
    hasClock = true
  }
}

/// What a cell of a date column turned out to be.
enum StampReading: Equatable {
  case stamp(Stamp)
  /// Day and month could be swapped: both readings.
  case ambiguous(dayFirst: CivilDate, monthFirst: CivilDate)
  /// No stamp, and why: the end of a sentence that begins with the cell's text.
  case invalid(String)
}
