import PlateauColumns

extension ExpressionCompiler {
  /// `-x` and `not x`.
  mutating func unary(
    _ operation: UnaryOperation, _ operand: ExpressionSyntax
  ) throws(Diagnostic) -> Value {
    let value = try value(of: operand)
    switch operation {
    case .negate: try requireNumber(value, operand)
    case .not: try requireCondition(value, operand, of: "not")
    case .isUndefined: try requireNumber(value, operand)
    }
    return fold(.unary(operation, 0), [value], kind: value.kind)
  }

  /// Sums, products, quotients and powers.
  mutating func arithmetic(
    _ operation: BinaryOperation, _ left: ExpressionSyntax, _ right: ExpressionSyntax
  ) throws(Diagnostic) -> Value {
    let (first, second) = (try value(of: left), try value(of: right))
    try requireNumber(first, left)
    try requireNumber(second, right)
    return fold(
      .binary(operation, 0, 0), [first, second],
      kind: operation.kind(of: first.kind, second.kind))
  }

  /// `and` and `or`.
  mutating func logical(
    _ operation: BinaryOperation, _ left: ExpressionSyntax, _ right: ExpressionSyntax
  ) throws(Diagnostic) -> Value {
    let first = try value(of: left)
    try requireCondition(first, left, of: operation.rawValue)
    let second = try value(of: right)
    try requireCondition(second, right, of: operation.rawValue)
    return fold(.binary(operation, 0, 0), [first, second], kind: .condition)
  }

  /// Appends a step on the given values; where all are constants its result is computed now.
  mutating func fold(
    _ instruction: ColumnProgram.Instruction, _ values: [Value], kind: ValueKind
  ) -> Value {
    let isConstant = values.allSatisfy { $0.constant != nil }
    guard isConstant else {
      let registers = values.map { register($0) }
      return append(
        instruction.withOperands(registers), kind, isScalar: values.allSatisfy(\.isScalar),
        readsState: values.contains(where: \.readsState))
    }
    var constants = ColumnProgram()
    let registers = values.map { constants.append(.constant($0.constant ?? .nan)) }
    constants.append(instruction.withOperands(registers))
    let environment = ColumnEnvironment(rowCount: 1, inputs: [:])
    let result = try? constants.evaluate(in: environment)[0]
    return Value(place: .constant(result ?? .nan), kind: kind)
  }

  // MARK: Kinds

  /// Checks the kind of a whole expression.
  func check(
    _ value: Value, of syntax: ExpressionSyntax, is expected: ValueKind?
  ) throws(Diagnostic) {
    switch expected {
    case .condition?:
      guard value.kind == .condition else {
        throw Diagnostic(
          .typeMismatch, "a condition is wanted, and '\(syntax.text)' is a \(value.kind.name)",
          at: syntax.range,
          suggestions: value.kind == .text ? [] : ["\(syntax.text) > 0"])
      }
    case .text?:
      guard value.kind == .text else {
        throw Diagnostic(
          .typeMismatch, "a word is wanted, and '\(syntax.text)' is a \(value.kind.name)",
          at: syntax.range)
      }
    default:
      try requireNumber(value, syntax)
      if expected == .fraction { try refuseBarePercent(syntax, beside: "this") }
    }
  }

  /// Refuses conditions and words where a number is wanted.
  func requireNumber(_ value: Value, _ syntax: ExpressionSyntax) throws(Diagnostic) {
    guard value.kind == .condition || value.kind == .text else { return }
    throw Diagnostic(
      .typeMismatch, "a number is wanted, and '\(syntax.text)' is a \(value.kind.name)",
      at: syntax.range)
  }

  /// Refuses what is not a condition where one is wanted.
  func requireCondition(
    _ value: Value, _ syntax: ExpressionSyntax, of word: String
  ) throws(Diagnostic) {
    guard value.kind != .condition else { return }
    throw Diagnostic(
      .typeMismatch, "'\(word)' is for conditions, and '\(syntax.text)' is a \(value.kind.name)",
      at: syntax.range)
  }
}

extension BinaryOperation {
  /// What the result of arithmetic on two kinds means.
  ///
  /// A sum keeps a kind that both sides share. A multiple of a price is a price; a multiple of a
  /// fraction or a length is a plain number, since `drawdown * 100` is no percent.
  fileprivate func kind(of left: ValueKind, _ right: ValueKind) -> ValueKind {
    switch self {
    case .add, .subtract:
      if left == right { return left }
      return left.isPlain ? right.unlessPlain : right.isPlain ? left.unlessPlain : .number
    case .multiply:
      if left == right { return left.isPlain ? left : .number }
      return left.isPlain ? right.unlessPlain : right.isPlain ? left.unlessPlain : .number
    case .divide:
      return right.isPlain ? left.unlessPlain : .number
    default:
      return .number
    }
  }
}

extension ValueKind {
  /// Whether values of the kind are mere multiples of something else.
  fileprivate var isPlain: Bool { self == .number || self == .fraction || self == .length }

  fileprivate var unlessPlain: ValueKind { isPlain ? .number : self }
}
