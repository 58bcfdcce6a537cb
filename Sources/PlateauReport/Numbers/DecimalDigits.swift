/// The shortest decimal that reads back as a number, as digits and a scale.
///
/// The magnitude is `0.d₁d₂d₃… × 10^exponent`, with no leading and no trailing zero digit. Moving
/// the point and rounding happen here, in decimals: 0.07 is 7%, not 7.000000000000001%, and a tie
/// rounds away from zero as on paper (0.125 to 0.13).
struct DecimalDigits: Hashable, Sendable {
  /// Whether a minus sign precedes.
  private(set) var isNegative: Bool
  /// The significant digits, 0 to 9 each; empty for zero.
  private(set) var digits: [UInt8]
  /// Digits before the point; negative for zeros right after it.
  private(set) var exponent: Int

  /// The digits of a number, or `nil` where it is not finite.
  init?(_ value: Double) {
    guard value.isFinite else { return nil }
    isNegative = value < 0
    digits = []
    exponent = 0
    var sawPoint = false
    // The standard library's description is the shortest that reads back: 12.5, 1e-05, 3.1e+20.
    var bytes = value.magnitude.description.utf8.makeIterator()
    scan: while let byte = bytes.next() {
      switch byte {
      case UInt8(ascii: "."): sawPoint = true
      case UInt8(ascii: "e"): break scan
      default:
        if !sawPoint { exponent += 1 }
        digits.append(byte - UInt8(ascii: "0"))
      }
    }
    exponent += Self.power(&bytes)
    trim()
  }

  /// Digits after the point that are needed to write the number in full.
  var decimals: Int { max(0, digits.count - exponent) }

  /// Whether the number is zero.
  var isZero: Bool { digits.isEmpty }

  /// The same digits with the point moved `places` to the right.
  func shifted(by places: Int) -> DecimalDigits {
    var copy = self
    if !isZero { copy.exponent += places }
    return copy
  }

  /// The number rounded to `decimals` digits after the point; a zero has no sign.
  func rounded(to decimals: Int) -> DecimalDigits {
    let kept = exponent + decimals
    guard kept < digits.count else { return self }
    var copy = self
    let roundsUp = kept >= 0 && digits[kept] >= 5
    copy.digits = kept > 0 ? Array(digits[..<kept]) : []
    if roundsUp { copy.addOneInTheLastPlace() }
    copy.trim()
    return copy
  }

  private mutating func addOneInTheLastPlace() {
    var index = digits.count - 1
    while index >= 0, digits[index] == 9 {
      digits[index] = 0
      index -= 1
    }
    if index >= 0 {
      digits[index] += 1
    } else {
      digits.insert(1, at: 0)
      exponent += 1
    }
  }

  private mutating func trim() {
    while digits.last == 0 { digits.removeLast() }
    let zeros = digits.prefix { $0 == 0 }.count
    digits.removeFirst(zeros)
    exponent -= zeros
    if digits.isEmpty { (exponent, isNegative) = (0, false) }
  }

  private static func power(_ bytes: inout String.UTF8View.Iterator) -> Int {
    var (sign, power) = (1, 0)
    while let byte = bytes.next() {
      switch byte {
      case UInt8(ascii: "-"): sign = -1
      case UInt8(ascii: "+"): break
      default: power = power * 10 + Int(byte - UInt8(ascii: "0"))
      }
    }
    return sign * power
  }
}
