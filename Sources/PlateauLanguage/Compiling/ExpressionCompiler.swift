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

    var constant: Double? {
      if case .constant(let value) = place { value } else { nil }
    }
  }

  /// The most steps of one program; far more than anyone types.
  static let mostSteps = 2000

  let scope: ExpressionScope
  private var program = ColumnProgram()

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

  /// Appends a step and answers its result.
  mutating func append(
    _ instruction: ColumnProgram.Instruction, _ kind: ValueKind, labels: [String] = [],
    isScalar: Bool
  ) -> Value {
    Value(
      place: .register(program.append(instruction)), kind: kind, labels: labels,
      isScalar: isScalar)
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

  /// The value of an expression.
  mutating func value(of syntax: ExpressionSyntax) throws(Diagnostic) -> Value {
    guard program.instructions.count <= Self.mostSteps else {
      throw Diagnostic(
        .tooLong, "an expression of more than \(Self.mostSteps) steps is too long", at: syntax.range
      )
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
