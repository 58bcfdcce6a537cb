extension DecimalDigits {
  /// The number in full, without an exponent, with at least `decimals` digits after the point.
  ///
  /// - Parameters:
  ///   - minimum: Digits after the point that are written even where they are zero.
  ///   - grouped: Whether commas separate thousands.
  /// - Returns: Digits, at most one point, and a minus sign where the number is negative.
  func plain(decimals minimum: Int = 0, grouped: Bool = false) -> String {
    var text = isNegative ? "-" : ""
    let whole = max(exponent, 1)
    for place in 0..<whole {
      if grouped, place > 0, (whole - place).isMultiple(of: 3) { text.append(",") }
      text.append(character(at: exponent - whole + place))
    }
    let fractional = max(decimals, minimum)
    guard fractional > 0 else { return text }
    text.append(".")
    for place in 0..<fractional { text.append(character(at: exponent + place)) }
    return text
  }

  /// The number with one digit before the point and a power of ten: `1.5e+21`.
  var scientific: String {
    guard !isZero else { return "0" }
    var text = isNegative ? "-" : ""
    text.append(character(at: 0))
    if digits.count > 1 {
      text.append(".")
      for place in 1..<digits.count { text.append(character(at: place)) }
    }
    let power = exponent - 1
    return text + "e" + (power < 0 ? "-" : "+") + String(power.magnitude)
  }

  private func character(at index: Int) -> Character {
    guard digits.indices.contains(index) else { return "0" }
    return Character(UnicodeScalar(UInt8(ascii: "0") + digits[index]))
  }
}
