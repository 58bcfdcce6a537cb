import PlateauColumns

/// Two rules that ask the same thing of two expressions: in while one is above the other, out
/// while it is below.
///
/// Then one bit a bar says it all, and trades are the places where it changes.
struct Crossover {
  /// The expression that is above the other while a position is held.
  let upper: ColumnProgram
  /// The expression that is below it.
  let lower: ColumnProgram
  /// What a bar on which both are equal means.
  enum Ties {
    /// More than a bit can tell.
    case unknown
    /// Out.
    case out
    /// In or out as on the bar before.
    case unchanged
  }

  /// What a bar on which both are equal means.
  let ties: Ties
  /// Whether an entry needs the change itself; without, being above is enough.
  let needsCrossing: Bool

  /// Finds a crossover in two rules, or answers `nil` for rules of another shape.
  init?(buy: ConditionPlan, sell: ConditionPlan) {
    guard let entry = Self.only(comparison: buy), let exit = Self.only(comparison: sell),
      let (upper, lower, needsCrossing) = Self.sides(of: entry),
      let (exitUpper, exitLower, _) = Self.sides(of: exit),
      exitUpper == lower, exitLower == upper
    else { return nil }
    self.upper = upper
    self.lower = lower
    self.needsCrossing = needsCrossing
    let isStrict = entry.relation.isStrict
    ties = !isStrict ? .unknown : exit.relation.isStrict ? .unchanged : .out
  }

  private static func only(comparison plan: ConditionPlan) -> ColumnComparison? {
    guard case .comparison(let index) = plan.nodes[plan.root] else { return nil }
    return plan.comparisons[index]
  }

  /// The sides in the order in which the comparison holds, where they are never equal.
  private static func sides(
    of comparison: ColumnComparison
  ) -> (upper: ColumnProgram, lower: ColumnProgram, needsCrossing: Bool)? {
    let (left, right) = (comparison.left, comparison.right)
    return switch comparison.relation {
    case .greater, .greaterOrEqual: (left, right, false)
    case .less, .lessOrEqual: (right, left, false)
    case .crossesAbove: (left, right, true)
    case .crossesBelow: (right, left, true)
    case .equal, .notEqual, .doesNotCrossAbove, .doesNotCrossBelow: nil
    }
  }
}

extension ColumnComparison.Relation {
  /// Whether the relation does not hold where both sides are equal.
  fileprivate var isStrict: Bool {
    switch self {
    case .less, .greater, .notEqual, .crossesAbove, .crossesBelow: true
    default: false
    }
  }
}
