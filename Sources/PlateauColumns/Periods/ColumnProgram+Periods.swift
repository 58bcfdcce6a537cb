extension ColumnProgram {
  /// The value that a program has on the last complete period, for every bar.
  ///
  /// - Parameters:
  ///   - period: The week or month.
  ///   - program: What is worked out on the bars of periods; numbers among its inputs are those of
  ///     the environment.
  ///   - environment: The bars.
  /// - Returns: A number a bar.
  /// - Throws: `ColumnProgramError` for a missing input, an impossible length, or without bars.
  /// - Complexity: O(bars), and on periods what the program costs.
  static func completed(
    _ period: BarPeriod, _ program: ColumnProgram, in environment: ColumnEnvironment
  ) throws(ColumnProgramError) -> ColumnValue {
    let bound = program.binding(environment.numbers(among: program.inputs))
    func compute() throws(ColumnProgramError) -> [Double] {
      guard let bars = environment.bars(of: period) else {
        throw .needsBars(function: period.rawValue)
      }
      return bars.completed(try bound.evaluate(in: bars.environment))
    }
    guard let store = environment.store else { return .column(try compute()) }
    return .column(try store.column(.completed(period, bound), compute: compute))
  }

  /// Whether a step looks at weeks or months.
  public var readsPeriods: Bool {
    instructions.contains { if case .completed = $0 { true } else { false } }
  }
}

extension ColumnStore.Key {
  /// Names the column of a program over complete periods, with all numbers put in.
  static func completed(_ period: BarPeriod, _ program: ColumnProgram) -> ColumnStore.Key {
    .step(.completed(period, program), [])
  }
}
