/// Reads numbers written with digits and at most one decimal mark, and nothing else.
enum PlainNumber {
  /// Reads a number and moves behind it; `nil`, at an unknown place, for anything else.
  ///
  /// Up to 15 digits and their power of ten are exact doubles, so that the one division rounds
  /// once, as a correct `strtod` does (Clinger, 1990). The text must end with another byte.
  @inline(__always)
  static func read(_ place: inout UnsafePointer<UInt8>, decimal: UInt8) -> Double? {
    var significand: UInt64 = 0
    var digit = place.pointee &- 48
    let start = place
    while digit < 10 {
      significand = significand &* 10 &+ UInt64(digit)
      place += 1
      digit = place.pointee &- 48
    }
    var digits = place - start
    var value = Double(significand)
    if place.pointee == decimal {
      place += 1
      let point = place
      digit = place.pointee &- 48
      while digit < 10 {
        significand = significand &* 10 &+ UInt64(digit)
        place += 1
        digit = place.pointee &- 48
      }
      let fraction = place - point
      digits += fraction
      guard digits <= 15 else { return nil }
      value = Double(significand) / powers[fraction]
    }
    return digits > 0 && digits <= 15 ? value : nil
  }

  /// Reads a count of units since 1970 and moves behind it, as whole seconds.
  ///
  /// - Parameters:
  ///   - place: Where it begins.
  ///   - digits: 10 for seconds, 13, 16 or 19 for milli-, micro- or nanoseconds.
  /// - Returns: `nil`, at an unknown place, for anything but so many digits.
  @inline(__always)
  static func readEpoch(_ place: inout UnsafePointer<UInt8>, digits: Int) -> Int64? {
    var value: UInt64 = 0
    for _ in 0..<min(digits, 19) {
      let digit = place.pointee &- 48
      guard digit < 10 else { return nil }
      value = value &* 10 &+ UInt64(digit)
      place += 1
    }
    guard place.pointee &- 48 > 9 else { return nil }
    let unit: UInt64 =
      switch digits {
      case 13: 1000
      case 16: 1_000_000
      case 19: 1_000_000_000
      default: 1
      }
    return Int64(value / unit)
  }

  /// Powers of ten that are exact.
  private static let powers: [Double] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
  ]
}
