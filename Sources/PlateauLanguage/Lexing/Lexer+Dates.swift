import PlateauColumns

extension Lexer {
  /// Reads a date, or answers `nil` if the digits here are not shaped like one.
  ///
  /// Four digits, two and two, joined by hyphens, are always a date; a subtraction of such digits
  /// needs spaces.
  func scanDate(from start: Int) throws(SyntaxFailure) -> Token? {
    guard let year = digits(4, at: start), byte(start + 4) == UInt8(ascii: "-"),
      let month = digits(2, at: start + 5), byte(start + 7) == UInt8(ascii: "-"),
      let day = digits(2, at: start + 8)
    else { return nil }
    var end = start + 10
    var second: Int? = nil
    if byte(end) == UInt8(ascii: "T") {
      let clock = try scanClock(from: end + 1, ofDateFrom: start)
      (second, end) = (clock.second, clock.end)
    }
    if let next = byte(end), next.isIdentifierHead || next.isDigit || next >= 0x80 {
      throw .invalid(.dateForm, "this date is not followed by a space", at: start..<end + 1)
    }
    let range = start..<end
    guard let date = CivilDate(year: year, month: month, day: day) else {
      throw .invalid(
        .dateForm, "there is no day '\(source[start..<start + 10])'", at: start..<start + 10)
    }
    let literal = DateLiteral(
      text: source[range], timestamp: Timestamp(date, secondOfDay: second ?? 0),
      hasTime: second != nil)
    return Token(kind: .date(literal), range: range)
  }

  /// Reads `09:30`, `09:30:00`, with `Z` or `+01:00` after it; the seconds are those of UTC.
  private func scanClock(
    from start: Int, ofDateFrom dateStart: Int
  ) throws(SyntaxFailure) -> (second: Int, end: Int) {
    func wrong(_ end: Int) -> SyntaxFailure {
      .invalid(
        .dateForm, "this is not a time of day", at: dateStart..<min(end, source.bytes.count),
        hint: "a time is written 2020-01-31T09:30, with Z or +01:00 for its zone")
    }
    let colon = UInt8(ascii: ":")
    guard let hour = digits(2, at: start), byte(start + 2) == colon,
      let minute = digits(2, at: start + 3), hour < 24, minute < 60
    else { throw wrong(start + 5) }
    var end = start + 5
    var second = hour * 3600 + minute * 60
    if byte(end) == colon {
      guard let seconds = digits(2, at: end + 1), seconds < 60 else { throw wrong(end + 3) }
      second += seconds
      end += 3
    }
    switch byte(end) {
    case UInt8(ascii: "Z"):
      end += 1
    case UInt8(ascii: "+"), UInt8(ascii: "-"):
      guard let hours = digits(2, at: end + 1), byte(end + 3) == colon,
        let minutes = digits(2, at: end + 4), hours < 24, minutes < 60
      else { throw wrong(end + 6) }
      let offset = hours * 3600 + minutes * 60
      second += byte(end) == UInt8(ascii: "+") ? -offset : offset
      end += 6
    default:
      break
    }
    return (second, end)
  }

  /// The value of exactly `count` digits that no further digit follows.
  private func digits(_ count: Int, at start: Int) -> Int? {
    var value = 0
    for offset in start..<start + count {
      guard let byte = byte(offset), byte.isDigit else { return nil }
      value = value * 10 + Int(byte - UInt8(ascii: "0"))
    }
    return byte(start + count)?.isDigit == true ? nil : value
  }
}
