/// An expression as a list of instructions on columns.
///
/// Filters, constraints, objectives, derived metrics, `series` and strategy rules are all column
/// programs. A program is data: an engine reads it, shares what candidates have in common, and
/// chooses how to run it. Equal sub-expressions are one instruction.
public struct ColumnProgram: Hashable, Sendable {
  /// The index of an instruction, which is where its result is kept.
  public typealias Register = Int

  /// One step; operands are registers of earlier steps.
  public enum Instruction: Hashable, Sendable {
    /// The same number on every row.
    case constant(Double)
    /// A column or number that the environment supplies by name.
    case input(String)
    /// An operation on one register.
    case unary(UnaryOperation, Register)
    /// An operation on two registers.
    case binary(BinaryOperation, Register, Register)
    /// The value of `series` that many rows earlier.
    case lag(series: Register, rows: Register)
    /// True on the row where the first register gets above the second.
    case crossesAbove(Register, Register)
    /// True on the row where the first register gets below the second.
    case crossesBelow(Register, Register)
    /// A function of `ColumnFunction.all`, by name.
    case call(String, [Register])
    /// The value that a program over the bars of periods has on the last complete period.
    ///
    /// It reads its inputs by itself: columns are those of the periods, numbers the same numbers.
    case completed(BarPeriod, ColumnProgram)
  }

  /// The steps; the last one's result is the program's.
  public private(set) var instructions: [Instruction] = []
  /// Where each step stands, so that a long program finds an equal one at once.
  private var index = StepIndex()

  /// Creates an empty program; it yields nothing until an instruction is appended.
  public init() {}

  /// Creates the program that is one number.
  public init(constant: Double) {
    append(.constant(constant))
  }

  /// Creates the program that is one input.
  public init(input: String) {
    append(.input(input))
  }

  /// Appends a step unless an equal one exists, and returns its register.
  ///
  /// The result of a program is its last instruction. Who builds one keeps the register of the
  /// outermost step and ends with `ending(at:)`, since that step may have existed already.
  ///
  /// - Complexity: O(1) on average.
  @discardableResult
  public mutating func append(_ instruction: Instruction) -> Register {
    if let existing = index.register(of: instruction, in: instructions) { return existing }
    instructions.append(instruction)
    return instructions.count - 1
  }

  /// The program whose result is that of an earlier step; what came after the step is left out.
  public func ending(at register: Register) -> ColumnProgram {
    precondition(instructions.indices.contains(register), "a program has no such step")
    var program = self
    program.instructions.removeSubrange((register + 1)...)
    program.index = StepIndex()
    return program
  }

  /// The register that holds the program's result.
  public var result: Register { instructions.count - 1 }

  /// The names the environment must supply, in order of first use.
  public var inputs: [String] {
    var names: [String] = []
    for name in instructions.flatMap(\.inputs) where !names.contains(name) { names.append(name) }
    return names
  }

  /// The steps, those within programs on the bars of periods included.
  public var stepCount: Int {
    instructions.reduce(0) { count, instruction in
      if case .completed(_, let program) = instruction {
        count + 1 + program.stepCount
      } else {
        count + 1
      }
    }
  }

  /// The number this program is on every row, if it uses no inputs and no functions.
  public var constantValue: Double? {
    guard case .constant(let value)? = instructions.last else { return nil }
    return value
  }
}
