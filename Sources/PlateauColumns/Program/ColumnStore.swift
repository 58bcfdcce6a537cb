import Synchronization

/// Keeps each distinct indicator column, so that a sweep computes it once for all candidates.
///
/// Columns are kept until `byteLimit` is reached; later ones are computed on demand, with the
/// same values. Safe to use from any thread.
public final class ColumnStore: Sendable {
  /// Names a column by its formula over the inputs, with all numbers put in.
  ///
  /// A step names its operands by the numbers that the store gave them, so that a name stays small
  /// however often a part is used again.
  enum Key: Hashable, Sendable {
    case constant(UInt64)
    case input(String)
    case step(ColumnProgram.Instruction, [Int])
  }

  private struct Contents {
    var numbers: [Key: Int] = [:]
    var columns: [Key: [Double]] = [:]
    var sums: [Int: PrefixSums] = [:]
    var periods: [BarPeriod: PeriodBars] = [:]
    var bytes = 0
  }

  private let contents = Mutex(Contents())
  private let byteLimit: Int

  /// Creates an empty store that keeps at most `byteLimit` bytes of columns.
  public init(byteLimit: Int = 512 << 20) {
    self.byteLimit = byteLimit
  }

  /// The number of distinct columns kept.
  public var count: Int { contents.withLock { $0.columns.count } }

  /// The number of a key, the same at every call and no other key's.
  func number(of key: Key) -> Int {
    contents.withLock { contents in
      if let known = contents.numbers[key] { return known }
      contents.numbers[key] = contents.numbers.count
      return contents.numbers.count - 1
    }
  }

  /// The column of a key, computed now unless it is kept.
  func column(
    _ key: Key, compute: () throws(ColumnProgramError) -> [Double]
  ) throws(ColumnProgramError) -> [Double] {
    if let known = contents.withLock({ $0.columns[key] }) { return known }
    let column = try compute()
    let bytes = column.count * MemoryLayout<Double>.stride
    contents.withLock { contents in
      guard contents.bytes + bytes <= byteLimit, contents.columns[key] == nil else { return }
      contents.columns[key] = column
      contents.bytes += bytes
    }
    return column
  }

  /// The sums of the column with a number, computed now unless they are kept.
  func sums(_ number: Int, of series: () -> [Double]) -> PrefixSums {
    if let known = contents.withLock({ $0.sums[number] }) { return known }
    let column = series()
    let sums = PrefixSums(column)
    // Four columns at most: the values, their sums in two doubles, and how far they are decimal.
    let bytes = 4 * column.count * MemoryLayout<Double>.stride
    contents.withLock { contents in
      guard contents.bytes + bytes <= byteLimit, contents.sums[number] == nil else { return }
      contents.sums[number] = sums
      contents.bytes += bytes
    }
    return sums
  }

  /// The bars of each week or month, put together at the first call; `nil` where rows are no bars.
  ///
  /// Their columns are kept in a store of their own.
  func bars(of period: BarPeriod, from environment: ColumnEnvironment) -> PeriodBars? {
    contents.withLock { contents in
      if let known = contents.periods[period] { return known }
      let bars = PeriodBars(
        environment, by: period, store: ColumnStore(byteLimit: byteLimit / 4))
      contents.periods[period] = bars
      return bars
    }
  }
}
