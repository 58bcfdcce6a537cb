import PlateauColumns

/// Reads dates and date-times as price files write them.
///
/// | form | examples |
/// |---|---|
/// | year first | `2020-01-31` `2020/1/31` `2020.01.31` `20200131` |
/// | year last, in a known order | `31.01.2020` `01/31/2020` `31-01-20` |
/// | with a name of the month | `31-Jan-2020` `31 January 20` `Jan 31, 2020` `2020-Jan-31` |
/// | with a time of day, after `T`, spaces or a comma | `09:30` `09:30:00.123` `9:30 PM` `093000` |
/// | with a zone behind it | `Z` `UTC` `+01:00` `+0100` `+01` |
/// | seconds, milli-, micro- or nanoseconds since 1970 | 9 or 10, 13, 16, 19 digits |
///
/// Fractions of seconds are dropped. Years of two digits are those from 1969 through 2068,
/// as in POSIX.
struct StampReader {
  private var pieces: StampPieces
  private let order: DateOrder?

  /// Reads a cell.
  ///
  /// - Parameters:
  ///   - bytes: The text.
  ///   - cell: The cell's place in it.
  ///   - order: The order of the parts where the year does not stand first; `nil` where it is not
  ///     known, which makes `01/02/2020` ambiguous.
  /// - Returns: What the cell turned out to be.
  static func read(_ bytes: TextBytes, _ cell: Cell, order: DateOrder? = nil) -> StampReading {
    var reader = StampReader(pieces: StampPieces(bytes, cell), order: order)
    return reader.readStamp()
  }

  /// Seconds since midnight of a cell that holds a time of day alone, without a zone.
  static func readClock(_ bytes: TextBytes, _ cell: Cell) -> Int? {
    var pieces = StampPieces(bytes, cell)
    guard let clock = pieces.readClock(), pieces.isAtEnd else { return nil }
    return clock
  }

  /// The first two numbers of a date of three, the last of which may be its year; else `nil`.
  static func partsBeforeYear(
    _ bytes: TextBytes, _ cell: Cell
  ) -> (first: Int, second: Int, hasShortYear: Bool)? {
    var pieces = StampPieces(bytes, cell)
    guard let first = pieces.readDigits(atMost: 4), first.count <= 2,
      let separator = pieces.readSeparator(), let second = pieces.readDigits(atMost: 2),
      pieces.readSeparator() == separator, let year = pieces.readDigits(atMost: 4),
      year.count == 2 || year.count == 4
    else { return nil }
    return (first.value, second.value, year.count == 2)
  }

  private mutating func readStamp() -> StampReading {
    guard let first = pieces.readDigits(atMost: 19) else { return readMonthFirst() }
    if pieces.isAtEnd || (first.count >= 9 && pieces.peek == Byte.point) {
      return readNumber(first)
    }
    if first.count == 8 { return readRest(Self.compactDate(first.value)) }
    let separator = pieces.readSeparator()
    if let month = pieces.readMonthName() {
      // 31-Jan-2020, 31Jan2020 or 2020-Jan-31.
      _ = pieces.readSeparator()
      guard let last = pieces.readDigits(atMost: 4) else { return .invalid(Self.notADate) }
      let (year, day) = first.count == 4 ? (first, last) : (last, first)
      return readRest(date(year: year, month: month, day: day))
    }
    guard let separator, let second = pieces.readDigits(atMost: 2) else {
      return .invalid(Self.notADate)
    }
    guard pieces.readSeparator() == separator, let third = pieces.readDigits(atMost: 4) else {
      return .invalid(Self.notADate)
    }
    if first.count == 4 { return readRest(date(year: first, month: second.value, day: third)) }
    guard first.count <= 2, second.count <= 2, third.count == 2 || third.count == 4 else {
      return .invalid(Self.notADate)
    }
    return readUnordered(first, second, third)
  }

