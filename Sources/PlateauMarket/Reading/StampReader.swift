import PlateauColumns

/// Reads ISO-like dates and date-times, compact digits and epoch numbers.
///
/// `2020-01-31`, `2020/01/31`, `20200131`, each with `T` or a space and `09:30`, `09:30:00` or
/// `09:30:00.123` (the fraction is dropped), then `Z`, `UTC`, `+01:00`, `+0100` or `+01`; and
/// seconds (9 or 10 digits), milli-, micro- or nanoseconds since 1970 (13, 16, 19 digits).
struct StampReader {
  private let bytes: [UInt8]
  private var position: Int
  private let end: Int

  private init(_ bytes: [UInt8], _ cell: Cell) {
    self.bytes = bytes
    position = cell.start
    end = cell.end
  }

  static func read(_ bytes: [UInt8], _ cell: Cell) -> StampReading {
    var reader = StampReader(bytes, cell)
    return reader.readStamp()
  }

  /// Seconds since midnight of a cell that holds a time of day alone, without a zone.
  static func readClock(_ bytes: [UInt8], _ cell: Cell) -> Int? {
    var reader = StampReader(bytes, cell)
    guard let clock = reader.readClock(), reader.position == reader.end else { return nil }
    return clock
  }

  private mutating func readStamp() -> StampReading {
    guard let first = readDigits(atMost: 19) else { return .invalid(Self.notADate) }
    if position == end || (first.count >= 9 && peek == Byte.point) {
      return readNumber(first)
    }
    switch (first.count, peek) {
    case (4, Byte.minus), (4, Byte.slash), (4, Byte.point):
      guard let (month, day) = readTwoFields(separator: peek) else {
        return .invalid(Self.notADate)
      }
      return readRest(CivilDate(year: first.value, month: month, day: day))
    case (8, _): return readRest(Self.compactDate(first.value))
    case (1, Byte.slash), (1, Byte.minus), (1, Byte.point), (2, Byte.slash), (2, Byte.minus),
      (2, Byte.point):
      return readYearLast(first.value, separator: peek)
    default: return .invalid(Self.notADate)
    }
  }

  /// The time of day and the zone, if any, after a date.
  private mutating func readRest(_ date: CivilDate?) -> StampReading {
    guard let date else { return .invalid("is no day of the calendar") }
    guard position < end else { return .stamp(Stamp(date)) }
    guard Byte.isSpace(peek) || Byte.lowercased(peek) == UInt8(ascii: "t") else {
      return .invalid(Self.notADate)
    }
    position += 1
    skipSpaces()
    guard let second = readClock() else { return .invalid("has no time of day such as 09:30") }
    skipSpaces()
    guard position < end else { return .stamp(Stamp(date, secondOfDay: second)) }
    guard let offset = readZone(), position == end else {
      return .invalid("ends in no time zone such as Z or +01:00")
    }
    return .stamp(Stamp(date, secondOfDay: second, offset: offset))
  }

  /// `01/02/2020`: never taken, but the message names the day it may be.
  private mutating func readYearLast(_ first: Int, separator: UInt8) -> StampReading {
    position += 1
    guard let second = readDigits(atMost: 2), position < end, peek == separator else {
      return .invalid(Self.notADate)
    }
    position += 1
    guard let year = readDigits(atMost: 4), year.count == 4 else { return .invalid(Self.notADate) }
    let dayFirst = CivilDate(year: year.value, month: second.value, day: first)
    let monthFirst = CivilDate(year: year.value, month: first, day: second.value)
    if let dayFirst, let monthFirst, dayFirst != monthFirst {
      return .ambiguous(dayFirst: dayFirst, monthFirst: monthFirst)
    }
    guard let date = dayFirst ?? monthFirst else { return .invalid("is no day of the calendar") }
    return .invalid("puts the year last; write \(date)")
  }

