/// Reads decimal numbers to the nearest double, as a correct `strtod` would.
///
/// Accepts `12`, `12.5`, `.5`, `5.`, `1e-3` and a sign; nothing else: no `nan`, no `inf`, no
/// hexadecimal digits, no group separators.
enum DecimalNumber {
  /// The number in a cell, or `nil` if the cell is no finite decimal number.
  ///
  /// A significand below 2^53 and a power of ten up to 10^22 are both exact doubles, so one
  /// multiplication or division rounds once (Clinger, 1990). Others go to the standard library.
  static func parse(_ bytes: TextBytes, _ cell: Cell) -> Double? {
    var position = cell.start
    var isNegative = false
    if position < cell.end, bytes[position] == Byte.minus || bytes[position] == Byte.plus {
      isNegative = bytes[position] == Byte.minus
      position += 1
    }
    var significand: UInt64 = 0
    var digits = 0
    var fractionDigits = 0
    var hasPoint = false
    while position < cell.end {
      if let digit = Byte.digit(bytes[position]) {
        // Above 2^53 the value is not used, only the count of digits.
        if significand < 1 << 58 { significand = significand * 10 + UInt64(digit) }
        digits += 1
        if hasPoint { fractionDigits += 1 }
      } else if bytes[position] == Byte.point, !hasPoint {
        hasPoint = true
      } else {
        break
      }
      position += 1
    }
    guard digits > 0, let exponent = exponent(bytes, from: position, to: cell.end) else {
      return nil
    }
    let scale = exponent - fractionDigits
    guard significand < 1 << 53, scale.magnitude <= 22 else { return slow(bytes, cell) }
    let magnitude =
      scale < 0
      ? Double(significand) / powersOfTen[-scale] : Double(significand) * powersOfTen[scale]
    return isNegative ? -magnitude : magnitude
  }

  /// The exponent at the end of a number: 0 where there is none, `nil` where it is malformed.
  private static func exponent(_ bytes: TextBytes, from start: Int, to end: Int) -> Int? {
    guard start < end else { return 0 }
    guard Byte.lowercased(bytes[start]) == UInt8(ascii: "e") else { return nil }
    var position = start + 1
    var isNegative = false
    if position < end, bytes[position] == Byte.minus || bytes[position] == Byte.plus {
      isNegative = bytes[position] == Byte.minus
      position += 1
    }
    guard position < end else { return nil }
    var value = 0
    while position < end {
      guard let digit = Byte.digit(bytes[position]) else { return nil }
      value = min(value * 10 + digit, 100_000)
      position += 1
    }
    return isNegative ? -value : value
  }

  private static func slow(_ bytes: TextBytes, _ cell: Cell) -> Double? {
    let value = Double(String(decoding: bytes[cell.start..<cell.end], as: UTF8.self))
    return value.flatMap { $0.isFinite ? $0 : nil }
  }

  private static let powersOfTen: [Double] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
  ]
}
