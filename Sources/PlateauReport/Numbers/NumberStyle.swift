public import PlateauColumns

/// Numbers for reading, each as its kind asks.
///
/// Fractions are in per cent and money has separated thousands. Decimals are those a number needs,
/// up to a limit of its kind: two for per cent and money, four significant digits for ratios, six
/// for prices; lengths are whole. Undefined is a dash, and so is a number that is not finite.
public struct NumberStyle: Hashable, Sendable {
  /// Whether the dash of "undefined" may be the typographic one.
  public var unicode: Bool

  /// Creates a style.
  public init(unicode: Bool = true) {
    self.unicode = unicode
  }

  /// What stands for a value that does not exist.
  public var undefined: String { unicode ? "–" : "-" }

  /// A number on its own, with its unit: `12.34%`, `15 days`, `100,000`.
  public func text(
    _ value: Double, _ kind: ValueKind, digits: ShownDigits = .own
  ) -> String {
    guard value.isFinite else { return undefined }
    let number = texts([value], kind, digits: digits)[0]
    switch kind {
    case .fraction: return number + "%"
    case .days: return number + (number == "1" ? " day" : " days")
    default: return number
    }
  }

  /// The numbers of a column, all with the same decimals and without the unit of the heading.
  public func texts(
    _ values: [Double], _ kind: ValueKind, digits: ShownDigits = .alike
  ) -> [String] {
    let numbers = values.map { value -> DecimalDigits? in
      guard let number = DecimalDigits(value) else { return nil }
      return kind == .fraction ? number.shifted(by: 2) : number
    }
    let defined = numbers.compactMap(\.self)
    let largest = defined.filter { !$0.isZero }.map(\.exponent).max() ?? 1
    let needed = defined.map(\.decimals).max() ?? 0
    let decimals = digits == .all ? needed : Self.decimals(needed: needed, largest, kind)
    // Beyond these sizes zeros would hide the digits.
    let hasPlainSize = largest <= 15 && largest >= Self.leastPlainExponent(kind)
    return numbers.map { number in
      guard let number else { return undefined }
      if kind == .condition { return number.isZero ? "no" : "yes" }
      guard hasPlainSize else { return number.rounded(to: 4 - number.exponent).scientific }
      return number.rounded(to: decimals).plain(decimals: decimals, grouped: kind == .money)
    }
  }

  /// The unit that a heading or a single number of the kind carries, or `nil`.
  public static func unit(of kind: ValueKind) -> String? {
    switch kind {
    case .fraction: "%"
    case .days: "days"
    default: nil
    }
  }

  private static func leastPlainExponent(_ kind: ValueKind) -> Int {
    switch kind {
    case .number, .fraction: -4
    case .price: -9
    default: .min
    }
  }

  /// Digits after the point for numbers that stand together.
  ///
  /// - Parameters:
  ///   - needed: Digits that would write all of them in full.
  ///   - exponent: Digits before the point of the largest; negative for zeros right after it.
  ///   - kind: What the numbers mean.
  /// - Returns: Digits to write.
  private static func decimals(needed: Int, _ exponent: Int, _ kind: ValueKind) -> Int {
    switch kind {
    case .fraction: min(needed, max(2, 2 - exponent))
    case .money: needed == 0 ? 0 : 2
    case .price: max(2, min(needed, 6 - exponent))
    case .days: min(needed, 1)
    case .length: min(needed, 2)
    case .number, .condition, .text: min(needed, max(2, 4 - exponent))
    }
  }
}
