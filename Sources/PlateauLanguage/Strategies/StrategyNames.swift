import PlateauColumns

/// The names of one strategy block: what has them, and that nothing has two meanings.
struct StrategyNames {
  private let functions: [ColumnFunction]
  /// What each name that is taken belongs to, by name in lower case.
  private var owners: [String: String] = [:]

  init(
    series: [ExpressionScope.Name], state: [ExpressionScope.Name], functions: [ColumnFunction]
  ) {
    self.functions = functions
    for word in ["true", "false", "none"] { owners[word] = "a value" }
    for function in functions { owners[function.name] = "a function" }
    for name in state { owners[name.name.lowercased()] = "a value of the account" }
    for name in series {
      for typed in [name.name] + name.aliases { owners[typed.lowercased()] = "a series" }
    }
  }

  /// Takes a name, unless it is taken.
  mutating func declare(
    _ name: String, _ owner: String, at range: Range<Int>
  ) throws(Diagnostic) {
    if let taken = owners[name.lowercased()] {
      throw Diagnostic(.nameTaken, "'\(name)' is already the name of \(taken)", at: range)
    }
    owners[name.lowercased()] = owner
  }

  /// The parameters of a block, each with what it means.
  mutating func declareParameters(
    of syntax: StrategySyntax
  ) throws(Diagnostic) -> [ParameterDefinition] {
    let uses = ParameterUses(of: syntax, functions: functions)
    var parameters: [ParameterDefinition] = []
    for statement in syntax.statements {
      guard case .parameter(let name, let range, let value, let values) = statement.kind
      else { continue }
      try declare(name, "a parameter", at: range)
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
    return parameters
  }
}
