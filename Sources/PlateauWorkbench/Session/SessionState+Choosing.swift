import PlateauColumns
import PlateauEngine
import PlateauLanguage

extension SessionState {
  /// Puts values in place of any the name had.
  mutating func assign(_ assignment: Assignment) {
    let index = assignments.firstIndex {
      $0.name == assignment.name && $0.target == assignment.target
    }
    if let index {
      assignments[index] = assignment
    } else {
      assignments.append(assignment)
    }
  }

  /// Chooses a strategy: forgets what makes no sense with it, and takes the values it proposes
  /// for parameters that have none.
  ///
  /// - Returns: What was forgotten.
  @discardableResult
  mutating func choose(_ strategy: any Strategy) -> ForgottenByChoice {
    strategyName = strategy.name
    assignments = assignments.map { $0.named(beside: strategy) }
    let foreign = assignments.filter { !$0.fits(strategy) }
    assignments.removeAll { foreign.contains($0) }
    let names = Set(strategy.parameters.map(\.name) + ExecutionSetting.all.map(\.name))
    let unfit = requirements.filter {
      !names.isSuperset(of: $0.expression.program.inputs)
    }
    requirements.removeAll { unfit.contains($0) }
    let isForeignBaseline = !baseline.allSatisfy { $0.fits(strategy) }
    let droppedBaseline = isForeignBaseline ? [baselineText] : []
    if isForeignBaseline { baseline = [] }
    let columns = display.columns.filter { column in
      Metric.named(column) == nil && !names.contains(column) && column != "symbol"
        && !definedMetrics.contains { $0.name == column }
    }
    display.columns.removeAll { columns.contains($0) }
    for proposal in writtenStrategies.first(where: { $0.name == strategy.name })?.proposals ?? []
    where !assignments.contains(where: { $0.target == .parameter && $0.name == proposal.name }) {
      assignments.append(proposal)
    }
    return ForgottenByChoice(
      values: foreign.map(\.text),
      others: unfit.map { "require \($0.text)" } + droppedBaseline
        + columns.map { "column \($0)" })
  }
}

/// What made no sense with a strategy any more, as it was written.
struct ForgottenByChoice {
  /// Values of parameters.
  let values: [String]
  /// Requirements, the baseline, columns.
  let others: [String]
}

extension Assignment {
  /// Whether a strategy takes these values; settings go with every strategy.
  fileprivate func fits(_ strategy: any Strategy) -> Bool {
    guard target == .parameter else { return true }
    guard let parameter = strategy.parameters.first(where: { $0.name == name }),
      parameter.kind == kind, kind == .text ? parameter.labels == values.labels : true
    else { return false }
    return kind == .text || values.values.allSatisfy { parameter.allowed.contains($0) }
  }
}
