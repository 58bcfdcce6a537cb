/// Finds numbers by their rank without putting the others in order.
///
/// Numbers are counted by their leading bits; only those that share them with a wanted rank are
/// looked at again. The memory of one selection serves the next.
public struct RankSelection {
  private var keys: [UInt64] = []
  private var counts = [Int](repeating: 0, count: 1 << Self.bitsAtATime)

  private static let bitsAtATime = 14
  /// So few keys are quicker sorted.
  private static let fewKeys = 2048

  /// Creates a selection without memory.
  public init() {}

  /// Takes the defined numbers of a column.
  ///
  /// - Parameters:
  ///   - values: The numbers.
  ///   - rows: The places of those that count; all unless given.
  /// - Returns: How many are defined.
  /// - Complexity: O(numbers).
  public mutating func take(_ values: [Double], at rows: [Int]? = nil) -> Int {
    keys.removeAll(keepingCapacity: true)
    keys.reserveCapacity(rows?.count ?? values.count)
    if let rows {
      for row in rows where !values[row].isNaN { keys.append(values[row].sortKey) }
    } else {
      for value in values where !value.isNaN { keys.append(value.sortKey) }
    }
    return keys.count
  }

  /// The numbers of some ranks among those taken.
  ///
  /// - Parameter ranks: Ranks from 0, ascending, each less than how many there are.
  /// - Returns: A number a rank.
  /// - Complexity: O(numbers), some nanoseconds each.
  public mutating func numbers(ofRanks ranks: [Int]) -> [Double] {
    guard let low = keys.min(), let high = keys.max() else { return [] }
    // Leading bits that all keys share tell nothing.
    let shared = (low ^ high).leadingZeroBitCount
    return Self.select(ranks, in: keys, below: 64 - shared, &counts).map(Double.init(sortKey:))
  }

  /// The keys of some ranks.
  ///
  /// - Parameters:
  ///   - ranks: Ranks from 0, ascending.
  ///   - keys: The keys.
  ///   - top: All keys are equal in their bits from this one up.
  ///   - counts: Memory for counting.
  /// - Returns: A key a rank.
  private static func select(
    _ ranks: [Int], in keys: [UInt64], below top: Int, _ counts: inout [Int]
  ) -> [UInt64] {
    guard keys.count > fewKeys, top > 0 else {
      let sorted = top > 0 ? keys.sorted() : keys
      return ranks.map { sorted[$0] }
    }
    let shift = max(0, top - bitsAtATime)
    let mask = UInt64(1 << min(bitsAtATime, top)) - 1
    for place in counts.indices { counts[place] = 0 }
    for key in keys { counts[Int(key >> UInt64(shift) & mask)] += 1 }
    // The places that hold a wanted rank, with the keys before them and the ranks within them.
    var found: [(place: Int, ranks: [Int])] = []
    var (place, before, next) = (0, 0, 0)
    while next < ranks.count {
      let end = before + counts[place]
      var within: [Int] = []
      while next < ranks.count, ranks[next] < end {
        within.append(ranks[next] - before)
        next += 1
      }
      if !within.isEmpty { found.append((place, within)) }
      (place, before) = (place + 1, end)
    }
    var slots = [Int8](repeating: -1, count: Int(mask) + 1)
    for (slot, part) in found.enumerated() { slots[part.place] = Int8(slot) }
    var parts = found.map { part in
      var keys: [UInt64] = []
      keys.reserveCapacity(counts[part.place])
      return keys
    }
    for key in keys {
      let slot = slots[Int(key >> UInt64(shift) & mask)]
      if slot >= 0 { parts[Int(slot)].append(key) }
    }
    var results: [UInt64] = []
    for (part, keys) in zip(found, parts) {
      results += select(part.ranks, in: keys, below: shift, &counts)
    }
    return results
  }
}
