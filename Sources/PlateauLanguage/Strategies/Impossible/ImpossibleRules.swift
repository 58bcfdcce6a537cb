import PlateauColumns

/// A rule that can never fire, with the reason.
public struct ImpossibleRule: Hashable, Sendable {
  /// The rule's word: `buy`, `sell`, `order`.
  public let rule: String
  /// Why it never fires.
  public let reason: String

  /// The whole in one sentence.
  public var sentence: String { "'\(rule)' never fires: \(reason)" }
}

extension StrategyDefinition {
  /// The rules that can never fire, as far as it can be told before any prices are read.
  ///
  /// Only what is certain is said: what holds for any value of the parameters, or for their
  /// defaults, and then the reason says so. Prices are those of sound bars.
  public var impossibleRules: [ImpossibleRule] {
    orders.isEmpty ? impossibleEntriesAndExits : impossibleOrders
  }

  private var impossibleEntriesAndExits: [ImpossibleRule] {
    var found: [ImpossibleRule] = []
    let pairs = [("buy", buy, "sell", sell, short), ("short", short, "cover", cover, buy)]
    for (entry, condition, exit, leaving, opposite) in pairs {
      if let condition, let reason = reason(condition, isFirst: opposite == nil) {
        found.append(ImpossibleRule(rule: entry, reason: reason))
      } else if condition != nil, condition == leaving {
        found.append(
          ImpossibleRule(
            rule: entry, reason: "'\(exit)' has the same condition, and cancels it on that bar"))
      } else if condition != nil, let leaving, holdsOnEveryBar(leaving) {
        found.append(
          ImpossibleRule(
            rule: entry, reason: "'\(exit)' holds on every bar, and cancels it"))
      }
      if condition == nil, leaving != nil {
        found.append(
          ImpossibleRule(rule: exit, reason: "there is no '\(entry)' whose position it could leave")
        )
      } else if let leaving, let reason = reason(leaving, isFirst: false) {
        found.append(ImpossibleRule(rule: exit, reason: reason))
      }
    }
    return found
  }

  private var impossibleOrders: [ImpossibleRule] {
    let own = orders.compactMap { order in
      if let units = order.units.constantValue, units == 0 || units.isNaN {
        return ImpossibleRule(rule: "order", reason: "its units are zero")
      }
      return reason(order.condition, isFirst: false).map {
        ImpossibleRule(rule: "order", reason: $0)
      }
    }
    guard own.isEmpty, start == nil else { return own }
    // Without a start the first order is given by an account that never had a position.
    let first = orders.map { order in
      reason(order.condition, isFirst: true) ?? undefinedUnits(order.units)
    }
    guard let reason = first.first ?? nil, first.allSatisfy({ $0 != nil }) else { return [] }
    return [
      ImpossibleRule(rule: "order", reason: "none can be the first, for \(reason); see 'start'")
    ]
  }

  private func undefinedUnits(_ units: ColumnProgram) -> String? {
    let steps = StepBounds(units) { bounds(of: $0, isFirst: true, usesDefaults: false) }
    guard steps.bounds.last?.isEmpty ?? false else { return nil }
    return "its units are undefined before there is a position"
  }

  /// Why a condition is never true: for any parameters, or else for the defaults.
  private func reason(_ condition: ColumnProgram, isFirst: Bool) -> String? {
    let always = RuleJudgement(condition) { bounds(of: $0, isFirst: isFirst, usesDefaults: false) }
    if let reason = always.reason { return reason }
    let usual = RuleJudgement(condition) { bounds(of: $0, isFirst: isFirst, usesDefaults: true) }
    guard let reason = usual.reason else { return nil }
    let read = Set(condition.inputs)
    let defaults = parameters.filter { read.contains($0.name) }
      .map { "\($0.name) = \($0.defaultText)" }
    let word = defaults.count == 1 ? "default" : "defaults"
    return "\(reason), with the \(word) \(defaults.joined(separator: ", "))"
  }

  /// Whether a condition holds on every bar without exception, warm-up included.
  private func holdsOnEveryBar(_ condition: ColumnProgram) -> Bool {
    let isDefined = condition.instructions.allSatisfy { step in
      switch step {
      case .constant, .unary, .binary(.less, _, _), .binary(.lessOrEqual, _, _),
        .binary(.greater, _, _), .binary(.greaterOrEqual, _, _), .binary(.equal, _, _),
        .binary(.notEqual, _, _), .binary(.and, _, _), .binary(.or, _, _):
        true
      case .input(let name):
        BarFacts.isAlwaysDefined(name) || parameters.contains { $0.name == name }
      default: false
      }
    }
    guard isDefined else { return false }
    return RuleJudgement(condition) { bounds(of: $0, isFirst: false, usesDefaults: false) }
      .isNeverFalse
  }

  private func bounds(of name: String, isFirst: Bool, usesDefaults: Bool) -> ValueBounds {
    if let parameter = parameters.first(where: { $0.name == name }) {
      return usesDefaults
        ? ValueBounds(parameter.defaultValue, parameter.defaultValue)
        : ValueBounds(parameter.minimum, .infinity)
    }
    if isFirst, let bounds = BarFacts.boundsBeforeEntry(of: name) { return bounds }
    return BarFacts.bounds(of: name)
  }
}
