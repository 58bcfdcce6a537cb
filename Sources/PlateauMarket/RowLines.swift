/// The line of the file on which each row of prices stands.
///
/// Rows mostly stand on consecutive lines, so that only runs of such rows are kept.
struct RowLines: Equatable {
  /// Rows on consecutive lines, the first of which is `line`.
  private struct Run: Equatable {
    var row: Int
    var line: Int
  }

  private var runs: [Run] = []
  private(set) var count = 0

  init() {}

  /// Creates the lines of rows, one a row.
  init(_ lines: some Sequence<Int>) {
    for line in lines { append(line) }
  }

  /// Adds the next row.
  mutating func append(_ line: Int) { append(contentsOf: line..<line + 1) }

  /// Adds rows on consecutive lines.
  mutating func append(contentsOf lines: Range<Int>) {
    guard !lines.isEmpty else { return }
    let continues = runs.last.map { $0.line + count - $0.row == lines.lowerBound } ?? false
    if !continues { runs.append(Run(row: count, line: lines.lowerBound)) }
    count += lines.count
  }

  /// Adds rows that stand after these.
  mutating func append(contentsOf later: RowLines) {
    for (index, run) in later.runs.enumerated() {
      let end = index + 1 < later.runs.count ? later.runs[index + 1].row : later.count
      append(contentsOf: run.line..<run.line + end - run.row)
    }
  }

  /// The line of a row.
  ///
  /// - Complexity: O(log runs).
  subscript(row: Int) -> Int {
    precondition(row >= 0 && row < count, "there is no such row")
    var (low, high) = (0, runs.count)
    while low + 1 < high {
      let middle = (low + high) / 2
      if runs[middle].row <= row { low = middle } else { high = middle }
    }
    return runs[low].line + row - runs[low].row
  }

  /// The lines of the rows with the given indices, in that order.
  func selecting(_ rows: some Sequence<Int>) -> RowLines {
    RowLines(rows.lazy.map { self[$0] })
  }
}

extension RowLines: ExpressibleByArrayLiteral {
  init(arrayLiteral lines: Int...) { self.init(lines) }
}
