public import PlateauColumns

/// Checks a strategy block and turns its rules into programs.
///
/// Parameters may be used anywhere in the block; a `let` uses what stands above it.
///
/// - Parameters:
///   - syntax: The block as it was typed.
///   - name: The strategy's name.
///   - series: The series that rules may read.
///   - state: What rules may ask of the account.
///   - functions: The functions that rules may call.
///   - elsewhere: Names that mean something in other places, with the error for them here.
/// - Returns: The strategy.
/// - Throws: What is wrong, with the bytes at fault.
/// - Complexity: O(bytes of the block), with a bound on the steps of each expression.
public func compileStrategy(
  _ syntax: StrategySyntax, named name: String, series: [ExpressionScope.Name],
  state: [ExpressionScope.Name] = [], functions: [ColumnFunction],
  elsewhere: [String: Diagnostic] = [:]
) throws(Diagnostic) -> StrategyDefinition {
  var names = StrategyNames(series: series, state: state, functions: functions)
  let parameters = try names.declareParameters(of: syntax)
  var compiler = StrategyCompiler(
    syntax,
    scope: ExpressionScope(
      noun: "series or parameter",
      names: series + state
        + parameters.map { ExpressionScope.Name($0.name, kind: $0.kind, isScalar: true) },
      functions: functions, allowsRows: true, elsewhere: elsewhere))
  try compiler.define(&names)
  return try compiler.definition(named: name, parameters)
}

/// Works through one block whose parameters are known: every `let`, then the other statements.
///
/// All expressions share their steps, so what `let` names is put in once however often it is used.
struct StrategyCompiler {
  let syntax: StrategySyntax
  var expressions: ExpressionCompiler

  init(_ syntax: StrategySyntax, scope: ExpressionScope) {
    self.syntax = syntax
    expressions = ExpressionCompiler(scope: scope)
  }

  /// Works out every `let`.
  mutating func define(_ names: inout StrategyNames) throws(Diagnostic) {
    var below = Set(syntax.statements.compactMap { $0.definedName?.lowercased() })
    for statement in syntax.statements {
      guard case .definition(let name, let range, let value) = statement.kind else { continue }
      try names.declare(name, "a 'let'", at: range)
      try refuseForwardUse(value, of: below, by: name)
      below.remove(name.lowercased())
      expressions.name(try expressions.checkedValue(of: value, allowsConditions: true), name)
    }
  }

  private func refuseForwardUse(
    _ value: ExpressionSyntax, of names: Set<String>, by definition: String
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

  /// The strategy that the statements make together.
  mutating func definition(
    named name: String, _ parameters: [ParameterDefinition]
  ) throws(Diagnostic) -> StrategyDefinition {
    try refuseRepetition()
    try refuseMixture()
    let statements = syntax.statements.map(\.kind)
    return StrategyDefinition(
      name: name, parameters: parameters, buy: try rule(.buy), sell: try rule(.sell),
      short: try rule(.short), cover: try rule(.cover), stop: try level(.stop),
      target: try level(.target), trail: try level(.trail), exitAfter: try holdingLimit(),
      exitsAtSessionEnd: statements.contains(.exitAtSessionEnd), size: try size(),
      reversal: !statements.contains(.reversalOff), orders: try orders(), start: try start(),
      fill: statements.compactMap { if case .fill(let fill) = $0 { fill } else { nil } }.first,
      text: syntax.text)
  }
}

extension StrategyStatement {
  /// The name of a `let`.
  fileprivate var definedName: String? {
    if case .definition(let name, _, _) = kind { name } else { nil }
  }
}
