import PlateauColumns
import PlateauEngine
import PlateauLanguage

/// The values of a name joined with new ones.
enum ValueUnion {
  /// The present values of a name and new ones, ascending and none twice.
  ///
  /// - Parameters:
  ///   - added: The new values, as `set` would assign them.
  ///   - state: The session's state; a name that was not set has its default.
  ///   - strategy: The chosen strategy.
  ///   - range: Where the new values stand.
  /// - Returns: The union, under the name of the new values.
  /// - Throws: `Diagnostic` where the new values mean something else than the present ones.
  static func assignment(
    joining added: Assignment, in state: SessionState, strategy: (any Strategy)?,
    at range: Range<Int>?
  ) throws -> Assignment {
    let present = state.assignments.first { $0.name == added.name && $0.target == added.target }
    if let present, present.values.mode != added.values.mode {
      throw Diagnostic(
        .typeMismatch,
        "\(added.name) is \(present.values.text) now; amounts of another meaning cannot be joined",
        at: range, hint: "'set \(added.text)' replaces them")
    }
    let values =
      try present?.values.values ?? [defaultValue(of: added, strategy, at: range)]
    var known: Set<UInt64> = []
    let union = (values + added.values.values).filter { value in
      known.insert((value.isNaN ? Double.nan : value + 0).bitPattern).inserted
    }.sorted { left, right in
      left.isNaN != right.isNaN ? left.isNaN : left < right
    }
    return try added.with(union, strategy: strategy)
  }

  /// The value that a name has while it is not set.
  private static func defaultValue(
    of added: Assignment, _ strategy: (any Strategy)?, at range: Range<Int>?
  ) throws -> Double {
    switch added.target {
    case .parameter:
      return strategy?.parameters.first { $0.name == added.name }?.defaultValue ?? .nan
    case .setting:
      guard added.values.mode == nil else {
        throw Diagnostic(
          .missingArgument, "\(added.name) is not set, so it has no amount to be joined with",
          at: range,
          hint: "'set \(added.text)' sets it")
      }
      let own = strategy?.settingDefaults[added.ownName]
      return own ?? ExecutionSetting.named(added.ownName)?.defaultValue ?? .nan
    }
  }
}