  /// `01/02/2020` in the order that is known, or that only one reading allows.
  private mutating func readUnordered(
    _ first: StampPieces.Digits, _ second: StampPieces.Digits, _ third: StampPieces.Digits
  ) -> StampReading {
    let dayFirst = date(year: third, month: second.value, day: first)
    let monthFirst = date(year: third, month: first.value, day: second)
    switch order {
    case .dayFirst: return readRest(dayFirst)
    case .monthFirst: return readRest(monthFirst)
    case .yearFirst where third.count == 2:
      return readRest(date(year: first, month: second.value, day: third))
    case .yearFirst: return .invalid("does not begin with a year")
    case nil: break
    }
    if let dayFirst, let monthFirst, dayFirst != monthFirst {
      return .ambiguous(dayFirst: dayFirst, monthFirst: monthFirst)
    }
    return readRest(dayFirst ?? monthFirst)
  }

  /// `Jan 31, 2020`.
  private mutating func readMonthFirst() -> StampReading {
    guard let month = pieces.readMonthName() else { return .invalid(Self.notADate) }
    _ = pieces.readSeparator()
    guard let day = pieces.readDigits(atMost: 2) else { return .invalid(Self.notADate) }
    _ = pieces.readSeparator(including: Byte.comma)
    guard let year = pieces.readDigits(atMost: 4) else { return .invalid(Self.notADate) }
    return readRest(date(year: year, month: month, day: day))
  }

  /// The time of day and the zone, if any, after a date.
  private mutating func readRest(_ date: CivilDate?) -> StampReading {
    guard let date else { return .invalid("is no day of the calendar") }
    guard !pieces.isAtEnd else { return .stamp(Stamp(date)) }
    guard pieces.readClockMark() else { return .invalid(Self.notADate) }
    guard let second = pieces.readClock() else {
      return .invalid("has no time of day such as 09:30")
    }
    pieces.skipSpaces()
    guard !pieces.isAtEnd else { return .stamp(Stamp(date, secondOfDay: second)) }
    guard let offset = pieces.readZone(), pieces.isAtEnd else {
      return .invalid("ends in no time zone such as Z or +01:00")
    }
    return .stamp(Stamp(date, secondOfDay: second, offset: offset))
  }

  private mutating func readNumber(_ number: StampPieces.Digits) -> StampReading {
    guard pieces.isAtEnd || pieces.skipFraction() else { return .invalid(Self.notADate) }
    let value = Int64(number.value)
    switch number.count {
    case 8:
      guard let date = Self.compactDate(number.value) else {
        return .invalid("is no day of the calendar")
      }
      return .stamp(Stamp(date))
    case 9, 10: return .stamp(Stamp(epochSeconds: value))
    case 12, 14: return compactStamp(number)
    case 13: return .stamp(Stamp(epochSeconds: value / 1000))
    case 16: return .stamp(Stamp(epochSeconds: value / 1_000_000))
    case 19: return .stamp(Stamp(epochSeconds: value / 1_000_000_000))
    default: return .invalid(Self.notADate)
    }
  }

  /// `202001310930` or `20200131093000`.
  private func compactStamp(_ number: StampPieces.Digits) -> StampReading {
    let digits = number.count == 12 ? number.value * 100 : number.value
    guard let date = Self.compactDate(digits / 1_000_000),
      let second = StampPieces.seconds(of: digits % 1_000_000)
    else { return .invalid("is no day of the calendar with a time of day") }
    return .stamp(Stamp(date, secondOfDay: second))
  }

  private static let notADate = "is not a date such as 2020-01-31 or 2020-01-31 09:30"

  private static func compactDate(_ digits: Int) -> CivilDate? {
    CivilDate(year: digits / 10_000, month: digits / 100 % 100, day: digits % 100)
  }

  private func date(
    year: StampPieces.Digits, month: Int, day: StampPieces.Digits
  ) -> CivilDate? {
    guard day.count <= 2 else { return nil }
    switch year.count {
    case 4: return CivilDate(year: year.value, month: month, day: day.value)
    case 2:
      let century = year.value < 69 ? 2000 : 1900
      return CivilDate(year: century + year.value, month: month, day: day.value)
    default: return nil
    }
  }
}
