import Synchronization

/// Keeps each distinct indicator column, so that a sweep computes it once for all candidates.
///
/// Columns are kept until `byteLimit` is reached; later ones are computed on demand, with the
/// same values. Safe to use from any thread.
public final class ColumnStore: Sendable {
  /// Names a column by its formula over the inputs, with all numbers put in.
  public indirect enum Key: Hashable, Sendable {
    case constant(UInt64)
    case input(String)
    case step(ColumnProgram.Instruction, [Key])
  }

  private struct Contents {
    var columns: [Key: [Double]] = [:]
    var sums: [Key: PrefixSums] = [:]
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

  /// The sums of a key's column, computed now unless they are kept.
  func sums(_ key: Key, of series: () -> [Double]) -> PrefixSums {
    if let known = contents.withLock({ $0.sums[key] }) { return known }
    let column = series()
    let sums = PrefixSums(column)
    // Three columns at most: the values and their sums.
    let bytes = 3 * column.count * MemoryLayout<Double>.stride
    contents.withLock { contents in
      guard contents.bytes + bytes <= byteLimit, contents.sums[key] == nil else { return }
      contents.sums[key] = sums
      contents.bytes += bytes
    }
    return sums
  }
}
