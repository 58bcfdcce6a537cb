import PlateauColumns

extension ExpressionCompiler {
  /// The value of a name.
  mutating func named(_ typed: String, _ range: Range<Int>) throws(Diagnostic) -> Value {
    if let name = scope.name(typed) { return value(of: name) }
    if let value = value(named: typed) { return value }
    if let definition = scope.definition(typed) { return inline(definition) }
    switch typed.lowercased() {
    case "true": return Value(place: .constant(1), kind: .condition)
    case "false": return Value(place: .constant(0), kind: .condition)
    default: throw unknown(typed, range)
    }
  }

  /// The value of a name with a word in brackets: a metric's label, or a number of bars ago.
  mutating func labelled(
    _ typed: String, _ label: String, _ labelRange: Range<Int>, _ range: Range<Int>
  ) throws(Diagnostic) -> Value {
    let nameRange = range.lowerBound..<range.lowerBound + typed.utf8.count
    let base = scope.name(typed)?.name ?? typed
    if let name = scope.name("\(base)[\(label)]") { return value(of: name) }
    if scope.allowsRows, isKnown(label) {
      return try lookBack(
        ExpressionSyntax(.name(typed), at: nameRange),
        ExpressionSyntax(.name(label), at: labelRange),
        ExpressionSyntax(
          .labelled(name: typed, label: label, labelRange: labelRange), at: range))
    }
    _ = try named(typed, nameRange)
    let labels = scope.names.compactMap { $0.label(of: base) }
    guard !labels.isEmpty else {
      throw Diagnostic(.unknownName, "'\(base)' has no '\(label)' here", at: labelRange)
    }
    throw Diagnostic(
      .unknownName, "'\(base)' has no '\(label)'", at: labelRange,
      suggestions: nearestNames(to: label, among: labels),
      hint: "it has \(labels.joined(separator: ", "))")
  }

  private mutating func value(of name: ExpressionScope.Name) -> Value {
    append(
      .input(name.input), name.kind, labels: name.labels, isScalar: name.isScalar,
      readsState: name.isAccountState)
  }

  /// Whether a name stands for a value here.
  func isKnown(_ typed: String) -> Bool {
    scope.name(typed) != nil || value(named: typed) != nil || scope.definition(typed) != nil
  }

  /// The error that nothing has a name.
  func unknown(_ typed: String, _ range: Range<Int>) -> Diagnostic {
    if let function = scope.function(typed) {
      return Diagnostic(
        .argumentCount, "'\(function.name)' is a function and needs its arguments", at: range,
        suggestions: [function.signature])
    }
    if var known = scope.elsewhere[typed.lowercased()] {
      known.range = range
      return known
    }
    return Diagnostic(
      .unknownName, "there is no \(scope.noun) '\(typed)'", at: range,
      suggestions: nearestNames(to: typed, among: scope.allNames + givenNames),
      hint: lookalikeHint(typed))
  }

  /// The error that no function has a name.
  func unknownFunction(_ typed: String, _ range: Range<Int>) -> Diagnostic {
    if isKnown(typed) {
      return Diagnostic(
        .unknownFunction, "'\(typed)' is no function; it takes no parentheses", at: range)
    }
    return Diagnostic(
      .unknownFunction, "there is no function '\(typed)'", at: range,
      suggestions: nearestNames(to: typed, among: scope.functions.map(\.name)),
      hint: scope.functions.isEmpty ? nil : lookalikeHint(typed))
  }

  /// Names the letters that only look like plain ones.
  private func lookalikeHint(_ typed: String) -> String? {
    guard let letter = typed.unicodeScalars.first(where: { !$0.isASCII }) else { return nil }
    return "the '\(letter)' in it is \(letter.codePoint), not a plain letter"
  }
}

extension ExpressionScope.Name {
  /// The word in brackets, if this is `base[word]`.
  fileprivate func label(of base: String) -> String? {
    guard name.hasPrefix(base + "["), name.hasSuffix("]") else { return nil }
    return String(name.dropFirst(base.count + 1).dropLast())
  }
}
