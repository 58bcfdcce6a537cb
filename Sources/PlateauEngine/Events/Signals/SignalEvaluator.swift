import PlateauColumns
import PlateauMarket

/// What the rules of one candidate say, as masks of bars.
struct SignalMasks {
  /// Entries to the long side: `buy` without a simultaneous `sell`.
  var buys: BarMask
  /// Exits of the long side.
  var sells: BarMask
  /// Entries to the short side: `short` without a simultaneous `cover`.
  var shorts: BarMask
  /// Exits of the short side.
  var covers: BarMask
  /// The bars on which everything the conditions read is defined.
  var defined: BarMask
}

extension SignalMasks {
  /// Masks of rules that never fire.
  fileprivate init(none barCount: Int) {
    let none = BarMask(count: barCount)
    self.init(buys: none, sells: none, shorts: none, covers: none, defined: none)
  }
}

/// Turns the conditions of a strategy into masks, one candidate after another.
///
/// What a candidate shares with the one before it is not computed again: columns, orderings of
/// columns, and, where only stops, targets or costs differ, all masks. An evaluator belongs to one
/// thread and one market.
struct SignalEvaluator {
  private struct Rule {
    let plan: ConditionPlan
    let orderings: [Int]
  }

  private let market: Market
  private let rules: [Rule?]
  private var orderings: [Ordering]
  private let slots: [Int]
  private var latestKey: [Double] = []
  private var latestDirection: ExecutionSettings.Direction?
  /// The masks of the latest candidate, if it has any.
  private(set) var latest: SignalMasks?
  /// Counts the changes of the latest masks.
  private(set) var version = 0

  /// Takes the rules apart, or answers `nil` where one reads the account.
  init?(
    _ rules: TradingRules, parameters: [String], library: ColumnLibrary, market: Market
  ) {
    guard rules.readState.isEmpty else { return nil }
    self.market = market
    var compared: [(left: ColumnProgram, right: ColumnProgram)] = []
    func ordering(_ comparison: ColumnComparison) -> Int {
      let pair = (left: comparison.left, right: comparison.right)
      if let index = compared.firstIndex(where: { $0 == pair }) { return index }
      compared.append(pair)
      return compared.count - 1
    }
    var prepared: [Rule?] = []
    for program in [rules.buy, rules.sell, rules.short, rules.cover] {
      guard let program else {
        prepared.append(nil)
        continue
      }
      let plan = ConditionPlan(program)
      prepared.append(Rule(plan: plan, orderings: plan.comparisons.map(ordering)))
    }
    self.rules = prepared
    orderings = compared.map { pair in
      Ordering(
        ColumnFamily(pair.left, parameters: parameters, library: library),
        ColumnFamily(pair.right, parameters: parameters, library: library),
        barCount: market.series.count)
    }
    let read = Set(
      [rules.buy, rules.sell, rules.short, rules.cover].flatMap { $0?.inputs ?? [] })
    slots = parameters.indices.filter { read.contains(parameters[$0]) }
  }

  /// The rules as a crossover, or `nil` for rules of another shape.
  var crossover: Crossover? {
    guard let buy = rules[0], let sell = rules[1], rules[2] == nil, rules[3] == nil else {
      return nil
    }
    return Crossover(buy: buy.plan, sell: sell.plan)
  }

  /// The masks of a candidate.
  ///
  /// - Throws: `CandidateFailure` when a condition cannot be evaluated, or is never defined.
  mutating func masks(
    _ parameters: [Double], direction: ExecutionSettings.Direction
  ) throws(CandidateFailure) -> SignalMasks {
    if !isLatest(parameters, direction) { latest = try computed(parameters, direction) }
    return latest ?? SignalMasks(none: market.series.count)
  }

  /// Makes `latest` the masks of a candidate.
  ///
  /// - Throws: `CandidateFailure`, as `masks` does.
  mutating func update(
    _ parameters: [Double], direction: ExecutionSettings.Direction
  ) throws(CandidateFailure) {
    if !isLatest(parameters, direction) { latest = try computed(parameters, direction) }
  }

  @inline(__always)
  private func isLatest(
    _ parameters: [Double], _ direction: ExecutionSettings.Direction
  ) -> Bool {
    guard latest != nil, direction == latestDirection else { return false }
    for index in slots.indices
    where latestKey[index].bitPattern != parameters[slots[index]].bitPattern {
      return false
    }
    return true
  }

  private mutating func computed(
    _ parameters: [Double], _ direction: ExecutionSettings.Direction
  ) throws(CandidateFailure) -> SignalMasks {
    latest = nil
    var defined = BarMask(count: market.series.count, all: true)
    let buy = try mask(direction == .short ? nil : rules[0], parameters, &defined)
    let sell = try mask(rules[1], parameters, &defined)
    let short = try mask(direction == .long ? nil : rules[2], parameters, &defined)
    let cover = try mask(rules[3], parameters, &defined)
    let masks = SignalMasks(
      buys: buy.subtracting(sell), sells: sell, shorts: short.subtracting(cover), covers: cover,
      defined: defined)
    version += 1
    latestDirection = direction
    latestKey = slots.map { parameters[$0] }
    return masks
  }

  private mutating func mask(
    _ rule: Rule?, _ parameters: [Double], _ defined: inout BarMask
  ) throws(CandidateFailure) -> BarMask {
    guard let rule else { return BarMask(count: market.series.count) }
    for (index, comparison) in zip(rule.orderings, rule.plan.comparisons) {
      try orderings[index].update(parameters)
      let ordering = orderings[index]
      if ordering.readsUndefinedNumber { throw .neverDefined }
      defined.formIntersection(
        comparison.relation.looksBack ? ordering.definedOnBoth : ordering.defined)
    }
    return mask(of: rule)
  }

  /// The bars on which a rule is true; what it says twice is worked out once.
  private func mask(of rule: Rule) -> BarMask {
    func compared(_ index: Int) -> BarMask {
      orderings[rule.orderings[index]].mask(rule.plan.comparisons[index].relation)
    }
    if case .comparison(let index) = rule.plan.nodes[rule.plan.root] { return compared(index) }
    var masks: [BarMask] = []
    masks.reserveCapacity(rule.plan.nodes.count)
    for node in rule.plan.nodes {
      switch node {
      case .constant(let value):
        masks.append(BarMask(count: market.series.count, all: value))
      case .comparison(let index): masks.append(compared(index))
      case .and(let left, let right): masks.append(masks[left].intersection(masks[right]))
      case .or(let left, let right): masks.append(masks[left].union(masks[right]))
      }
    }
    return masks[rule.plan.root]
  }
}
