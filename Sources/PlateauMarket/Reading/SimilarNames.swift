/// Finds the names most like a mistyped one, for file and column names.
///
/// Likeness is the share of neighbouring letter pairs two names have in common (Dice, 1945),
/// without regard to case; a name that contains the other counts as alike.
enum SimilarNames {
  /// At most three names, best first; none when all are unlike.
  static func nearest(to text: String, among names: [String]) -> [String] {
    let wanted = text.lowercased()
    guard !wanted.isEmpty, wanted.utf8.count <= 255 else { return [] }
    var scored: [(score: Double, name: String)] = []
    for name in names where !name.isEmpty {
      let score = likeness(wanted, name.lowercased())
      if score >= 0.5 { scored.append((score, name)) }
    }
    return scored.sorted { ($1.score, $0.name) < ($0.score, $1.name) }.prefix(3).map(\.name)
  }

  private static func likeness(_ left: String, _ right: String) -> Double {
    var unmatched = pairs(of: right)
    let wanted = pairs(of: left)
    let total = wanted.count + unmatched.count
    var shared = 0
    for pair in wanted {
      guard let index = unmatched.firstIndex(of: pair) else { continue }
      unmatched.remove(at: index)
      shared += 1
    }
    let share = total == 0 ? 0 : Double(2 * shared) / Double(total)
    let isPart = left.count >= 2 && (right.hasPrefix(left) || left.hasPrefix(right))
    return isPart ? max(share, 0.5) : share
  }

  private static func pairs(of text: String) -> [[UInt8]] {
    let bytes = Array(text.utf8)
    guard bytes.count > 1 else { return [bytes] }
    return (1..<bytes.count).map { [bytes[$0 - 1], bytes[$0]] }
  }
}
