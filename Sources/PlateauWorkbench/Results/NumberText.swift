import PlateauColumns

/// Numbers as a user would type them, exactly.
enum NumberText {
  /// The shortest decimal that reads back as the same number, without exponent where possible.
  static func shortest(_ value: Double) -> String {
    if value == value.rounded(), abs(value) < 1e15 { return String(Int(value)) }
    return "\(value)"
  }

  /// A value of a kind: fractions in per cent, undefined as `none`.
  static func typed(_ value: Double, kind: ValueKind) -> String {
    guard !value.isNaN else { return "none" }
    guard kind == .fraction else { return shortest(value) }
    return percent(value)
  }

  /// A fraction in per cent that reads back as the same fraction: 0.015 is `1.5%`.
  private static func percent(_ value: Double) -> String {
    let scaled = value * 100
    for digits in 0...12 {
      var scale = 1.0
      for _ in 0..<digits { scale *= 10 }
      let whole = (scaled * scale).rounded()
      guard abs(whole) < 0x1p53 else { break }
      // The reader divides the whole number by a power of ten once; so does this check.
      if whole / (scale * 100) == value {
        return trimmed(Wording.decimal(whole / scale, digits: digits)) + "%"
      }
    }
    return "\(value)"
  }

  private static func trimmed(_ text: String) -> String {
    guard text.contains(".") else { return text }
    var text = text
    while text.hasSuffix("0") { text.removeLast() }
    if text.hasSuffix(".") { text.removeLast() }
    return text
  }
}
