/// Something that is ordered by a whole number.
protocol Keyed: BitwiseCopyable {
  var key: UInt64 { get }
}

/// A row with the key it is ordered by.
struct KeyedRow: Keyed {
  var key: UInt64
  var row: Int
}

extension UInt64: Keyed {
  var key: UInt64 { self }
}

extension Array where Element: Keyed {
  /// Sorts elements by their keys; equal ones keep their order.
  ///
  /// - Complexity: O(elements), some tens of nanoseconds each, and as much memory again.
  mutating func sortByKey() {
    var scratch = self
    withUnsafeMutableBufferPointer { elements in
      scratch.withUnsafeMutableBufferPointer { scratch in
        PlateauColumns.sortByKey(elements, count: elements.count, scratch: scratch)
      }
    }
  }
}

/// Sorts the first elements by their keys; equal ones keep their order.
///
/// - Parameters:
///   - elements: The elements.
///   - count: How many of them.
///   - scratch: Room for as many, with anything in it.
func sortByKey<Element: Keyed>(
  _ elements: UnsafeMutableBufferPointer<Element>, count: Int,
  scratch: UnsafeMutableBufferPointer<Element>
) {
  guard count > 1, let first = elements.baseAddress, let other = scratch.baseAddress else { return }
  RadixSort(elements: first, scratch: other).sort(0..<count, lowestBits: 64)
}

/// A sort that parts elements by the highest bits of their keys, and each part by the next, until
/// few are left; bits that all keys share cost next to nothing.
///
/// - Note: Source: Knuth, "The Art of Computer Programming", volume 3, section 5.2.5.
private struct RadixSort<Element: Keyed> {
  let elements: UnsafeMutablePointer<Element>
  /// As much room again.
  let scratch: UnsafeMutablePointer<Element>

  /// Elements that are put in their places one by one.
  private static var few: Int { 40 }
  /// Elements from which on twice as many bits are looked at: with fewer, numbers of like size
  /// would all go to the same few places, and each would have to wait for the one before.
  private static var many: Int { 1 << 16 }

  /// Sorts a part whose keys differ in no bit but the lowest ones.
  func sort(_ part: Range<Int>, lowestBits bits: Int) {
    guard part.count > Self.few else { return insert(part) }
    let width = min(bits, part.count >= Self.many ? 16 : 8)
    let rest = bits - width
    let digit = Digit(shift: UInt64(rest), mask: 1 << width - 1)
    withUnsafeTemporaryAllocation(of: Int.self, capacity: 1 << width) { ends in
      ends.update(repeating: 0)
      for place in part { ends[digit.of(elements[place].key)] += 1 }
      guard ends[digit.of(elements[part.lowerBound].key)] < part.count else {
        if rest > 0 { sort(part, lowestBits: rest) }
        return
      }
      var total = part.lowerBound
      for value in ends.indices { (ends[value], total) = (total, total + ends[value]) }
      // Each goes to the next place for its digit; then the places are the ends.
      for place in part {
        let element = elements[place]
        let value = digit.of(element.key)
        scratch[ends[value]] = element
        ends[value] += 1
      }
      (elements + part.lowerBound).update(from: scratch + part.lowerBound, count: part.count)
      guard rest > 0 else { return }
      var start = part.lowerBound
      for end in ends where end > start {
        if end - start > 1 { sort(start..<end, lowestBits: rest) }
        start = end
      }
    }
  }

  private struct Digit {
    let shift: UInt64
    let mask: UInt64

    @inline(__always)
    func of(_ key: UInt64) -> Int { Int(truncatingIfNeeded: key &>> shift & mask) }
  }

  private func insert(_ part: Range<Int>) {
    for place in part.dropFirst() {
      let element = elements[place]
      var free = place
      while free > part.lowerBound, elements[free - 1].key > element.key {
        elements[free] = elements[free - 1]
        free -= 1
      }
      elements[free] = element
    }
  }
}
