/// One bit a bar: what a condition says on every bar of a series.
///
/// A walk from event to event asks for the next set bit and so passes over 64 bars at a time.
struct BarMask: Equatable {
  /// The bits, bar 0 lowest; bits past the last bar are clear.
  private(set) var words: [UInt64]
  /// Bars there are.
  let count: Int

  /// Creates a mask in which no bit, or every bit, is set.
  init(count: Int, all isSet: Bool = false) {
    self.count = count
    words = [UInt64](repeating: isSet ? .max : 0, count: (count + 63) / 64)
    clearTail()
  }

  /// Creates a mask in which the bits from a bar on are set.
  init(count: Int, from bar: Int) {
    self.init(count: count, all: true)
    let whole = min(bar >> 6, words.count)
    for index in 0..<whole { words[index] = 0 }
    if whole < words.count { words[whole] &= .max << UInt64(bar & 63) }
  }

  /// Whether a bar's bit is set.
  subscript(bar: Int) -> Bool {
    get { words[bar >> 6] >> UInt64(bar & 63) & 1 == 1 }
    set {
      let bit: UInt64 = 1 << UInt64(bar & 63)
      if newValue { words[bar >> 6] |= bit } else { words[bar >> 6] &= ~bit }
    }
  }

  /// The first set bit in a range of bars, or `nil`.
  ///
  /// - Complexity: O(bars passed over / 64).
  func first(in bars: Range<Int>) -> Int? {
    guard bars.lowerBound < bars.upperBound else { return nil }
    var word = bars.lowerBound >> 6
    let last = (bars.upperBound - 1) >> 6
    var bits = words[word] & (.max << UInt64(bars.lowerBound & 63))
    while bits == 0 {
      word += 1
      guard word <= last else { return nil }
      bits = words[word]
    }
    let bar = word << 6 + bits.trailingZeroBitCount
    return bar < bars.upperBound ? bar : nil
  }

  /// Whether no bit is set.
  var isEmpty: Bool { words.allSatisfy { $0 == 0 } }

  /// Sets 64 bars at once.
  mutating func setWord(_ index: Int, to bits: UInt64) { words[index] = bits }

  /// Keeps only the bits that another mask has as well.
  mutating func formIntersection(_ other: BarMask) {
    for index in words.indices { words[index] &= other.words[index] }
  }

  /// Adds the bits of another mask.
  mutating func formUnion(_ other: BarMask) {
    for index in words.indices { words[index] |= other.words[index] }
  }

  /// Takes the bits of another mask away.
  mutating func subtract(_ other: BarMask) {
    for index in words.indices { words[index] &= ~other.words[index] }
  }

  /// The mask in which every bit stands one bar later; nothing is known before the first bar.
  func delayedByOneBar() -> BarMask {
    var delayed = self
    var carry: UInt64 = 0
    for index in words.indices {
      delayed.words[index] = words[index] << 1 | carry
      carry = words[index] >> 63
    }
    delayed.clearTail()
    return delayed
  }

  private mutating func clearTail() {
    guard count & 63 != 0, !words.isEmpty else { return }
    words[words.count - 1] &= (1 << UInt64(count & 63)) - 1
  }
}

extension BarMask {
  /// The bits that both have.
  func intersection(_ other: BarMask) -> BarMask {
    var result = self
    result.formIntersection(other)
    return result
  }

  /// The bits that either has.
  func union(_ other: BarMask) -> BarMask {
    var result = self
    result.formUnion(other)
    return result
  }

  /// The bits that the other does not have.
  func subtracting(_ other: BarMask) -> BarMask {
    var result = self
    result.subtract(other)
    return result
  }
}
