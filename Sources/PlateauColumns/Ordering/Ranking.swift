/// Rows of a table in the order of a score, found only as far as they are asked for.
///
/// Equal scores rank by the values of the first columns, ascending, then by row; undefined scores
/// rank last.
public struct Ranking: Sendable {
  /// The rows that are ranked, ascending; `nil` for all of the table.
  private let kept: [Int]?
  /// The score of every row of the table.
  public let scores: [Double]
  private let maximizes: Bool
  private let table: Table
  private let keys: [[Double]]

  /// Prepares to rank; nothing is put in order yet.
  ///
  /// - Parameters:
  ///   - table: The rows.
  ///   - scores: A score a row.
  ///   - maximizes: Whether larger scores are better.
  ///   - keyCount: The number of leading columns that decide between equal scores.
  ///   - kept: The rows to rank, ascending; all unless given.
  public init(
    of table: Table, by scores: [Double], maximizes: Bool, keyCount: Int, among kept: [Int]? = nil
  ) {
    self.table = table
    self.scores = scores
    self.maximizes = maximizes
    self.kept = kept
    keys = table.columns.prefix(keyCount).map(\.values)
  }

  /// The number of ranked rows.
  public var count: Int { kept?.count ?? table.rowCount }

  /// The ranked rows in their order in the table.
  public var rowsInTable: [Int] { kept ?? Array(0..<table.rowCount) }

  /// The best rows, best first.
  ///
  /// - Parameter most: How many, at least 0; fewer where there are fewer.
  /// - Returns: Rows of the table.
  /// - Complexity: O(rows + `most` · log `most`) but for unlucky orders, which cost up to
  ///   O(rows · log `most`).
  public func first(_ most: Int) -> [Int] {
    guard most > 0, count > 0 else { return [] }
    if most >= count / 4 { return Array(all().prefix(most)) }
    var best = BestRows(most, ranksBefore: ranksBefore)
    scores.withUnsafeBufferPointer { scores in
      if let kept {
        for row in kept { best.offer(row, key: scores[row].rankKey(maximizes: maximizes)) }
      } else {
        for row in 0..<count { best.offer(row, key: scores[row].rankKey(maximizes: maximizes)) }
      }
    }
    return best.inOrder()
  }

  /// All rows, best first.
  ///
  /// - Complexity: O(rows).
  public func all() -> [Int] {
    // Rows that are in the order of their values keep it where scores are equal.
    let rows =
      table.isAscending(byFirst: keys.count)
      ? rowsInTable : table.ascendingRows(byFirst: keys.count, among: rowsInTable)
    var order = rows.map {
      KeyedRow(key: scores[$0].rankKey(maximizes: maximizes), row: $0)
    }
    order.sortByKey()
    return order.map(\.row)
  }

  /// The rank of a row, from 1, or `nil` where it is not ranked.
  ///
  /// - Complexity: O(rows).
  public func rank(of row: Int) -> Int? {
    guard kept.map({ $0.contains(row) }) ?? (0..<table.rowCount).contains(row) else { return nil }
    let own = KeyedRow(key: scores[row].rankKey(maximizes: maximizes), row: row)
    var rank = 1
    for other in rowsInTable {
      let key = scores[other].rankKey(maximizes: maximizes)
      if ranksBefore(KeyedRow(key: key, row: other), own) { rank += 1 }
    }
    return rank
  }

  private func ranksBefore(_ left: KeyedRow, _ right: KeyedRow) -> Bool {
    left.key != right.key
      ? left.key < right.key : Table.ascends(left.row, right.row, by: keys)
  }
}

/// The best of the rows offered so far, which are put in order once twice as many have come.
private struct BestRows {
  private let most: Int
  private let ranksBefore: (KeyedRow, KeyedRow) -> Bool
  private var rows: [KeyedRow] = []
  /// The worst row that is still among the best, once there are enough.
  private var last: KeyedRow?

  init(_ most: Int, ranksBefore: @escaping (KeyedRow, KeyedRow) -> Bool) {
    self.most = most
    self.ranksBefore = ranksBefore
  }

  @inline(__always)
  mutating func offer(_ row: Int, key: UInt64) {
    if let last {
      if key > last.key { return }
      if key == last.key, !ranksBefore(KeyedRow(key: key, row: row), last) { return }
    }
    add(KeyedRow(key: key, row: row))
  }

  private mutating func add(_ row: KeyedRow) {
    rows.append(row)
    if rows.count >= 2 * most + 64 { shrink() }
  }

  private mutating func shrink() {
    rows.sort(by: ranksBefore)
    rows.removeSubrange(min(most, rows.count)...)
    if rows.count == most { last = rows[most - 1] }
  }

  mutating func inOrder() -> [Int] {
    shrink()
    return rows.map(\.row)
  }
}
