import PlateauColumns

/// Reads the stamps of most files, `2020-01-31` or `20200131` with or without a time of day, and
/// remembers the month.
struct MonthDays {
  /// Year and month of the latest stamp, as `202001`, and the day before that month's first.
  private var month = -1
  private var dayBefore: Int64 = 0
  private var length = 0

  /// Reads a stamp without a zone and moves behind it; `nil`, at an unknown place, for any other
  /// form.
  ///
  /// - Returns: Seconds since 1970 on the clock of the text.
  @inline(__always)
  mutating func readStamp(_ place: inout UnsafePointer<UInt8>) -> Int64? {
    guard let year = Self.four(place) else { return nil }
    let separator = place[4]
    // Without separators, the month's first digit stands here.
    let isCompact = separator &- 48 < 10
    guard isCompact || separator == Byte.minus || separator == Byte.point || separator == Byte.slash
    else { return nil }
    let skip = isCompact ? 0 : 1
    guard let month = Self.two(place + 4 + skip), isCompact || place[7] == separator,
      let day = Self.two(place + 6 + 2 * skip)
    else { return nil }
    if year * 100 + month != self.month {
      guard let first = CivilDate(year: year, month: month, day: 1) else { return nil }
      self.month = year * 100 + month
      dayBefore = Int64(first.dayNumber) - 1
      length = CivilDate.days(inMonth: month, of: year)
    }
    guard day >= 1, day <= length else { return nil }
    let midnight = (dayBefore + Int64(day)) * 86_400
    place += isCompact ? 8 : 10
    guard place.pointee == Byte.space || place.pointee == UInt8(ascii: "T") else {
      // A ninth digit: no date, but a count of seconds.
      return place.pointee &- 48 < 10 ? nil : midnight
    }
    place += 1
    return Self.readClock(&place).map { midnight + Int64($0) }
  }

  /// Reads `09:30`, `09:30:00` or `093000` and moves behind it; `nil`, at an unknown place, for any
  /// other form.
  @inline(__always)
  static func readClock(_ place: inout UnsafePointer<UInt8>) -> Int? {
    guard let hour = two(place), hour < 24 else { return nil }
    guard place[2] == Byte.colon else {
      guard let minute = two(place + 2), let second = two(place + 4), minute < 60, second < 60
      else { return nil }
      place += 6
      return hour * 3600 + minute * 60 + second
    }
    guard let minute = two(place + 3), minute < 60 else { return nil }
    place += 5
    guard place.pointee == Byte.colon else { return hour * 3600 + minute * 60 }
    guard let second = two(place + 1), second < 60 else { return nil }
    place += 3
    return hour * 3600 + minute * 60 + second
  }

  /// Two digits; the byte after the first is only read where that is a digit.
  @inline(__always)
  private static func two(_ place: UnsafePointer<UInt8>) -> Int? {
    let tens = place[0] &- 48
    guard tens < 10 else { return nil }
    let ones = place[1] &- 48
    return ones < 10 ? Int(tens) * 10 + Int(ones) : nil
  }

  @inline(__always)
  private static func four(_ place: UnsafePointer<UInt8>) -> Int? {
    guard let high = two(place), let low = two(place + 2) else { return nil }
    return high * 100 + low
  }
}
