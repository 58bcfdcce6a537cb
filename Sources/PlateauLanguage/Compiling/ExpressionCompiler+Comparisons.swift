import PlateauColumns

extension ExpressionCompiler {
  /// A comparison of two numbers, two conditions or two words.
  mutating func comparison(
    _ operation: BinaryOperation, _ left: ExpressionSyntax, _ right: ExpressionSyntax
  ) throws(Diagnostic) -> Value {
    if let value = try comparisonWithNone(operation, left, right) { return value }
    if let value = try wordComparison(operation, left, right) { return value }
    let first = try comparedValue(left, beside: right)
    let second = try comparedValue(right, beside: left)
    let range = left.range.lowerBound..<right.range.upperBound
    guard (first.kind == .condition) == (second.kind == .condition) else {
      throw mismatch(left, first.kind.name, right, second.kind.name, at: range)
    }
    guard first.kind != .condition || operation == .equal || operation == .notEqual else {
      throw Diagnostic(.typeMismatch, "conditions are equal or not; none is larger", at: range)
    }
    if first.kind == .fraction { try refuseBarePercent(right, beside: left.text) }
    if second.kind == .fraction { try refuseBarePercent(left, beside: right.text) }
    return fold(.binary(operation, 0, 0), [first, second], kind: .condition)
  }

  /// `x = none` and `x != none`: whether a number is undefined; `nil` if no side is `none`.
  ///
  /// Only where rows are results: a rule cannot ask for what is not known yet.
  private mutating func comparisonWithNone(
    _ operation: BinaryOperation, _ left: ExpressionSyntax, _ right: ExpressionSyntax
  ) throws(Diagnostic) -> Value? {
    guard !scope.allowsRows, let side = [left, right].first(where: { isNone($0) }) else {
      return nil
    }
    let other = side == left ? right : left
    guard operation == .equal || operation == .notEqual else {
      throw Diagnostic(
        .typeMismatch, "a value is none or not; none is not larger or smaller",
        at: left.range.lowerBound..<right.range.upperBound,
        suggestions: ["\(other.text) = none"])
    }
    guard !isNone(other) else {
      throw Diagnostic(.typeMismatch, "none is always none", at: other.range)
    }
    let value = try value(of: other)
    try requireNumber(value, other)
    let test = fold(.unary(.isUndefined, 0), [value], kind: .condition)
    return operation == .equal ? test : fold(.unary(.not, 0), [test], kind: .condition)
  }

  private func isNone(_ syntax: ExpressionSyntax) -> Bool {
    guard let word = syntax.name, word.lowercased() == "none" else { return false }
    return !isKnown(word)
  }

  /// A comparison in which one side at least is a name of words; `nil` if none is.
  private mutating func wordComparison(
    _ operation: BinaryOperation, _ left: ExpressionSyntax, _ right: ExpressionSyntax
  ) throws(Diagnostic) -> Value? {
    let pairs = [(left, right), (right, left)]
    for (named, other) in pairs {
      guard let name = named.name.flatMap({ scope.name($0) }), name.kind == .text else { continue }
      guard operation == .equal || operation == .notEqual else {
        throw Diagnostic(
          .typeMismatch, "words are equal or not; none is larger",
          at: left.range.lowerBound..<right.range.upperBound)
      }
      let value = try self.named(name.name, named.range)
      let word = try label(other, of: name)
      return fold(.binary(operation, 0, 0), [value, word], kind: .condition)
    }
    return nil
  }

  /// The word that a name of words is compared with, as an index into its words.
  private mutating func label(
    _ syntax: ExpressionSyntax, of name: ExpressionScope.Name
  ) throws(Diagnostic) -> Value {
    let typed: String
    switch syntax.kind {
    case .name(let word), .text(let word): typed = word
    default:
      let value = try value(of: syntax)
      throw Diagnostic(
        .typeMismatch,
        "'\(name.name)' is a word and '\(syntax.text)' is a \(value.kind.name); "
          + "they cannot be compared", at: syntax.range)
    }
    if let index = name.labels.firstIndex(where: { $0.lowercased() == typed.lowercased() }) {
      return Value(place: .constant(Double(index)), kind: .text, labels: name.labels)
    }
    if let other = syntax.name.flatMap({ scope.name($0) }), other.kind == .text,
      other.labels == name.labels
    {
      return try named(other.name, syntax.range)
    }
    throw Diagnostic(
      .unknownWord, "'\(name.name)' is never '\(typed)'", at: syntax.range,
      suggestions: nearestNames(to: typed, among: name.labels),
      hint: name.labels.isEmpty
        ? nil : "it is one of \(name.labels.prefix(12).joined(separator: ", "))")
  }

  /// One side of a comparison of numbers; a word there is told apart from a misspelt name.
  private mutating func comparedValue(
    _ syntax: ExpressionSyntax, beside other: ExpressionSyntax
  ) throws(Diagnostic) -> Value {
    switch syntax.kind {
    case .text(let text):
      let kind = try value(of: other).kind
      throw mismatch(other, kind.name, syntax, "word", at: syntax.range, shownAs: text.quoted)
    case .name(let word) where isUnknown(word):
      let problem = unknown(word, syntax.range)
      var probe = self
      if case .number = other.kind { throw problem }
      if scope.elsewhere[word.lowercased()] != nil { throw problem }
      guard problem.suggestions.isEmpty, let kind = try? probe.value(of: other).kind else {
        throw problem
      }
      throw Diagnostic(
        .typeMismatch,
        "'\(other.text)' is a \(kind.name) and '\(word)' is a word: "
          + "there is no \(scope.noun) '\(word)'", at: syntax.range, hint: problem.hint)
    default:
      return try value(of: syntax)
    }
  }

  private func isUnknown(_ word: String) -> Bool {
    !isKnown(word) && scope.function(word) == nil
      && !["true", "false"].contains(word.lowercased())
  }

  private func mismatch(
    _ left: ExpressionSyntax, _ leftKind: String, _ right: ExpressionSyntax, _ rightKind: String,
    at range: Range<Int>, shownAs text: String? = nil
  ) -> Diagnostic {
    Diagnostic(
      .typeMismatch,
      "'\(left.text)' is a \(leftKind) and \(text ?? "'\(right.text)'") is a \(rightKind); "
        + "they cannot be compared", at: range)
  }

  /// Refuses a bare number above 1 where a percentage is meant: 15 would be 1500%.
  func refuseBarePercent(
    _ syntax: ExpressionSyntax, beside other: String
  ) throws(Diagnostic) {
    guard let literal = syntax.bareLiteral, abs(literal.value) > 1 else { return }
    let sign = syntax.kind == .number(literal) ? "" : "-"
    throw Diagnostic(
      .percent,
      "\(other == "this" ? other : "'\(other)'") is a percentage, and \(sign)\(literal.text) "
        + "means \(sign)\(literal.decimal.shifted(by: 2))%",
      at: syntax.range, suggestions: ["\(sign)\(literal.text)%"],
      repairs: syntax.range)
  }
}

extension ExpressionSyntax {
  /// The number without a unit that the expression is, a sign before it aside.
  fileprivate var bareLiteral: NumberLiteral? {
    switch kind {
    case .number(let literal): literal.unit == nil ? literal : nil
    case .unary(.negate, let operand): operand.bareLiteral
    default: nil
    }
  }
}
