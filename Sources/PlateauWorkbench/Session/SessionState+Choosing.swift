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

  /// Takes in a strategy that the user has written, in place of one of the same name in any case.
  ///
  /// Values that the earlier text proposed, and that the user left as they were, make way for what
  /// the new text proposes; values that the user has set stay.
  mutating func write(_ strategy: WrittenStrategy) {
    let index = writtenStrategies.firstIndex {
      $0.name.lowercased() == strategy.name.lowercased()
    }
    guard let index else { return writtenStrategies.append(strategy) }
    let earlier = writtenStrategies[index]
    if strategyName == earlier.name {
      let renewed = Set(strategy.proposals.map(\.name))
      // What both texts propose keeps its place, and with it the order of candidates.
      assignments.removeAll {
        renewed.contains($0.name) && earlier.proposals.contains($0)
          && !strategy.proposals.contains($0)
      }
    }
    writtenStrategies[index] = strategy
  }

  /// Chooses a strategy: forgets what makes no sense with it, and takes the values it proposes
  /// for parameters that have none.
  ///
  /// - Returns: What was forgotten and what was taken.
  @discardableResult
  mutating func choose(_ strategy: any Strategy) -> ConsequencesOfChoice {
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
    var taken: [Assignment] = []
    for proposal in writtenStrategies.first(where: { $0.name == strategy.name })?.proposals ?? []
    where !assignments.contains(where: { $0.target == .parameter && $0.name == proposal.name }) {
      taken.append(proposal)
    }
    assignments += taken
    return ConsequencesOfChoice(
      values: foreign.map(\.text),
      others: unfit.map { "require \($0.text)" } + droppedBaseline
        + columns.map { "column \($0)" },
      proposals: taken.map(\.text))
  }
}

/// What changed beside the strategy when it was chosen, as it was written.
struct ConsequencesOfChoice {
  /// Values of parameters that made no sense any more.
  let values: [String]
  /// Requirements, the baseline, columns that made no sense any more.
  let others: [String]
  /// Values that the strategy proposed and that were taken.
  let proposals: [String]
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
