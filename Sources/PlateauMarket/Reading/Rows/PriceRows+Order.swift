import PlateauColumns

extension PriceRows {
  /// Puts the rows into ascending time and leaves one row a stamp; says what it had to do.
  ///
  /// Rows of one stamp keep their file order, and the last of them wins.
  ///
  /// - Complexity: O(rows) for rows in order, either way round; O(rows log rows) otherwise.
  mutating func putInOrder() -> [Finding] {
    let sorting = sortByTime()
    return [sorting].compactMap { $0 } + dropDuplicates()
  }

  private mutating func sortByTime() -> Finding? {
    var ascends = true
    var descends = true
    var misplaced = Occurrences()
    let times = columns.times
    for row in times.indices.dropFirst() {
      if times[row] < times[row - 1] {
        ascends = false
        misplaced.add(line: lines[row], time: times[row])
      } else if times[row] > times[row - 1] {
        descends = false
      }
    }
    guard !ascends else { return nil }
    self = selecting(times.indices.sorted { (times[$0], $0) < (times[$1], $1) })
    guard !descends else {
      return Finding(.note, .descending, "the newest row came first; the rows were turned round")
    }
    return misplaced.finding(.repair, .unsorted, "row", "rows") { counted, place in
      "\(counted) earlier than the row before\(place); the rows were sorted"
    }
  }

  private mutating func dropDuplicates() -> [Finding] {
    let times = columns.times
    // Nearly every file has none, and is left as it is.
    guard times.indices.dropFirst().contains(where: { times[$0] == times[$0 - 1] }) else {
      return []
    }
    var repeated = Occurrences()
    var contradicting = Occurrences()
    var kept: [Int] = []
    kept.reserveCapacity(count)
    for row in times.indices {
      if let last = kept.last, times[last] == times[row] {
        if areEqual(last, row) {
          repeated.add(line: lines[row], time: times[row])
          continue
        }
        contradicting.add(line: lines[row], time: times[row])
        kept.removeLast()
      }
      kept.append(row)
    }
    self = selecting(kept)
    return [
      repeated.finding(.repair, .repeatedRow, "repeated row", "repeated rows") { counted, place in
        "\(counted) left out\(place)"
      },
      contradicting.finding(.repair, .duplicateStamp, "duplicate stamp", "duplicate stamps") {
        counted, place in
        "\(counted) with other prices\(place); the last row of each stamp was kept"
      },
    ].compactMap { $0 }
  }
}
