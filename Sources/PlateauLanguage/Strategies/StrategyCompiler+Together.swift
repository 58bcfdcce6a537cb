import PlateauColumns

/// Which statements may stand beside which.
extension StrategyCompiler {
  /// Refuses a second statement of a kind that may stand once.
  func refuseRepetition() throws(Diagnostic) {
    var seen: Set<String> = []
    for statement in syntax.statements {
      guard let word = statement.kind.onceOnly else { continue }
      guard !seen.insert(word).inserted else { continue }
      let joins = StrategyRule(rawValue: word) != nil
      throw Diagnostic(
        .givenTwice, "a second '\(word)'", at: statement.range,
        hint: joins ? "join the rules with 'or'" : "a strategy has one '\(word)'")
    }
  }

  /// Refuses a block that never trades, and one that mixes orders with entries and exits.
  func refuseMixture() throws(Diagnostic) {
    let statements = syntax.statements
    let hasOrders = statements.contains { $0.kind.isOrder }
    if hasOrders {
      guard let other = statements.first(where: { $0.kind.isOfPositions }) else { return }
      let word = other.kind.onceOnly ?? ""
      throw Diagnostic(
        .strategyRules, "'\(word)' cannot stand beside 'order'", at: other.range,
        hint: "a strategy has either orders, or entries and exits")
    }
    if let start = statements.first(where: { $0.kind.onceOnly == "start" }) {
      throw Diagnostic(
        .strategyRules, "'start' is for strategies of orders, and this one has no 'order'",
        at: start.range, hint: "order UNITS when RULE")
    }
    let entries = [StrategyRule.buy, .short].map(\.rawValue)
    guard statements.contains(where: { entries.contains($0.kind.onceOnly ?? "") }) else {
      throw Diagnostic(
        .strategyRules, "this strategy never enters: it has neither 'buy when' nor 'short when'",
        at: syntax.range.lowerBound..<syntax.range.lowerBound + 1)
    }
  }
}

extension StrategyStatement.Kind {
  /// The words of a statement that may stand once only.
  fileprivate var onceOnly: String? {
    switch self {
    case .rule(let rule, _): rule.rawValue
    case .level(let level, _): level.rawValue
    case .exitAfter: "exit after"
    case .exitAtSessionEnd: "exit at session end"
    case .reversalOff: "reversal off"
    case .size: "size"
    case .start: "start"
    case .fill: "fill"
    case .parameter, .definition, .order: nil
    }
  }

  fileprivate var isOrder: Bool {
    if case .order = self { true } else { false }
  }

  /// Whether it is about a position that is entered and left as a whole.
  fileprivate var isOfPositions: Bool {
    switch self {
    case .rule, .level, .exitAfter, .exitAtSessionEnd, .reversalOff, .size: true
    case .parameter, .definition, .order, .start, .fill: false
    }
  }
}
