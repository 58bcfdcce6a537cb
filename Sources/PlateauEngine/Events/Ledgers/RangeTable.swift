/// The lowest and highest close and the deepest fall of any stretch of bars, in constant time.
///
/// A disjoint sparse table: at each level the bars are cut into blocks, and from each block's
/// middle the figures run outward to both sides. Two bars lie on both sides of one middle, at the
/// level of the highest bit in which their numbers differ.
///
/// - Complexity: O(n log n) to build, 32 bytes an entry; O(1) to ask.
final class RangeTable: Sendable {
  /// Figures of a stretch: the lowest close, the lowest ratio of a later to an earlier close, one
  /// over the highest close; the last place is not used.
  typealias Figures = SIMD4<Double>

  private nonisolated(unsafe) let entries: UnsafeMutablePointer<Figures>
  private let count: Int

  /// The most bars a table is built for; 17 levels of 2^17 entries take 71 MB.
  static let barLimit = 1 << 17

  /// Builds the table of some closes, of which there is at least one.
  init(_ closes: [Double]) {
    count = closes.count
    var levelCount = 1
    while 1 << levelCount < count { levelCount += 1 }
    entries = UnsafeMutableRawPointer.allocate(
      byteCount: levelCount * count * MemoryLayout<Figures>.stride, alignment: 64
    ).bindMemory(to: Figures.self, capacity: levelCount * count)
    let inverses = closes.map { 1 / $0 }
    for level in 0..<levelCount { fill(level, closes, inverses) }
  }

  deinit { entries.deallocate() }

  /// The table as kernels read it: so many rows of four numbers for each level.
  var numbers: UnsafePointer<Double> {
    UnsafeRawPointer(entries).assumingMemoryBound(to: Double.self)
  }

  /// The figures from one bar through another, which is not before it.
  @inline(__always)
  func figures(_ first: Int, through last: Int) -> (low: Double, ratio: Double, inverseHigh: Double)
  {
    let level = Int.bitWidth - 1 - ((first ^ last) | 1).leadingZeroBitCount
    let row = entries + level * count
    let (left, right) = (row[first], row[last])
    return (
      min(left[0], right[0]), min(min(left[1], right[1]), right[0] * left[2]),
      min(left[2], right[2])
    )
  }

  private func fill(_ level: Int, _ closes: [Double], _ inverses: [Double]) {
    let row = entries + level * count
    let half = 1 << level
    var middle = half
    while middle - half < count {
      var (low, ratio, inverseHigh) = (Double.infinity, 1.0, Double.infinity)
      for bar in stride(from: min(middle, count) - 1, through: middle - half, by: -1) {
        // Everything to the right of this bar is later than it.
        ratio = min(ratio, low * inverses[bar])
        low = min(low, closes[bar])
        inverseHigh = min(inverseHigh, inverses[bar])
        row[bar] = Figures(low, ratio, inverseHigh, 0)
      }
      (low, ratio, inverseHigh) = (Double.infinity, 1, Double.infinity)
      for bar in middle..<max(middle, min(middle + half, count)) {
        inverseHigh = min(inverseHigh, inverses[bar])
        ratio = min(ratio, closes[bar] * inverseHigh)
        low = min(low, closes[bar])
        row[bar] = Figures(low, ratio, inverseHigh, 0)
      }
      middle += 2 * half
    }
  }
}
