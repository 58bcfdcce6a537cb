import PlateauColumns

/// Finds out what each parameter of a strategy means from where it is used.
///
/// A parameter that stands for a length, a look back or a holding limit is a whole number, also
/// inside arithmetic and through `let`; one that is a stop, a target or a trail is a fraction.
struct ParameterUses {
  private let functions: [ColumnFunction]
  private let definitions: [(name: String, value: ExpressionSyntax)]
  private var minima: [String: Double] = [:]
  private var fractions: Set<String> = []
  private var followed: Set<String> = []

  init(of syntax: StrategySyntax, functions: [ColumnFunction]) {
    self.functions = functions
    definitions = syntax.statements.compactMap { statement in
      if case .definition(let name, _, let value) = statement.kind {
        (name.lowercased(), value)
      } else {
        nil
      }
    }
    for statement in syntax.statements {
      switch statement.kind {
      case .definition(_, _, let value), .rule(_, let value): search(value)
      case .level(_, let value):
        if let name = value.name { fractions.insert(name.lowercased()) }
        search(value)
      case .exitAfter(let count, _):
        search(count)
        markLengths(in: count, atLeast: 0)
      case .parameter, .reversalOff: break
      }
    }
  }

  /// What a parameter means, and its smallest sensible value.
  func meaning(
    of name: String, defaultUnit unit: NumberUnit?
  ) -> (kind: ValueKind, minimum: Double) {
    let name = name.lowercased()
    if let unit { return (unit.isTime ? .days : .fraction, -.infinity) }
    if let minimum = minima[name] { return (.length, minimum) }
    return (fractions.contains(name) ? .fraction : .number, -.infinity)
  }

  /// Looks for places that want a length.
  private mutating func search(_ syntax: ExpressionSyntax) {
    switch syntax.kind {
    case .call(let name, let arguments):
      let name = name.lowercased()
      let wanted = functions.first { $0.name == name }?.arguments ?? []
      for (argument, syntax) in zip(wanted, arguments) where argument.kind == .length {
        markLengths(in: syntax, atLeast: 1)
      }
    case .lookBack(_, let bars): markLengths(in: bars, atLeast: 0)
    case .labelled(_, let label, _): mark(label, atLeast: 0)
    default: break
    }
    for part in syntax.kind.parts { search(part) }
  }

  private mutating func markLengths(in syntax: ExpressionSyntax, atLeast minimum: Double) {
    if let name = syntax.name { return mark(name, atLeast: minimum) }
    for part in syntax.kind.parts { markLengths(in: part, atLeast: 0) }
  }

  private mutating func mark(_ name: String, atLeast minimum: Double) {
    let name = name.lowercased()
    if let definition = definitions.first(where: { $0.name == name }) {
      guard followed.insert("\(name) \(minimum)").inserted else { return }
      markLengths(in: definition.value, atLeast: minimum)
    } else {
      minima[name] = max(minima[name] ?? 0, minimum)
    }
  }
}
