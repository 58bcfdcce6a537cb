public import PlateauColumns

extension ColumnProgram {
  /// The most names and numbers of a part that is written out.
  private static let longestPart = 40

  /// The program on one line, as it could be typed, with the names of its inputs.
  ///
  /// What a `let` gave a name is written out. A part that would be very long shows as `…`.
  public var text: String { instructions.isEmpty ? "" : syntax.text }

  /// The program as it could have been typed.
  private var syntax: ExpressionSyntax {
    // A step that is used twice is written out twice, so that sizes can grow without bound.
    var sizes: [Int] = []
    for instruction in instructions {
      let size = instruction.operands.reduce(1) { $0 + sizes[$1] }
      sizes.append(min(size, 10 * Self.longestPart))
    }
    return syntax(of: result, sizes)
  }

  /// What a step was typed as; parts that are too long are left out, so recursion is bounded.
  private func syntax(of register: Register, _ sizes: [Int]) -> ExpressionSyntax {
    func part(_ register: Register) -> ExpressionSyntax {
      sizes[register] > Self.longestPart
        ? ExpressionSyntax(.name("…"), at: 0..<0) : syntax(of: register, sizes)
    }
    let kind: ExpressionSyntax.Kind =
      switch instructions[register] {
      case .constant(let value): Self.syntax(of: value)
      case .input(let name): .name(name)
      case .unary(let operation, let operand): .unary(operation, part(operand))
      case .binary(let operation, let left, let right):
        .binary(operation, part(left), part(right))
      case .lag(let series, let rows): .lookBack(part(series), bars: part(rows))
      case .crossesAbove(let left, let right): .crosses(.above, part(left), part(right))
      case .crossesBelow(let left, let right): .crosses(.below, part(left), part(right))
      case .call(let name, let arguments): .call(name, arguments.map(part))
      case .completed(let period, let program): .call(period.rawValue, [program.syntax])
      }
    return ExpressionSyntax(kind, at: 0..<0)
  }

  /// A number stands under the name that it is written with, since its unit is not known any more.
  private static func syntax(of value: Double) -> ExpressionSyntax.Kind {
    guard !value.isNaN else { return .name("none") }
    let digits = DecimalNumber(shortest: abs(value)).map { "\($0)" } ?? "\(abs(value))"
    let number = ExpressionSyntax.Kind.name(digits)
    return value < 0 ? .unary(.negate, ExpressionSyntax(number, at: 0..<0)) : number
  }
}
