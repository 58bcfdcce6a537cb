import CEngineKernels
import PlateauColumns

/// A column with its values on a scale of 16 bits, ready to be compared 64 bars at a time.
///
/// It keeps its numbers in memory of its own, where nothing is counted or checked.
final class LevelledColumn {
  /// The column as the kernels read it.
  let view: ordered_column
  /// What it was made of, kept so that its identity stays its own.
  private let source: DefinedColumn
  private let values: UnsafeMutablePointer<Double>
  private let levels: UnsafeMutablePointer<Int16>

  /// Puts a column on a scale.
  ///
  /// - Complexity: O(bars); ten bytes a bar.
  init(_ source: DefinedColumn, on scale: LevelScale) {
    self.source = source
    let column = source.value.column(rowCount: scale.bases.count)
    values = .allocate(capacity: column.count)
    values.initialize(from: column, count: column.count)
    // Blocks of 64 are looked at in sixteens.
    let blockCount = ((column.count + 63) / 64 + 15) & ~15
    levels = UnsafeMutableRawPointer.allocate(
      byteCount: blockCount * 66 * MemoryLayout<Int16>.stride, alignment: 64
    ).bindMemory(to: Int16.self, capacity: blockCount * 66)
    let (lowest, highest) = (levels + blockCount * 64, levels + blockCount * 65)
    lowest.initialize(repeating: 0, count: blockCount * 2)
    column_levels(
      values, scale.bases, scale.scales, Int64(column.count), levels, lowest, highest)
    view = ordered_column(values: values, levels: levels, lowest: lowest, highest: highest)
  }

  deinit {
    values.deallocate()
    levels.deallocate()
  }
}
