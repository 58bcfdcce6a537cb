public import PlateauColumns

/// A rule that would have said something else before later bars came.
public struct LookAhead: Hashable, Sendable {
  /// The rule's word, such as `buy`.
  public let rule: String
  /// Where it differs.
  public let change: TruncationCheck.Change

  /// The steps that one look at the rules may take; some milliseconds.
  fileprivate static let stepLimit = 200_000
}

extension Strategy {
  /// Looks for a rule that sees the future, on as many bars as can be looked at while one types.
  ///
  /// Parameters have their defaults; what reads account state is checked as far as prices go.
  ///
  /// - Parameters:
  ///   - environment: The bars.
  ///   - cuts: How many parts of them are compared.
  /// - Returns: The first rule found, or `nil`: no rule sees the future, or one cannot be computed.
  /// - Complexity: O(bars · steps), at most 200 000 times the cuts.
  public func lookAhead(in environment: ColumnEnvironment, cuts: Int = 4) -> LookAhead? {
    let defaults = Dictionary(
      parameters.map { ($0.name, $0.defaultValue) }, uniquingKeysWith: { first, _ in first })
    let programs = ruleWords.flatMap { rule, program in
      (StateProgram(program)?.columns ?? []).map { (rule, $0.binding(defaults)) }
    }
    let steps = programs.reduce(0) { $0 + $1.1.stepCount }
    let bars = Swift.min(environment.rowCount, LookAhead.stepLimit / Swift.max(1, steps))
    let check = TruncationCheck(
      environment.prefix(bars), cuts: TruncationCheck.cuts(cuts, of: bars))
    for (rule, program) in programs {
      if let change = try? check.change(in: program) {
        return LookAhead(rule: rule, change: change)
      }
    }
    return nil
  }

  /// What is computed from prices, by the words it is written with.
  private var ruleWords: [(rule: String, program: ColumnProgram)] {
    (self as? RuleStrategy)?.rules.namedPrograms ?? programs.map { ("order", $0) }
  }
}
