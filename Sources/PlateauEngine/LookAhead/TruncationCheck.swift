public import PlateauColumns

/// Whether what was known on past bars stays as it was when later bars are taken away.
///
/// No rule that can be written looks ahead. This is the guard that would notice a function that
/// does: it computes on a part of the bars what it has computed on all, and every value of the
/// part, its last bar's included, must be the same to the bit.
public struct TruncationCheck: Sendable {
  /// A bar on which something was different before later bars came.
  public struct Change: Hashable, Sendable {
    /// The bar.
    public let bar: Int
    /// How many bars there were when it was different.
    public let knownBars: Int
  }

  private let whole: ColumnEnvironment
  private let parts: [ColumnEnvironment]

  /// Prepares the bars and their parts.
  ///
  /// - Parameters:
  ///   - environment: The bars with their numbers.
  ///   - cuts: How many bars the parts have, each fewer than there are.
  /// - Complexity: O(bars · cuts).
  public init(_ environment: ColumnEnvironment, cuts: [Int]) {
    whole = environment
    parts = cuts.filter { $0 > 0 && $0 < environment.rowCount }.map { environment.prefix($0) }
  }

  /// Places to cut: closer together early, where warm-up ends, and the last before the last bar.
  ///
  /// - Parameters:
  ///   - count: How many, at least 1; fewer come out of a short series.
  ///   - bars: The bars there are.
  /// - Returns: Numbers of bars, ascending.
  public static func cuts(_ count: Int, of bars: Int) -> [Int] {
    let early = (1..<Swift.max(1, count)).map { place in
      let share = Double(place) / Double(count)
      return Int(Double(bars) * share * share)
    }
    return Set(early + [bars - 1]).filter { $0 > 0 }.sorted()
  }

  /// The first change of a value, or `nil` if all stay as they were.
  ///
  /// - Parameter value: Computes the value from bars.
  /// - Returns: Where the first part differs from the whole.
  /// - Throws: What the computation throws.
  public func change<Failure: Error>(
    of value: (ColumnEnvironment) throws(Failure) -> ColumnValue
  ) throws(Failure) -> Change? {
    let later = try value(whole)
    for part in parts {
      let earlier = try value(part)
      for bar in 0..<part.rowCount where earlier[bar].differs(from: later[bar]) {
        return Change(bar: bar, knownBars: part.rowCount)
      }
    }
    return nil
  }

  /// The first change of a program's value, or `nil` if all stay as they were.
  ///
  /// - Parameter program: What is computed.
  /// - Returns: Where the first part differs from the whole.
  /// - Throws: `ColumnProgramError` for a missing input or an impossible length.
  public func change(in program: ColumnProgram) throws(ColumnProgramError) -> Change? {
    try change { environment throws(ColumnProgramError) in
      try program.evaluate(in: environment)
    }
  }
}

extension Double {
  /// Whether two values are not the same to the bit; undefined is undefined.
  fileprivate func differs(from other: Double) -> Bool {
    isNaN ? !other.isNaN : bitPattern != other.bitPattern
  }
}
