public import PlateauColumns

/// The candidates of a sweep: every combination of the domains' values that the constraints allow.
///
/// The space is a description; it is never written out. Combinations are ordered with the last
/// domain fastest.
public struct ParameterSpace: Hashable, Sendable {
  /// The parameters and settings that vary, in the order they were set.
  public let domains: [Domain]
  /// The conditions on candidates; only a combination for which all are true is a candidate.
  public let constraints: [ColumnProgram]

  /// Creates a space.
  public init(_ domains: [Domain], constraints: [ColumnProgram] = []) {
    self.domains = domains
    self.constraints = constraints
  }

  /// The number of combinations before constraints, as a double because it may be astronomical.
  public var combinationCount: Double {
    domains.reduce(1) { $0 * Double($1.values.count) }
  }

  /// The constraints, each with the depth at which all it reads is known.
  ///
  /// A constraint that the space cannot evaluate is a mistake of the caller, who checks names.
  func preparedConstraints() -> [PreparedConstraint] {
    let names = domains.map(\.name)
    return constraints.map { constraint in
      guard let program = try? BlockProgram(constraint, names: names) else {
        preconditionFailure("a constraint reads something that is not a domain of its space")
      }
      return PreparedConstraint(program: program, depth: program.lastInput ?? 0)
    }
  }

  /// The constraints for single combinations, in order.
  func scalarConstraints() -> [ScalarProgram] {
    let names = domains.map(\.name)
    return constraints.compactMap { ScalarProgram($0, names: names) }
  }
}

/// A constraint ready to run while a space is enumerated.
struct PreparedConstraint: Sendable {
  let program: BlockProgram
  /// The index of the last domain it reads: the earliest depth at which it can be decided.
  let depth: Int
}
