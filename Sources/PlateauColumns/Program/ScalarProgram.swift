/// A program over single numbers, prepared to be run very often: a constraint on candidates.
///
/// Inputs are read from a row of numbers by position, so nothing is looked up by name while a
/// space of millions is enumerated.
public struct ScalarProgram: Sendable {
  /// A step without anything to be counted as a reference, so that reading one costs nothing.
  private struct Step: Sendable {
    enum Kind: Sendable {
      case constant
      case input
      case unary(UnaryOperation)
      case binary(BinaryOperation)
      /// One of `functions`.
      case function(Int)
    }

    let kind: Kind
    /// The slot of an input, or the first operand.
    var left = 0
    /// The second operand.
    var right = 0
    /// The third operand.
    var third = 0
    /// The number of a constant.
    var value = 0.0
  }

  private let steps: [Step]
  private let functions: [@Sendable (Double, Double, Double) -> Double]

  /// The highest input position that the program reads, or `nil` if it reads none.
  public let lastSlot: Int?

  /// Prepares a program whose inputs are the given names; `nil` if it needs another name or
  /// more than one row.
  ///
  /// - Parameters:
  ///   - program: A program without functions of whole columns, look backs or crossings.
  ///   - names: The names of the numbers in a row, in order.
  public init?(_ program: ColumnProgram, names: [String]) {
    var steps: [Step] = []
    var functions: [@Sendable (Double, Double, Double) -> Double] = []
    var lastSlot: Int?
    for instruction in program.instructions {
      switch instruction {
      case .constant(let value): steps.append(Step(kind: .constant, value: value))
      case .input(let name):
        guard let slot = names.firstIndex(of: name) else { return nil }
        lastSlot = max(lastSlot ?? slot, slot)
        steps.append(Step(kind: .input, left: slot))
      case .unary(let operation, let operand):
        steps.append(Step(kind: .unary(operation), left: operand))
      case .binary(let operation, let left, let right):
        steps.append(Step(kind: .binary(operation), left: left, right: right))
      case .lag, .crossesAbove, .crossesBelow, .completed:
        return nil
      case .call(let name, let arguments):
        switch ColumnFunction.named(name)?.kernel {
        case .map(let body): functions.append { value, _, _ in body(value) }
        case .combine(let body): functions.append { left, right, _ in body(left, right) }
        case .choose(let body): functions.append(body)
        default: return nil
        }
        steps.append(
          Step(
            kind: .function(functions.count - 1), left: arguments[0],
            right: arguments[min(1, arguments.count - 1)],
            third: arguments[arguments.count - 1]))
      }
    }
    self.steps = steps
    self.functions = functions
    self.lastSlot = lastSlot
  }

  /// Runs the program on one row of numbers.
  ///
  /// - Parameters:
  ///   - row: The numbers, at least up to `lastSlot`.
  ///   - registers: Scratch space that is reused from call to call.
  /// - Returns: The result; a condition is 1, 0 or `nan`.
  public func evaluate(_ row: [Double], registers: inout [Double]) -> Double {
    while registers.count < steps.count { registers.append(.nan) }
    return registers.withUnsafeMutableBufferPointer { registers in
      var result = Double.nan
      for (index, step) in steps.enumerated() {
        switch step.kind {
        case .constant: result = step.value
        case .input: result = row[step.left]
        case .unary(let operation): result = operation(registers[step.left])
        case .binary(let operation):
          result = operation(registers[step.left], registers[step.right])
        case .function(let function):
          result = functions[function](
            registers[step.left], registers[step.right], registers[step.third])
        }
        registers[index] = result
      }
      return result
    }
  }
}
