/// A bar for each bar of a window, each worked out when it is first asked for.
struct BarMemo {
  private let bars: UnsafeMutablePointer<Int32>

  /// Starts with nothing known, in memory for so many bars.
  init(_ memory: UnsafeMutablePointer<Int32>, count: Int) {
    bars = memory
    memory.initialize(repeating: -1, count: count)
  }

  /// Takes over what is in memory.
  init(keeping memory: UnsafeMutablePointer<Int32>) {
    bars = memory
  }

  /// What belongs to a bar.
  @inline(__always)
  func value(for bar: Int, else find: () -> Int) -> Int {
    let known = bars[bar]
    if known >= 0 { return Int(known) }
    let found = find()
    bars[bar] = Int32(truncatingIfNeeded: found)
    return found
  }
}
