import PlateauColumns
import PlateauEngine
import PlateauLanguage
import PlateauSearch

/// A range at whose end the best candidate lies: better ones may lie beyond.
struct RangeEdge: Equatable {
  /// The parameter or setting.
  let name: String
  /// The best candidate's value as it would be typed.
  let value: String
  /// Whether it is the largest value; else the smallest.
  let isUpper: Bool
  /// The command that looks beyond.
  let command: String

  /// One sentence.
  var sentence: String {
    "the best candidate has the \(isUpper ? "largest" : "smallest") \(name), \(value); "
      + "'\(command)' looks beyond"
  }

  /// The edges that the best candidate lies on.
  ///
  /// A range has at least three numbers. Where the next number inside does as well, or no value
  /// beyond makes sense, there is nothing to look for.
  ///
  /// - Parameters:
  ///   - best: The row of the best candidate.
  ///   - run: The run.
  ///   - scores: The score of every row.
  ///   - places: Where the rows lie in the grid.
  /// - Returns: An edge for each such range, in the order the ranges were set.
  static func edges(
    of best: Int, in run: Run, scores: [Double], _ places: GridPlaces
  ) -> [RangeEdge] {
    run.plan.study.space.domains.indices.compactMap { index in
      let domain = run.plan.study.space.domains[index]
      guard domain.kind != .text,
        let assignment = run.plan.state.assignments.first(where: { $0.name == domain.name }),
        assignment.target == .parameter || !givens.contains(assignment.ownName)
      else { return nil }
      let digit = places.digit(of: best, in: index)
      let value = domain.values[digit]
      let sorted = domain.values.filter { !$0.isNaN }.sorted()
      guard sorted.count >= 3, value == sorted[0] || value == sorted[sorted.count - 1] else {
        return nil
      }
      let isUpper = value == sorted[sorted.count - 1]
      let inward = isUpper ? sorted[sorted.count - 2] : sorted[1]
      if let inside = domain.values.firstIndex(of: inward),
        let row = places.row(beside: best, in: index, digit: inside), scores[row] == scores[best]
      {
        return nil
      }
      let beyond = values(
        beyond: value, from: inward, kind: domain.kind, within: run.plan.allowed(for: assignment))
      guard !beyond.isEmpty else { return nil }
      let text = ValuesText.text(
        of: beyond.sorted(), kind: domain.kind, mode: assignment.values.mode)
      return RangeEdge(
        name: domain.name, value: NumberText.typed(value, kind: domain.kind), isUpper: isUpper,
        command: "extend \(domain.name) \(text)")
    }
  }

  /// Settings that nobody chooses for the result: the less they cost, the better.
  private static let givens = [
    "cash", "commission", "commission_fixed", "slippage", "borrow_rate", "lot",
    "periods_per_year", "risk_free",
  ]

  /// Up to three values at the spacing of the last two, or one half way to the limit.
  private static func values(
    beyond edge: Double, from inward: Double, kind: ValueKind, within allowed: ClosedRange<Double>
  ) -> [Double] {
    guard let end = DecimalNumber(shortest: edge),
      let step = DecimalNumber(shortest: inward).flatMap({ end.subtracting($0) })
    else { return [] }
    var values: [Double] = []
    var next = end
    while values.count < 3, let moved = next.adding(step), isSensible(moved.value, allowed) {
      values.append(moved.value)
      next = moved
    }
    let limit = step.isNegative ? allowed.lowerBound : allowed.upperBound
    guard values.isEmpty, abs(limit) < 1e9 else { return values }
    let half = kind == .length ? ((edge + limit) / 2).rounded() : (edge + limit) / 2
    return half != edge && isSensible(half, allowed) ? [half] : []
  }

  /// Whether a value is allowed, and not the zero that a fraction or amount would vanish at.
  private static func isSensible(_ value: Double, _ allowed: ClosedRange<Double>) -> Bool {
    allowed.contains(value) && value != 0
  }
}

extension SweepPlan {
  /// The values that a parameter or setting may have.
  func allowed(for assignment: Assignment) -> ClosedRange<Double> {
    switch assignment.target {
    case .parameter:
      return strategy.parameters.first { $0.name == assignment.name }?.allowed
        ?? -Double.greatestFiniteMagnitude...Double.greatestFiniteMagnitude
    case .setting:
      guard let setting = ExecutionSetting.named(assignment.ownName) else { return 0...1 }
      return setting.allowed
    }
  }
}
