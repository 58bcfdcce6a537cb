/// Counts, sizes and times in words, the same everywhere.
enum Wording {
  /// A whole number with thousands separators: `1,234,567`.
  static func count(_ value: Int) -> String {
    let digits = Array(String(value.magnitude))
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text.append(",") }
      text.append(digit)
    }
    return value < 0 ? "-" + text : text
  }

  /// A number too large or too uncertain for all its digits: `1.0e12`, `4,950`.
  static func roughCount(_ value: Double) -> String {
    guard value >= 1e9 else { return count(Int(value.rounded())) }
    var (mantissa, exponent) = (value, 0)
    while mantissa >= 10 { (mantissa, exponent) = (mantissa / 10, exponent + 1) }
    return "\(decimal(mantissa, digits: 1))e\(exponent)"
  }

  /// `1 bar`, `2 bars`.
  static func plural(_ value: Int, _ noun: String) -> String {
    "\(count(value)) \(noun)\(value == 1 ? "" : "s")"
  }

  /// `1 combination`, `4,950 combinations`.
  static func combinations(_ count: Double) -> String {
    "\(roughCount(count)) combination\(count == 1 ? "" : "s")"
  }

  /// Bytes as `12 MB`.
  static func bytes(_ value: Double) -> String {
    let units = ["bytes", "KB", "MB", "GB", "TB", "PB"]
    var (amount, unit) = (value, 0)
    while amount >= 1000, unit < units.count - 1 { (amount, unit) = (amount / 1000, unit + 1) }
    return unit == 0 ? "\(Int(amount)) bytes" : "\(decimal(amount, digits: 1)) \(units[unit])"
  }

  /// Seconds as `3 ms`, `1.25 s`, `4 min 10 s`, `3 h 20 min`, `12 days`.
  static func seconds(_ value: Double) -> String {
    switch value {
    case ..<0.0995: "\(max(1, Int((value * 1000).rounded()))) ms"
    case ..<60: "\(decimal(value, digits: 2)) s"
    case ..<3600: "\(Int(value) / 60) min \(Int(value) % 60) s"
    case ..<172_800: "\(Int(value) / 3600) h \(Int(value) % 3600 / 60) min"
    case ..<1e12: "\(count(Int(value / 86_400))) days"
    default: "ages"
    }
  }

  /// A number with a fixed number of decimals.
  static func decimal(_ value: Double, digits: Int) -> String {
    guard value.isFinite, abs(value) < 1e12 else { return value.isNaN ? "undefined" : "\(value)" }
    var scale = 1.0
    for _ in 0..<digits { scale *= 10 }
    let whole = Int((abs(value) * scale).rounded())
    let text = String(whole)
    let padded = String(repeating: "0", count: max(0, digits + 1 - text.count)) + text
    let sign = value < 0 && whole != 0 ? "-" : ""
    guard digits > 0 else { return sign + padded }
    return "\(sign)\(padded.dropLast(digits)).\(padded.suffix(digits))"
  }

  /// The singular or plural list of words: `a, b and c`.
  static func list(_ words: [String]) -> String {
    guard let last = words.last, words.count > 1 else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " and " + last
  }
}
