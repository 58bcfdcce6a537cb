public import PlateauColumns

/// Checks a strategy block and turns its rules into programs.
///
/// Parameters may be used anywhere in the block; a `let` uses what stands above it.
///
/// - Parameters:
///   - syntax: The block as it was typed.
///   - name: The strategy's name.
///   - series: The series that rules may read.
///   - functions: The functions that rules may call.
/// - Returns: The strategy.
/// - Throws: What is wrong, with the bytes at fault.
public func compileStrategy(
  _ syntax: StrategySyntax, named name: String, series: [ExpressionScope.Name],
  functions: [ColumnFunction]
) throws(Diagnostic) -> StrategyDefinition {
  var compiler = StrategyCompiler(syntax, series: series, functions: functions)
  return try compiler.compile(named: name)
}

/// Works through one block: parameters first, then every `let`, then the rules.
private struct StrategyCompiler {
  let syntax: StrategySyntax
  let series: [ExpressionScope.Name]
  let functions: [ColumnFunction]
  private var parameters: [ParameterDefinition] = []
  private var definitions: [String: CompiledExpression] = [:]

  init(
    _ syntax: StrategySyntax, series: [ExpressionScope.Name], functions: [ColumnFunction]
  ) {
    self.syntax = syntax
    self.series = series
    self.functions = functions
  }

  mutating func compile(named name: String) throws(Diagnostic) -> StrategyDefinition {
    try declareParameters()
    try define()
    try refuseRepetition()
    let buy = try rule(.buy)
    let short = try rule(.short)
    guard buy != nil || short != nil else {
      throw Diagnostic(
        .strategyRules, "this strategy never enters: it has neither 'buy when' nor 'short when'",
        at: syntax.range.lowerBound..<syntax.range.lowerBound + 1)
    }
    return StrategyDefinition(
      name: name, parameters: parameters, buy: buy, sell: try rule(.sell), short: short,
      cover: try rule(.cover), stop: try level(.stop), target: try level(.target),
      trail: try level(.trail), exitAfter: try holdingLimit(),
      reversal: !syntax.statements.contains { $0.kind == .reversalOff }, text: syntax.text)
  }

  // MARK: Names

  private mutating func declareParameters() throws(Diagnostic) {
    let uses = ParameterUses(of: syntax, functions: functions)
    for statement in syntax.statements {
      guard case .parameter(let name, let range, let value, let values) = statement.kind
      else { continue }
      try requireNew(name, range)
      let failure = Diagnostic(
        .typeMismatch, "the default of '\(name)' is a number, not '\(value.text)'", at: value.range)
      let number = try ConstantNumber(value) { _, _ in failure }
      let (kind, minimum) = uses.meaning(of: name, defaultUnit: number.unit)
      let resolver = ValueResolver(
        name: name, kind: kind, labels: [], allowsNone: false, minimum: minimum)
      try resolver.check(number, value)
      let resolved: ResolvedValues? =
        if let values {
          try resolve(values, kind: kind, atLeast: minimum, name: name)
        } else {
          nil
        }
      parameters.append(
        ParameterDefinition(
          name: name, kind: kind, defaultValue: number.decimal.value, defaultText: value.text,
          values: resolved, minimum: minimum, range: range))
    }
  }

  private mutating func define() throws(Diagnostic) {
    var below: [String] = syntax.statements.compactMap { $0.definedName?.lowercased() }
    for statement in syntax.statements {
      guard case .definition(let name, let range, let value) = statement.kind else { continue }
      try requireNew(name, range)
      try refuseForwardUse(value, of: below, by: name)
      below.removeAll { $0 == name.lowercased() }
      definitions[name] = try PlateauLanguage.compile(
        value, in: scope, allowsConditions: true)
    }
  }

  private func refuseForwardUse(
    _ value: ExpressionSyntax, of names: [String], by definition: String
  ) throws(Diagnostic) {
    if let name = value.name, names.contains(name.lowercased()) {
      throw Diagnostic(
        .strategyRules,
        name.lowercased() == definition.lowercased()
          ? "'\(name)' is defined by itself"
          : "'\(name)' is defined further down; a 'let' uses what stands above it",
        at: value.range)
    }
    for part in value.kind.parts { try refuseForwardUse(part, of: names, by: definition) }
  }

  private func requireNew(_ name: String, _ range: Range<Int>) throws(Diagnostic) {
    let wanted = name.lowercased()
    let taken: String? =
      if series.contains(where: { $0.answers(to: wanted) }) {
        "a series"
      } else if functions.contains(where: { $0.name == wanted }) {
        "a function"
      } else if parameters.contains(where: { $0.name.lowercased() == wanted }) {
        "a parameter"
      } else if definitions.keys.contains(where: { $0.lowercased() == wanted }) {
        "a 'let'"
      } else if wanted == "true" || wanted == "false" || wanted == "none" {
        "a value"
      } else {
        nil
      }
    if let taken {
      throw Diagnostic(.nameTaken, "'\(name)' is already the name of \(taken)", at: range)
    }
  }

  private var scope: ExpressionScope {
    ExpressionScope(
      noun: "series or parameter",
      names: series
        + parameters.map { ExpressionScope.Name($0.name, kind: $0.kind, isScalar: true) },
      functions: functions, allowsRows: true, definitions: definitions)
  }

  // MARK: Rules

  private func rule(_ wanted: StrategyRule) throws(Diagnostic) -> ColumnProgram? {
    for statement in syntax.statements {
      guard case .rule(wanted, let condition) = statement.kind else { continue }
      return try PlateauLanguage.compile(condition, in: scope, expecting: .condition).program
    }
    return nil
  }

  private func level(_ wanted: StrategyLevel) throws(Diagnostic) -> ColumnProgram? {
    for statement in syntax.statements {
      guard case .level(wanted, let value) = statement.kind else { continue }
      return try PlateauLanguage.compile(value, in: scope, expecting: .fraction).program
    }
    return nil
  }

  private func holdingLimit() throws(Diagnostic) -> HoldingLimit? {
    for statement in syntax.statements {
      guard case .exitAfter(let count, let period) = statement.kind else { continue }
      let value = try PlateauLanguage.compile(count, in: scope, expecting: .length)
      guard value.isScalar else {
        throw Diagnostic(
          .fixedNumber,
          "'exit after' takes one number, and '\(count.text)' changes from bar to bar",
          at: count.range)
      }
      if let number = value.program.constantValue, number < 0 || number != number.rounded() {
        throw Diagnostic(.wholeNumber, "'exit after' takes a whole number", at: count.range)
      }
      return HoldingLimit(count: value.program, period: period)
    }
    return nil
  }

  private func refuseRepetition() throws(Diagnostic) {
    var seen: [String] = []
    for statement in syntax.statements {
      guard let word = statement.onceOnly else { continue }
      guard !seen.contains(word) else {
        let joins = StrategyRule(rawValue: word) != nil
        throw Diagnostic(
          .givenTwice, "a second '\(word)'", at: statement.range,
          hint: joins ? "join the rules with 'or'" : "a strategy has one '\(word)'")
      }
      seen.append(word)
    }
  }
}

extension StrategyStatement {
  /// The name of a `let`.
  fileprivate var definedName: String? {
    if case .definition(let name, _, _) = kind { name } else { nil }
  }

  /// The word of a statement that may stand once only.
  fileprivate var onceOnly: String? {
    switch kind {
    case .rule(let rule, _): rule.rawValue
    case .level(let level, _): level.rawValue
    case .exitAfter: "exit after"
    case .reversalOff: "reversal off"
    case .parameter, .definition: nil
    }
  }
}
