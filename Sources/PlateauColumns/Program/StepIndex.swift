/// Finds the register of a step in a program that grows.
///
/// It is a memory of the steps and no part of what a program is, so all indices are equal.
struct StepIndex: Hashable, Sendable {
  /// Steps that are looked through one by one before an index is worth its memory.
  private static let fewSteps = 24

  private var registers: [ColumnProgram.Instruction: ColumnProgram.Register] = [:]
  private var known = 0

  static func == (left: StepIndex, right: StepIndex) -> Bool { true }

  func hash(into hasher: inout Hasher) {}

  /// Looks for a step that equals the given one.
  ///
  /// - Parameters:
  ///   - wanted: The step.
  ///   - steps: The program; it holds what it held at the last call, and maybe more.
  /// - Returns: Its register, or `nil` if there is none.
  mutating func register(
    of wanted: ColumnProgram.Instruction, in steps: [ColumnProgram.Instruction]
  ) -> ColumnProgram.Register? {
    guard steps.count > Self.fewSteps else { return steps.firstIndex(of: wanted) }
    while known < steps.count {
      // An undefined constant equals nothing, not even itself.
      if steps[known] == steps[known] { registers[steps[known]] = known }
      known += 1
    }
    return registers[wanted]
  }
}
