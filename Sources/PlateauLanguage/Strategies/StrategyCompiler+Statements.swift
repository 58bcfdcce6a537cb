import PlateauColumns

/// Each statement of a block as a program, checked for what it may read and what it may be.
extension StrategyCompiler {
  /// The condition of a rule.
  mutating func rule(_ wanted: StrategyRule) throws(Diagnostic) -> ColumnProgram? {
    for statement in syntax.statements {
      guard case .rule(wanted, let condition) = statement.kind else { continue }
      return try program(of: condition, is: .condition)
    }
    return nil
  }

  /// A stop, target or trail.
  mutating func level(_ wanted: StrategyLevel) throws(Diagnostic) -> ColumnProgram? {
    for statement in syntax.statements {
      guard case .level(wanted, let value) = statement.kind else { continue }
      return try program(of: value, is: .fraction, in: wanted.rawValue)
    }
    return nil
  }

  /// `exit after N bars|days`.
  mutating func holdingLimit() throws(Diagnostic) -> HoldingLimit? {
    for statement in syntax.statements {
      guard case .exitAfter(let count, let period) = statement.kind else { continue }
      let limit = try fixedNumber(count, is: .length, in: "exit after")
      if let number = limit.constantValue, !(number >= 0) || number != number.rounded() {
        throw Diagnostic(.wholeNumber, "'exit after' takes a whole number", at: count.range)
      }
      return HoldingLimit(count: limit, period: period)
    }
    return nil
  }

  /// `size …`.
  mutating func size() throws(Diagnostic) -> EntrySizeDefinition? {
    for statement in syntax.statements {
      guard case .size(let mode, let amount) = statement.kind else { continue }
      guard let amount, let kind = mode.amountKind else {
        return EntrySizeDefinition(mode: mode, amount: nil)
      }
      let program = try program(of: amount, is: kind, in: "size \(mode.rawValue)")
      if let number = program.constantValue, !(number > 0) {
        throw Diagnostic(.outOfBounds, "a size is above zero", at: amount.range)
      }
      return EntrySizeDefinition(mode: mode, amount: program)
    }
    return nil
  }

  /// Every `order UNITS when RULE`, in order.
  mutating func orders() throws(Diagnostic) -> [OrderDefinition] {
    var orders: [OrderDefinition] = []
    for statement in syntax.statements {
      guard case .order(let units, let condition) = statement.kind else { continue }
      orders.append(
        OrderDefinition(
          units: try program(of: units, is: .number),
          when: try program(of: condition, is: .condition)))
    }
    return orders
  }

  /// `start SHARE`.
  mutating func start() throws(Diagnostic) -> ColumnProgram? {
    for statement in syntax.statements {
      guard case .start(let share) = statement.kind else { continue }
      let program = try fixedNumber(share, is: .fraction, in: "start")
      if let number = program.constantValue, !(number >= 0 && number <= 1) {
        throw Diagnostic(
          .outOfBounds, "'start' is a share of cash from 0% to 100%", at: share.range)
      }
      return program
    }
    return nil
  }

  /// The program of an expression; `statement` names one that cannot read the account.
  private mutating func program(
    of value: ExpressionSyntax, is kind: ValueKind, in statement: String? = nil
  ) throws(Diagnostic) -> ColumnProgram {
    let result = try expressions.checkedValue(of: value, expecting: kind)
    if let statement { try expressions.refuseState(result, value, in: statement) }
    return try expressions.slice(result, of: value)
  }

  private mutating func fixedNumber(
    _ value: ExpressionSyntax, is kind: ValueKind, in statement: String
  ) throws(Diagnostic) -> ColumnProgram {
    let result = try expressions.checkedValue(of: value, expecting: kind)
    try expressions.refuseState(result, value, in: statement)
    guard result.isScalar else {
      throw Diagnostic(
        .fixedNumber,
        "'\(statement)' takes one number, and '\(value.text)' changes from bar to bar",
        at: value.range)
    }
    return try expressions.slice(result, of: value)
  }
}
