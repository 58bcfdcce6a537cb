import PlateauColumns

/// On which bar each entry's stop or target is reached, whatever ends the position before.
///
/// A level follows from the bar of its entry and its fraction alone. A sweep has few fractions that
/// come again with all signals, so what was found for one candidate serves the others.
final class ReachedLevels {
  private let reached: ReachedBars
  private let barCount: Int
  private let memory: UnsafeMutablePointer<Int32>
  private let rowLimit: Int
  private var rows: [Key: Int] = [:]
  /// The columns of the rows, which must not make room for others while their addresses are keys.
  private var columns: [[Double]] = []

  private enum Key: Hashable {
    case number(UInt64)
    case column(UInt)
  }

  /// The most bytes of rows that are kept.
  private static let byteLimit = 8 << 20

  /// Creates levels of which no bar is known.
  ///
  /// - Parameters:
  ///   - reached: The side's prices.
  ///   - barCount: Bars in the window.
  init(_ reached: ReachedBars, barCount: Int) {
    self.reached = reached
    self.barCount = barCount
    rowLimit = max(1, Self.byteLimit / (barCount * MemoryLayout<Int32>.stride))
    memory = .allocate(capacity: rowLimit * barCount)
  }

  deinit { memory.deallocate() }

  /// The bars of a rule by the bars of entries; good until the next rule is asked for.
  func bars(of rule: ProtectiveRule) -> BarMemo {
    let key: Key =
      switch rule {
      case .constant(let value): .number(value.bitPattern)
      case .column(let values):
        .column(values.withUnsafeBufferPointer { UInt(bitPattern: $0.baseAddress) })
      }
    if let row = rows[key] { return BarMemo(keeping: memory + row * barCount) }
    if rows.count >= rowLimit { (rows, columns) = ([:], []) }
    if case .column(let values) = rule { columns.append(values) }
    let row = rows.count
    rows[key] = row
    return BarMemo(memory + row * barCount, count: barCount)
  }

  /// The first bar from one on that reaches a level, or the number of bars.
  func first(at level: Double, from bar: Int) -> Int { reached.first(at: level, from: bar) }
}
