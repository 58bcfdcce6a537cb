import PlateauColumns

/// Finds out what each parameter of a strategy means from where it is used.
///
/// A parameter that stands for a length, a look back or a holding limit is a whole number, also
/// inside arithmetic and through `let`; one that is a stop, a target, a trail, a start or a size
/// by itself means what that means.
struct ParameterUses {
  private let functions: [String: ColumnFunction]
  private var definitions: [String: ExpressionSyntax] = [:]
  private var minima: [String: Double] = [:]
  private var amounts: [String: ValueKind] = [:]
  /// Expressions that count bars and were not looked into yet.
  ///
  /// A list, since a chain of `let` may be longer than a stack is deep.
  private var waiting: [(syntax: ExpressionSyntax, minimum: Double)] = []

  init(of syntax: StrategySyntax, functions: [ColumnFunction]) {
    self.functions = Dictionary(
      functions.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    for statement in syntax.statements {
      if case .definition(let name, _, let value) = statement.kind {
        definitions[name.lowercased()] = definitions[name.lowercased()] ?? value
      }
    }
    for statement in syntax.statements {
      for part in statement.kind.parts { search(part) }
      switch statement.kind {
      case .level(_, let value), .start(let value): note(value, is: .fraction)
      case .size(let mode, let amount?): note(amount, is: mode.amountKind ?? .number)
      case .exitAfter(let count, _): waiting.append((count, 0))
      default: break
      }
    }
    followLengths()
  }

  /// What a parameter means, and its smallest sensible value.
  func meaning(
    of name: String, defaultUnit unit: NumberUnit?
  ) -> (kind: ValueKind, minimum: Double) {
    let name = name.lowercased()
    if let unit { return (unit.isTime ? .days : .fraction, -.infinity) }
    if let minimum = minima[name] { return (.length, minimum) }
    return (amounts[name] ?? .number, -.infinity)
  }

  /// Notes what a parameter means that is a whole statement's number.
  private mutating func note(_ syntax: ExpressionSyntax, is kind: ValueKind) {
    guard let name = syntax.name?.lowercased() else { return }
    if amounts[name] == nil || kind == .fraction { amounts[name] = kind }
  }

  /// Looks for places that want a length.
  private mutating func search(_ syntax: ExpressionSyntax) {
    switch syntax.kind {
    case .call(let name, let arguments):
      let wanted = functions[name.lowercased()]?.arguments ?? []
      for (argument, syntax) in zip(wanted, arguments) where argument.kind == .length {
        waiting.append((syntax, 1))
      }
    case .lookBack(_, let bars): waiting.append((bars, 0))
    case .labelled(_, let label, let range):
      waiting.append((ExpressionSyntax(.name(label), at: range), 0))
    default: break
    }
    for part in syntax.kind.parts { search(part) }
  }

  /// Looks for parameters in everything that counts bars.
  private mutating func followLengths() {
    var followed: Set<String> = []
    while let (syntax, minimum) = waiting.popLast() {
      guard let name = syntax.name?.lowercased() else {
        waiting += syntax.kind.parts.map { ($0, 0) }
        continue
      }
      guard let definition = definitions[name] else {
        minima[name] = max(minima[name] ?? 0, minimum)
        continue
      }
      if followed.insert("\(name) \(minimum)").inserted { waiting.append((definition, minimum)) }
    }
  }
}

extension StrategyStatement.Kind {
  /// The expressions of the statement, in order; the default and values of a parameter aside.
  var parts: [ExpressionSyntax] {
    switch self {
    case .parameter, .exitAtSessionEnd, .reversalOff, .fill: []
    case .definition(_, _, let value), .rule(_, let value), .level(_, let value),
      .exitAfter(let value, _), .start(let value):
      [value]
    case .size(_, let amount): amount.map { [$0] } ?? []
    case .order(let units, let condition): [units, condition]
    }
  }
}
