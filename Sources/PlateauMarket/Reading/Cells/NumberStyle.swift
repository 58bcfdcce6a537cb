/// How a file writes numbers: with a decimal point or a decimal comma.
struct NumberStyle: Equatable {
  /// The byte before the fraction.
  var decimal = Byte.point

  /// The byte that may stand between groups of three digits.
  var group: UInt8 { decimal == Byte.point ? Byte.comma : Byte.point }

  /// The number in a cell, or `nil` where it holds none in this style.
  ///
  /// Beyond `DecimalNumber` it takes groups of three digits (`1,234.5`, `1'234.5`, `1 234,5`), a
  /// currency sign before the number, and K, M or B behind it for thousands, millions and
  /// (American) billions.
  func parse(_ bytes: TextBytes, _ cell: Cell) -> Double? {
    if decimal == Byte.point, let value = DecimalNumber.parse(bytes, cell) { return value }
    var plain: [UInt8] = []
    var position = cell.start
    guard cell.end - position <= 64 else { return nil }
    position += Self.currencyLength(bytes, from: position, to: cell.end)
    if position < cell.end, bytes[position] == Byte.minus || bytes[position] == Byte.plus {
      plain.append(bytes[position])
      position += 1
      position += Self.currencyLength(bytes, from: position, to: cell.end)
    }
    var digitsOfGroup: Int?
    var digits = 0
    while position < cell.end, bytes[position] != decimal {
      if Byte.digit(bytes[position]) != nil {
        plain.append(bytes[position])
        digits += 1
        digitsOfGroup? += 1
        position += 1
      } else if let length = separatorLength(bytes, from: position, to: cell.end), digits > 0 {
        // The first group has one to three digits, every other one three.
        guard digitsOfGroup == nil ? digits <= 3 : digitsOfGroup == 3 else { return nil }
        digitsOfGroup = 0
        position += length
      } else {
        break
      }
    }
    guard digitsOfGroup == nil || digitsOfGroup == 3 else { return nil }
    if position < cell.end, bytes[position] == decimal {
      plain.append(Byte.point)
      position += 1
      while position < cell.end, Byte.digit(bytes[position]) != nil {
        plain.append(bytes[position])
        position += 1
      }
    }
    var scale = 0
    if position == cell.end - 1, let power = Self.suffixes[bytes[position] & 0xDF] {
      scale = power
    } else {
      // An exponent, or something that is no number.
      plain += bytes[position..<cell.end]
    }
    if scale > 0 { plain += Array("e\(scale)".utf8) }
    return plain.withUnsafeBufferPointer {
      DecimalNumber.parse($0, Cell(start: 0, end: $0.count))
    }
  }

  private static let suffixes: [UInt8: Int] = [
    UInt8(ascii: "K"): 3, UInt8(ascii: "M"): 6, UInt8(ascii: "B"): 9,
  ]

  /// The length of a currency sign: `$`, `€`, `£`, `¥`.
  private static func currencyLength(_ bytes: TextBytes, from start: Int, to end: Int) -> Int {
    for sign in ["$", "€", "£", "¥"] {
      let sign = Array(sign.utf8)
      if end - start >= sign.count, bytes[start..<start + sign.count].elementsEqual(sign) {
        return sign.count
      }
    }
    return 0
  }

  /// The length of what parts groups of digits: the style's byte, an apostrophe or a space.
  private func separatorLength(_ bytes: TextBytes, from start: Int, to end: Int) -> Int? {
    let byte = bytes[start]
    if byte == group || byte == UInt8(ascii: "'") || byte == Byte.space { return 1 }
    for space in ["\u{A0}", "\u{202F}", "\u{2009}", "\u{2019}"] {
      let space = Array(space.utf8)
      if end - start > space.count, bytes[start..<start + space.count].elementsEqual(space) {
        return space.count
      }
    }
    return nil
  }
}