  private mutating func readNumber(_ number: (value: Int, count: Int)) -> StampReading {
    if position < end {
      position += 1
      while position < end, Byte.digit(peek) != nil { position += 1 }
      guard position == end else { return .invalid(Self.notADate) }
    }
    switch number.count {
    case 8:
      guard let date = Self.compactDate(number.value) else {
        return .invalid("is no day of the calendar")
      }
      return .stamp(Stamp(date))
    case 9, 10: return .stamp(Stamp(epochSeconds: Int64(number.value)))
    case 13: return .stamp(Stamp(epochSeconds: Int64(number.value / 1000)))
    case 16: return .stamp(Stamp(epochSeconds: Int64(number.value / 1_000_000)))
    case 19: return .stamp(Stamp(epochSeconds: Int64(number.value / 1_000_000_000)))
    default: return .invalid(Self.notADate)
    }
  }

  private static let notADate = "is not a date such as 2020-01-31 or 2020-01-31 09:30"

  private static func compactDate(_ digits: Int) -> CivilDate? {
    CivilDate(year: digits / 10_000, month: digits / 100 % 100, day: digits % 100)
  }
}

// The pieces of a stamp; each leaves the position after what it read.
extension StampReader {
  /// The byte to read next; a line feed at the end of the cell, where none can be.
  private var peek: UInt8 { position < end ? bytes[position] : Byte.lineFeed }

  private mutating func skipSpaces() {
    while position < end, Byte.isSpace(bytes[position]) { position += 1 }
  }

  private mutating func readDigits(atMost limit: Int) -> (value: Int, count: Int)? {
    var value = 0
    var count = 0
    while position < end, let digit = Byte.digit(bytes[position]) {
      guard count < limit else { return nil }
      let (tens, overflows) = value.multipliedReportingOverflow(by: 10)
      let (sum, carries) = tens.addingReportingOverflow(digit)
      guard !overflows, !carries else { return nil }
      value = sum
      count += 1
      position += 1
    }
    return count == 0 ? nil : (value, count)
  }

  /// `-01-31` after a year: both fields, each after the separator.
  private mutating func readTwoFields(separator: UInt8) -> (month: Int, day: Int)? {
    position += 1
    guard let month = readDigits(atMost: 2), peek == separator else { return nil }
    position += 1
    guard let day = readDigits(atMost: 2) else { return nil }
    return (month.value, day.value)
  }

  /// `09:30`, `09:30:00` or `09:30:00.123`, as seconds since midnight.
  private mutating func readClock() -> Int? {
    guard let hour = readDigits(atMost: 2), hour.value < 24, peek == Byte.colon else { return nil }
    position += 1
    guard let minute = readDigits(atMost: 2), minute.count == 2, minute.value < 60 else {
      return nil
    }
    var second = 0
    if peek == Byte.colon {
      position += 1
      guard let seconds = readDigits(atMost: 2), seconds.count == 2, seconds.value < 60 else {
        return nil
      }
      second = seconds.value
      if peek == Byte.point {
        position += 1
        while Byte.digit(peek) != nil { position += 1 }
      }
    }
    return hour.value * 3600 + minute.value * 60 + second
  }

  /// `Z`, `UTC`, `GMT`, `+01:00`, `+0100` or `+01`, as seconds east of UTC.
  private mutating func readZone() -> Int? {
    let name = bytes[position..<end].map(Byte.lowercased)
    if [Array("z".utf8), Array("utc".utf8), Array("gmt".utf8)].contains(name) {
      position = end
      return 0
    }
    guard peek == Byte.plus || peek == Byte.minus else { return nil }
    let sign = peek == Byte.minus ? -1 : 1
    position += 1
    guard var hours = readDigits(atMost: 4) else { return nil }
    var minutes = 0
    if hours.count == 4 {
      (minutes, hours.value) = (hours.value % 100, hours.value / 100)
    } else if peek == Byte.colon {
      position += 1
      guard let field = readDigits(atMost: 2), field.count == 2 else { return nil }
      minutes = field.value
    }
    guard hours.count != 3, hours.value <= 15, minutes < 60 else { return nil }
    return sign * (hours.value * 3600 + minutes * 60)
  }
}
