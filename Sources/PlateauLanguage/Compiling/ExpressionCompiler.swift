import PlateauColumns

/// Builds one program; its extensions check one construct each.
struct ExpressionCompiler {
  /// The result of a part of an expression.
  struct Value {
    /// Where the result is.
    enum Place {
      case constant(Double)
      case register(ColumnProgram.Register)
    }

    var place: Place
    var kind: ValueKind
    var labels: [String] = []
    /// Whether it is the same on every row.
    var isScalar = true
    /// Whether it depends on the account, of which a rule knows the present only.
    var readsState = false

    var constant: Double? {
      if case .constant(let value) = place { value } else { nil }
    }
  }

  /// The most steps of one program; far more than anyone types.
  static let mostSteps = 2000

  let scope: ExpressionScope
  private var program = ColumnProgram()
  /// What `let` has named in the steps so far, by name in lower case.
  private var named: [String: Value] = [:]
  /// The steps there were when the expression began that is being read.
  private var earlierSteps = 0

  init(scope: ExpressionScope) {
    self.scope = scope
  }

  // MARK: Steps

  /// The program whose result is the given value.
  func finish(_ value: Value) -> ColumnProgram {
    switch value.place {
    case .constant(let number): ColumnProgram(constant: number)
    case .register(let register): program.ending(at: register)
    }
  }

  /// The program of a value among several that share their steps: what it needs and no more.
  ///
  /// Its steps stand in the order in which the expression alone would need them.
  ///
  /// - Throws: `Diagnostic` at the expression when it needs too much.
  func slice(_ value: Value, of syntax: ExpressionSyntax) throws(Diagnostic) -> ColumnProgram {
    guard case .register(let register) = value.place else { return finish(value) }
    var slice = ColumnProgram()
    var places: [ColumnProgram.Register: ColumnProgram.Register] = [:]
    var waiting = [(register: register, isReady: false)]
    while let (register, isReady) = waiting.popLast() {
      guard places[register] == nil else { continue }
      let step = program.instructions[register]
      guard isReady else {
        waiting.append((register, true))
        waiting += step.operands.reversed().map { ($0, false) }
        continue
      }
      guard slice.instructions.count < Self.mostSteps else { throw tooLong(syntax.range) }
      places[register] = slice.append(step.withOperands(step.operands.compactMap { places[$0] }))
    }
    return slice
  }

  /// Gives a value a name that later expressions may use.
  mutating func name(_ value: Value, _ name: String) {
    named[name.lowercased()] = value
  }

  /// What `let` has named so, in any case.
  func value(named typed: String) -> Value? { named[typed.lowercased()] }

  /// Every name that `let` has given.
  var givenNames: [String] { named.keys.sorted() }

  /// Appends a step and answers its result.
  mutating func append(
    _ instruction: ColumnProgram.Instruction, _ kind: ValueKind, labels: [String] = [],
    isScalar: Bool, readsState: Bool = false
  ) -> Value {
    Value(
      place: .register(program.append(instruction)), kind: kind, labels: labels,
      isScalar: isScalar, readsState: readsState)
  }

  /// The register that holds a value; a constant gets a step now.
  mutating func register(_ value: Value) -> ColumnProgram.Register {
    switch value.place {
    case .constant(let number): program.append(.constant(number))
    case .register(let register): register
    }
  }

  /// Puts in the steps of a finished expression.
  mutating func inline(_ expression: CompiledExpression) -> Value {
    if let number = expression.program.constantValue {
      return Value(place: .constant(number), kind: expression.kind, labels: expression.labels)
    }
    var moved: [ColumnProgram.Register] = []
    for instruction in expression.program.instructions {
      moved.append(program.append(instruction.withOperands(instruction.operands.map { moved[$0] })))
    }
    return Value(
      place: .register(moved[moved.count - 1]), kind: expression.kind, labels: expression.labels,
      isScalar: expression.isScalar)
  }

  // MARK: Parts

  /// The value of a whole expression, which must be of the kind that is wanted.
  mutating func checkedValue(
    of syntax: ExpressionSyntax, expecting expected: ValueKind? = nil,
    allowsConditions: Bool = false
  ) throws(Diagnostic) -> Value {
    earlierSteps = program.instructions.count
    let value = try value(of: syntax)
    if !(allowsConditions && value.kind == .condition) {
      try check(value, of: syntax, is: expected)
    }
    return value
  }

  private func tooLong(_ range: Range<Int>) -> Diagnostic {
    Diagnostic(
      .tooLong, "an expression of more than \(Self.mostSteps) steps is too long", at: range)
  }

  /// The value of an expression.
  mutating func value(of syntax: ExpressionSyntax) throws(Diagnostic) -> Value {
    guard program.instructions.count - earlierSteps <= Self.mostSteps else {
      throw tooLong(syntax.range)
    }
    switch syntax.kind {
    case .number(let literal): return try number(literal, syntax.range)
    case .text(let text):
      throw Diagnostic(.typeMismatch, "the text \"\(text)\" has no value here", at: syntax.range)
    case .name(let name): return try named(name, syntax.range)
    case .labelled(let name, let label, let labelRange):
      return try labelled(name, label, labelRange, syntax.range)
    case .unary(let operation, let operand): return try unary(operation, operand)
    case .binary(let operation, let left, let right):
      if operation.isComparison { return try comparison(operation, left, right) }
      if operation == .and || operation == .or { return try logical(operation, left, right) }
      return try arithmetic(operation, left, right)
    case .crosses(let direction, let left, let right):
      return try crossing(direction, left, right, syntax.range)
    case .call(let name, let arguments): return try call(name, arguments, syntax)
    case .lookBack(let operand, let bars): return try lookBack(operand, bars, syntax)
    }
  }

  private func number(
    _ literal: NumberLiteral, _ range: Range<Int>
  ) throws(Diagnostic) -> Value {
    switch literal.unit {
    case nil: return Value(place: .constant(literal.value), kind: .number)
    case .percent?, .basisPoints?: return Value(place: .constant(literal.value), kind: .fraction)
    case let unit?:
      guard unit.isFixedTime else {
        throw Diagnostic(
          .unit, "a \(unit == .months ? "month" : "year") is no fixed number of days", at: range,
          hint: "write the days, such as \(unit == .months ? "30d" : "365d")")
      }
      return Value(place: .constant(literal.value), kind: .days)
    }
  }
}
