/// Which rows of a long table are drawn: its head and its tail.
struct TableExcerpt: Hashable, Sendable {
  /// Indices of the rows that are drawn, ascending.
  let rows: [Int]
  /// The place in `rows` before which rows are left out, or `nil`.
  let gapRow: Int?
  /// What is left out, as `showing 20 of 19,701`, or `nil`.
  let note: String?

  /// Chooses rows; `nil` draws all.
  init(_ table: TableBlock, maximumRows: Int?) {
    let count = table.rows.count
    let limit = max(maximumRows ?? count, 1)
    if count > limit {
      let head = (limit + 1) / 2
      rows = Array(0..<head) + Array((count - (limit - head))..<count)
      gapRow = head < limit ? head : nil
    } else {
      rows = Array(0..<count)
      gapRow = nil
    }
    let total = max(table.totalRows, count)
    note =
      rows.count < total
      ? "showing \(Self.grouped(rows.count)) of \(Self.grouped(total))" : nil
  }

  private static func grouped(_ count: Int) -> String {
    DecimalDigits(Double(count))?.plain(grouped: true) ?? String(count)
  }
}
