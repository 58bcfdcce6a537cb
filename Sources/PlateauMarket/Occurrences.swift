import PlateauColumns

/// Counts the rows of one kind of finding and remembers where the first ones are.
struct Occurrences {
  /// The most lines and bars that are remembered.
  static let keptLines = 20

  private(set) var count = 0
  private(set) var lines: [Int] = []
  private(set) var times: [Timestamp] = []

  mutating func add(line: Int, time: Timestamp? = nil) {
    count += 1
    guard lines.count < Self.keptLines else { return }
    lines.append(line)
    if let time { times.append(time) }
  }

  /// Adds rows that come after these.
  mutating func append(_ later: Occurrences) {
    count += later.count
    lines += later.lines.prefix(Self.keptLines - lines.count)
    times += later.times.prefix(Self.keptLines - times.count)
  }

  /// The finding that sums the rows up, or `nil` if there are none.
  ///
  /// The sentence gets the count in words (`3 gaps`) and the place: ` at line 17` for one row,
  /// `, first at line 17` for more.
  func finding(
    _ severity: Finding.Severity, _ kind: Finding.Kind, _ one: String, _ many: String,
    sentence: (_ counted: String, _ place: String) -> String
  ) -> Finding? {
    guard let first = lines.first else { return nil }
    let counted = count == 1 ? "1 \(one)" : "\(count) \(many)"
    let place = count == 1 ? " at line \(first)" : ", first at line \(first)"
    return Finding(
      severity, kind, sentence(counted, place), count: count, lines: lines, times: times)
  }
}
