/// The pieces of a date or time of day in a cell; each leaves the position after what it read.
struct StampPieces {
  /// A whole number and how many digits it is written with.
  typealias Digits = (value: Int, count: Int)

  private let bytes: TextBytes
  private var position: Int
  private let end: Int

  init(_ bytes: TextBytes, _ cell: Cell) {
    self.bytes = bytes
    position = cell.start
    end = cell.end
  }

  var isAtEnd: Bool { position >= end }

  /// The byte to read next; a line feed at the end of the cell, where none can be.
  var peek: UInt8 { position < end ? bytes[position] : Byte.lineFeed }

  mutating func skipSpaces() {
    while position < end, Byte.isSpace(bytes[position]) { position += 1 }
  }

  mutating func readDigits(atMost limit: Int) -> Digits? {
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

  /// What parts the pieces of a date: one of `-/.`, or spaces, with a comma where one is allowed.
  mutating func readSeparator(including comma: UInt8 = Byte.minus) -> UInt8? {
    let byte = peek
    if [Byte.minus, Byte.slash, Byte.point, comma].contains(byte) {
      position += 1
      skipSpaces()
      return byte
    }
    guard Byte.isSpace(byte) else { return nil }
    skipSpaces()
    return Byte.space
  }

  /// The mark before a time of day: `T`, or spaces and commas.
  mutating func readClockMark() -> Bool {
    let byte = peek
    guard Byte.isSpace(byte) || byte == Byte.comma || Byte.lowercased(byte) == UInt8(ascii: "t")
    else { return false }
    position += 1
    skipSpaces()
    return true
  }

  /// Skips the digits after a decimal point; false where something else follows.
  mutating func skipFraction() -> Bool {
    guard peek == Byte.point else { return false }
    position += 1
    while position < end, Byte.digit(bytes[position]) != nil { position += 1 }
    return isAtEnd
  }

  /// A month by its English name, of which three letters will do.
  mutating func readMonthName() -> Int? {
    var letters: [UInt8] = []
    var next = position
    while next < end, letters.count < 9,
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(Byte.lowercased(bytes[next]))
    {
      letters.append(Byte.lowercased(bytes[next]))
      next += 1
    }
    guard letters.count >= 3,
      let month = Self.months.firstIndex(where: { $0.utf8.starts(with: letters) })
    else { return nil }
    position = next
    return month + 1
  }

  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]

  /// `09:30`, `09:30:00`, `09:30:00.123`, `9:30 PM`, `0930` or `093000`, as seconds since midnight.
  mutating func readClock() -> Int? {
    guard let hour = readDigits(atMost: 6) else { return nil }
    guard peek == Byte.colon else {
      let digits = hour.count == 4 ? hour.value * 100 : hour.value
      return hour.count == 4 || hour.count == 6 ? Self.seconds(of: digits) : nil
    }
    guard hour.count <= 2 else { return nil }
    position += 1
    guard let minute = readDigits(atMost: 2), minute.count == 2 else { return nil }
    var second: Digits = (0, 2)
    if peek == Byte.colon {
      position += 1
      guard let seconds = readDigits(atMost: 2), seconds.count == 2 else { return nil }
      second = seconds
      if peek == Byte.point {
        position += 1
        while Byte.digit(peek) != nil { position += 1 }
      }
    }
    guard let hours = readHalfOfDay(hour.value) else { return nil }
    return Self.seconds(of: hours * 10_000 + minute.value * 100 + second.value)
  }

  /// The hour of 24, after `AM` or `PM` where either stands; `nil` where it cannot be.
  private mutating func readHalfOfDay(_ hour: Int) -> Int? {
    var next = position
    while next < end, Byte.isSpace(bytes[next]) { next += 1 }
    guard next + 1 < end, Byte.lowercased(bytes[next + 1]) == UInt8(ascii: "m") else {
      return hour
    }
    let half = Byte.lowercased(bytes[next])
    guard half == UInt8(ascii: "a") || half == UInt8(ascii: "p") else { return hour }
    guard (1...12).contains(hour) else { return nil }
    position = next + 2
    return hour % 12 + (half == UInt8(ascii: "p") ? 12 : 0)
  }

  /// Seconds since midnight of `093000` as a number, or `nil` where no clock shows it.
  static func seconds(of digits: Int) -> Int? {
    let (hour, minute, second) = (digits / 10_000, digits / 100 % 100, digits % 100)
    guard hour < 24, minute < 60, second < 60 else { return nil }
    return hour * 3600 + minute * 60 + second
  }

  /// `Z`, `UTC`, `GMT`, `+01:00`, `+0100` or `+01`, as seconds east of UTC.
  mutating func readZone() -> Int? {
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
