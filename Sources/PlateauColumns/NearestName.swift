/// The names nearest to a misspelt one, best first: at most three, none when all are far.
///
/// Only names that are equally near are named, so a plain slip has one answer. Case does not count.
/// A name that begins with the given text is near however long it is.
///
/// - Complexity: O(names · length²).
public func nearestNames(to text: String, among names: [String]) -> [String] {
  let wanted = Array(text.lowercased())
  guard !wanted.isEmpty, wanted.count <= 255 else { return [] }
  let limit = max(1, min(3, (wanted.count + 1) / 3))
  var scored: [(name: String, distance: Int)] = []
  for name in names where !scored.contains(where: { $0.name == name }) {
    let candidate = Array(name.lowercased())
    let isBeginning = wanted.count >= 2 && candidate.starts(with: wanted)
    let edits = editDistance(wanted, candidate)
    guard isBeginning || edits <= limit, edits < candidate.count else { continue }
    scored.append((name, isBeginning ? min(edits, 2) : edits))
  }
  let nearest = scored.map(\.distance).min()
  return scored.filter { $0.distance == nearest }.map(\.name).sorted().prefix(3).map { $0 }
}

/// The number of single-character edits, swaps of neighbours included, between two words.
///
/// - Note: Source: Damerau (1964); the restricted form ("optimal string alignment").
private func editDistance(_ left: [Character], _ right: [Character]) -> Int {
  var before: [Int] = []
  var above = Array(0...right.count)
  for (row, character) in left.enumerated() {
    var current = [row + 1]
    for (column, other) in right.enumerated() {
      var best = min(above[column + 1] + 1, current[column] + 1)
      best = min(best, above[column] + (character == other ? 0 : 1))
      if row > 0, column > 0, character == right[column - 1], left[row - 1] == other {
        best = min(best, before[column - 1] + 1)
      }
      current.append(best)
    }
    before = above
    above = current
  }
  return above[right.count]
}
