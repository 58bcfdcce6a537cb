import PlateauColumns

extension ExpressionCompiler {
  /// Refuses the account's state where its past would be read, which no rule has.
  ///
  /// - Parameters:
  ///   - value: What is read.
  ///   - syntax: The expression that it is the value of.
  ///   - reason: Why the past is wanted, as the second half of a sentence.
  /// - Throws: `Diagnostic` at the name, with what to write in its place.
  func refusePast(
    of value: Value, _ syntax: ExpressionSyntax, _ reason: String
  ) throws(Diagnostic) {
    guard value.readsState else { return }
    let found = stateName(in: syntax)
    let name = found?.name ?? syntax.text
    let example: String =
      switch found?.kind {
      case .price?: "close < \(name) * 0.95"
      case .fraction?: "\(name) > 5%"
      case .length?: "\(name) >= 5"
      case .money?: "\(name) > 100000"
      default: "\(name) > 0"
      }
    throw Diagnostic(
      .needsBars, "'\(name)' has no past here, and \(reason)",
      at: found?.range ?? syntax.range, hint: "compare it directly: \(example)")
  }

  /// Refuses the account's state in a statement that is read before there is a position.
  ///
  /// - Parameters:
  ///   - value: What the statement says.
  ///   - syntax: The expression that it is the value of.
  ///   - statement: The statement's word.
  /// - Throws: `Diagnostic` at the name.
  func refuseState(
    _ value: Value, _ syntax: ExpressionSyntax, in statement: String
  ) throws(Diagnostic) {
    guard value.readsState else { return }
    let found = stateName(in: syntax)
    throw Diagnostic(
      .strategyRules,
      "'\(statement)' cannot read the account, and '\(found?.name ?? syntax.text)' is of it",
      at: found?.range ?? syntax.range,
      hint: "state is for the conditions of rules and for the units of 'order'")
  }

  /// The first name in an expression that reads the account, also through a `let`.
  private func stateName(
    in syntax: ExpressionSyntax
  ) -> (name: String, kind: ValueKind, range: Range<Int>)? {
    if let typed = syntax.name {
      if let name = scope.name(typed) {
        return name.isAccountState ? (name.name, name.kind, syntax.range) : nil
      }
      guard let value = value(named: typed), value.readsState else { return nil }
      return (typed, value.kind, syntax.range)
    }
    for part in syntax.kind.parts {
      if let found = stateName(in: part) { return found }
    }
    return nil
  }
}
