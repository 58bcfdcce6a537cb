import PlateauColumns

extension ExpressionCompiler {
  /// A call of a function.
  mutating func call(
    _ typed: String, _ arguments: [ExpressionSyntax], _ syntax: ExpressionSyntax
  ) throws(Diagnostic) -> Value {
    let nameRange = syntax.range.lowerBound..<syntax.range.lowerBound + typed.utf8.count
    guard let function = scope.function(typed) else { throw unknownFunction(typed, nameRange) }
    guard scope.allowsRows || !function.readsSeveralRows else {
      throw Diagnostic(
        .needsBars, "'\(function.name)' needs bars, and there are none here", at: nameRange)
    }
    guard arguments.count == function.arguments.count else {
      let wanted = function.arguments.count
      throw Diagnostic(
        .argumentCount,
        "'\(function.name)' takes \(wanted) \(wanted == 1 ? "argument" : "arguments"), "
          + "not \(arguments.count)", at: syntax.range, hint: "usage: \(function.signature)")
    }
    if let period = function.period {
      let (program, value) = try completed(period, arguments[0])
      try refusePast(of: value, arguments[0], "'\(function.name)' reads bars that are over")
      return append(
        .completed(period, program), value.kind, labels: value.labels, isScalar: false)
    }
    var values: [Value] = []
    for (argument, syntax) in zip(function.arguments, arguments) {
      values.append(try self.argument(argument, of: function, syntax))
    }
    let kind =
      switch function.result {
      case .sameAsFirst: values.first?.kind ?? .number
      case .sameAs(let place): values[place].kind
      case .always(let kind): kind
      }
    let call = ColumnProgram.Instruction.call(function.name, Array(values.indices))
    if !function.readsSeveralRows { return fold(call, values, kind: kind) }
    for (value, syntax) in zip(values, arguments) {
      try refusePast(of: value, syntax, "'\(function.name)' reads several bars")
    }
    let registers = values.map { register($0) }
    return append(call.withOperands(registers), kind, isScalar: false)
  }

  private mutating func argument(
    _ argument: ColumnFunction.Argument, of function: ColumnFunction, _ syntax: ExpressionSyntax
  ) throws(Diagnostic) -> Value {
    let value = try value(of: syntax)
    if argument.kind == .condition {
      guard value.kind == .condition else {
        throw Diagnostic(
          .typeMismatch,
          "the \(argument.name) of '\(function.name)' is true or false, and '\(syntax.text)' is a "
            + value.kind.name, at: syntax.range,
          suggestions: value.kind == .text ? [] : ["\(syntax.text) > 0"],
          hint: "usage: \(function.signature)")
      }
      return value
    }
    let name = "the \(argument.name) of '\(function.name)'"
    guard value.kind != .condition, value.kind != .text else {
      throw Diagnostic(
        .typeMismatch, "\(name) is a number, and '\(syntax.text)' is a \(value.kind.name)",
        at: syntax.range, hint: "usage: \(function.signature)")
    }
    guard argument.kind != .series else { return value }
    guard value.isScalar else {
      throw Diagnostic(
        .fixedNumber, "\(name) is one number, and '\(syntax.text)' changes from bar to bar",
        at: syntax.range,
        hint: "usage: \(function.signature)")
    }
    if argument.kind == .length { try checkLength(value, syntax, name, atLeast: 1) }
    return value
  }

  /// Refuses a constant that cannot count bars.
  private func checkLength(
    _ value: Value, _ syntax: ExpressionSyntax, _ name: String, atLeast minimum: Int
  ) throws(Diagnostic) {
    guard value.kind != .fraction else {
      throw Diagnostic(
        .typeMismatch, "\(name) is a whole number, and '\(syntax.text)' is a percent",
        at: syntax.range)
    }
    guard let number = value.constant else { return }
    guard let whole = Int(exactly: number), whole >= minimum, number < 0x1p53 else {
      throw Diagnostic(
        .wholeNumber, "\(name) is a whole number of at least \(minimum), not \(syntax.text)",
        at: syntax.range)
    }
  }

  /// The value of an expression some bars ago.
  mutating func lookBack(
    _ operand: ExpressionSyntax, _ bars: ExpressionSyntax, _ syntax: ExpressionSyntax
  ) throws(Diagnostic) -> Value {
    guard scope.allowsRows else {
      throw Diagnostic(.needsBars, "there are no bars to look back on here", at: syntax.range)
    }
    let value = try value(of: operand)
    let count = try self.value(of: bars)
    try requireNumber(count, bars)
    guard count.isScalar else {
      throw Diagnostic(
        .fixedNumber, "a look back is one number, and '\(bars.text)' changes from bar to bar",
        at: bars.range)
    }
    if let number = count.constant, number < 0 {
      throw Diagnostic(
        .lookAhead,
        "'\(syntax.text)' is \(number == -1 ? "tomorrow" : "the future"); "
          + "no rule can see it", at: bars.range,
        hint: "x[1] is one bar ago")
    }
    try checkLength(count, bars, "a look back", atLeast: 0)
    try refusePast(of: value, operand, "a look back reads an earlier bar")
    guard value.constant == nil, count.constant != 0 else { return value }
    let lag = ColumnProgram.Instruction.lag(series: register(value), rows: register(count))
    return append(lag, value.kind, labels: value.labels, isScalar: value.isScalar)
  }

  /// `a crosses above b` and `a crosses below b`.
  mutating func crossing(
    _ direction: CrossingDirection, _ left: ExpressionSyntax, _ right: ExpressionSyntax,
    _ range: Range<Int>
  ) throws(Diagnostic) -> Value {
    guard scope.allowsRows else {
      throw Diagnostic(
        .needsBars, "there are no bars on which one could cross the other here", at: range)
    }
    let (first, second) = (try value(of: left), try value(of: right))
    try requireNumber(first, left)
    try requireNumber(second, right)
    guard !first.isScalar || !second.isScalar else {
      throw Diagnostic(.fixedNumber, "two fixed numbers never cross", at: range)
    }
    try refusePast(of: first, left, "'crosses' compares with the bar before")
    try refusePast(of: second, right, "'crosses' compares with the bar before")
    let (above, below) = (register(first), register(second))
    let instruction: ColumnProgram.Instruction =
      direction == .above ? .crossesAbove(above, below) : .crossesBelow(above, below)
    return append(instruction, .condition, isScalar: false)
  }
}
