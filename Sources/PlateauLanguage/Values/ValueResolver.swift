public import PlateauColumns

/// Checks VALUES against what a name takes and counts them out.
///
/// Ranges are counted in decimals by index and each value is rounded once: value 7 of
/// `1%..10% step 1%` is exactly 0.07.
///
/// - Parameters:
///   - values: The values as they were typed.
///   - kind: What the name takes: `length` only whole numbers, `fraction` no bare number above 1,
///     `text` only one of `labels`.
///   - labels: The words of a name of kind `text`.
///   - minimum: The smallest number allowed; lengths are never below 0.
///   - allowsNone: Whether `none` is a value.
///   - noneWord: Another word for `none`: `auto` where leaving a value out means that.
///   - name: The name, for messages.
/// - Returns: The values, at least one and none twice.
/// - Throws: What is wrong, with the bytes at fault and a repaired text where there is one.
/// - Complexity: O(values), at most ten million.
public func resolve(
  _ values: ValuesSyntax, kind: ValueKind, labels: [String] = [], atLeast minimum: Double? = nil,
  allowsNone: Bool = false, noneWord: String = "none", name: String
) throws(Diagnostic) -> ResolvedValues {
  let resolver = ValueResolver(
    name: name, kind: kind, labels: labels, allowsNone: allowsNone,
    noneWord: noneWord,
    minimum: minimum ?? (kind == .length ? 0 : -.infinity))
  return try resolver.resolve(values)
}

/// What a name takes; its extensions read one form of VALUES each.
struct ValueResolver {
  let name: String
  let kind: ValueKind
  let labels: [String]
  let allowsNone: Bool
  var noneWord = "none"
  let minimum: Double

  /// The most values of one name; a space of more could not be counted through.
  static let mostValues = 10_000_000

  func resolve(_ values: ValuesSyntax) throws(Diagnostic) -> ResolvedValues {
    let numbers: [Double]
    var text = values.text
    switch values.form {
    case .items(let items, let inBraces):
      let resolved = try self.items(items)
      numbers = resolved.map(\.value)
      text = resolved.map(\.text).joined(separator: ", ")
      if inBraces || resolved.count > 1 { text = "{\(text)}" }
      if let mode = values.mode { text = "\(mode) \(text)" }
    case .range(let bounds):
      numbers = try range(bounds, bounds.low.range.lowerBound..<values.range.upperBound)
    case .distribution(let distribution, _):
      throw Diagnostic(
        .range, "'\(distribution)' is for methods that sample; here a range or a set is wanted",
        at: values.range, hint: "such as \(name) 5..50 step 5, or \(name) {5, 10, 20}")
    }
    return ResolvedValues(
      values: numbers, labels: kind == .text ? labels : [], mode: values.mode, text: text)
  }

  // MARK: Items

  private struct Item {
    var value: Double
    var text: String
  }

  private func items(_ items: [ValuesSyntax.Item]) throws(Diagnostic) -> [Item] {
    var resolved: [Item] = []
    var seen: Set<UInt64> = []
    for item in items {
      let next = try self.item(item)
      let bits = next.value.isNaN ? Double.nan.bitPattern : (next.value + 0).bitPattern
      guard seen.insert(bits).inserted else {
        throw Diagnostic(.givenTwice, "'\(next.text)' is given twice", at: item.range)
      }
      resolved.append(next)
    }
    return resolved
  }

  private func item(_ item: ValuesSyntax.Item) throws(Diagnostic) -> Item {
    guard case .expression(let syntax) = item else {
      throw Diagnostic(
        .unexpectedText, "'+' before a word adds to a list, and \(name) is none", at: item.range)
    }
    if let word = syntax.word {
      if allowsNone, ["none", noneWord].contains(word.lowercased()) {
        return Item(value: .nan, text: noneWord)
      }
      guard kind == .text else { throw wordForNumber(syntax, word) }
      guard let index = labels.firstIndex(where: { $0.lowercased() == word.lowercased() }) else {
        throw unknownLabel(word, syntax.range)
      }
      let label = labels[index]
      return Item(value: Double(index), text: label.isIdentifier ? label : label.quoted)
    }
    let number = try constant(syntax)
    guard kind != .text else {
      throw Diagnostic(
        .typeMismatch, "\(name) takes a word and '\(syntax.text)' is a number", at: syntax.range,
        hint: labelHint)
    }
    try check(number, syntax)
    return Item(value: number.decimal.value, text: syntax.text)
  }

  // MARK: Numbers

  /// The number that a constant expression is.
  func constant(_ syntax: ExpressionSyntax) throws(Diagnostic) -> ConstantNumber {
    try ConstantNumber(syntax) { syntax, word in wordForNumber(syntax, word) }
  }

  /// Refuses a number that the name does not take.
  func check(_ number: ConstantNumber, _ syntax: ExpressionSyntax) throws(Diagnostic) {
    let value = number.decimal.value
    if let unit = number.unit {
      let fits = unit.isTime ? kind == .days && unit.isFixedTime : kind != .length && kind != .days
      guard fits else {
        throw Diagnostic(
          .unit,
          "\(name) takes \(wanted), and '\(syntax.text)' is a "
            + (unit.isTime ? "length of time" : "percent"), at: syntax.range)
      }
    } else if kind == .fraction, abs(value) > 1 {
      throw Diagnostic(
        .percent,
        "\(name) is a percentage, and \(syntax.text) means \(number.decimal.shifted(by: 2))%",
        at: syntax.range, suggestions: ["\(number.decimal)%"], repairs: syntax.range)
    }
    guard kind != .length || number.decimal.isWhole else {
      throw Diagnostic(
        .wholeNumber, "\(name) takes \(wanted), not \(syntax.text)", at: syntax.range)
    }
    guard value >= minimum else {
      // `5-50` is a subtraction where a range was meant.
      var meant: [String] = []
      if case .binary(.subtract, let low, let high) = syntax.kind {
        meant = ["\(low.text)..\(high.text)"]
      }
      throw Diagnostic(
        .outOfBounds, "\(name) is at least \(minimum.decimalText()), and not \(syntax.text)",
        at: syntax.range, suggestions: meant, repairs: meant.isEmpty ? nil : syntax.range)
    }
  }

  // MARK: Words

  /// What the name takes, in words.
  var wanted: String {
    switch kind {
    case .length: "whole numbers"
    case .fraction: "percentages"
    case .days: "numbers of days"
    case .money: "amounts of money"
    case .price: "prices"
    case .text: "words"
    case .condition: "true or false"
    case .number: "numbers"
    }
  }

  private func wordForNumber(_ syntax: ExpressionSyntax, _ word: String) -> Diagnostic {
    Diagnostic(
      .typeMismatch, "\(name) takes \(wanted), and '\(word)' is a word", at: syntax.range,
      suggestions: allowsNone ? nearestNames(to: word, among: [noneWord]) : [])
  }

  private func unknownLabel(_ word: String, _ range: Range<Int>) -> Diagnostic {
    Diagnostic(
      .unknownWord, "\(name) is never '\(word)'", at: range,
      suggestions: nearestNames(to: word, among: labels), hint: labelHint)
  }

  private var labelHint: String? {
    labels.isEmpty ? nil : "\(name) is one of \(labels.prefix(12).joined(separator: ", "))"
  }
}
