/// A program over single numbers, prepared to be run very often: a constraint on candidates.
///
/// Inputs are read from a row of numbers by position, so nothing is looked up by name while a
/// space of millions is enumerated.
public struct ScalarProgram: Sendable {
  private let instructions: [ColumnProgram.Instruction]
  private let slots: [Int?]

  /// The highest input position that the program reads, or `nil` if it reads none.
  public let lastSlot: Int?

  /// Prepares a program whose inputs are the given names; `nil` if it needs another name or
  /// more than one row.
  ///
  /// - Parameters:
  ///   - program: A program without functions of whole columns, look backs or crossings.
  ///   - names: The names of the numbers in a row, in order.
  public init?(_ program: ColumnProgram, names: [String]) {
    var slots: [Int?] = []
    for instruction in program.instructions {
      var slot: Int?
      switch instruction {
      case .input(let name):
        guard let index = names.firstIndex(of: name) else { return nil }
        slot = index
      case .lag, .crossesAbove, .crossesBelow:
        return nil
      case .call(let name, _):
        guard let function = ColumnFunction.named(name), !function.readsSeveralRows
        else { return nil }
      default:
        break
      }
      slots.append(slot)
    }
    instructions = program.instructions
    self.slots = slots
    lastSlot = slots.compactMap { $0 }.max()
  }

  /// Runs the program on one row of numbers.
  ///
  /// - Parameters:
  ///   - row: The numbers, at least up to `lastSlot`.
  ///   - registers: Scratch space that is reused from call to call.
  /// - Returns: The result; a condition is 1, 0 or `nan`.
  public func evaluate(_ row: [Double], registers: inout [Double]) -> Double {
    registers.removeAll(keepingCapacity: true)
    for (index, instruction) in instructions.enumerated() {
      switch instruction {
      case .constant(let value): registers.append(value)
      case .input: registers.append(slots[index].map { row[$0] } ?? .nan)
      case .unary(let operation, let operand): registers.append(operation(registers[operand]))
      case .binary(let operation, let left, let right):
        registers.append(operation(registers[left], registers[right]))
      case .call(let name, let arguments):
        switch ColumnFunction.named(name)?.kernel {
        case .map(let body): registers.append(body(registers[arguments[0]]))
        case .combine(let body):
          registers.append(body(registers[arguments[0]], registers[arguments[1]]))
        default: registers.append(.nan)
        }
      case .lag, .crossesAbove, .crossesBelow: registers.append(.nan)
      }
    }
    return registers.last ?? .nan
  }
}
