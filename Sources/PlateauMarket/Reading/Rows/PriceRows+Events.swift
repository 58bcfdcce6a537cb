import PlateauColumns

extension PriceRows {
  /// Gives dividends on lines of their own to the bars of their days; says what the file tells of
  /// dividends and splits.
  ///
  /// A dividend of a day without a bar goes to the next one. The rows must be in order.
  mutating func applyEvents() -> [Finding] {
    let paid = events.filter { !$0.dividend.isNaN }
    if !paid.isEmpty, columns.dividends.isEmpty {
      columns.dividends = [Double](repeating: 0, count: count)
    }
    var findings: [Finding] = []
    var late = Occurrences()
    for event in paid {
      if let bar = bar(atOrAfter: event.time) {
        columns.dividends[bar] += event.dividend
      } else {
        late.add(line: event.line, time: Timestamp(seconds: event.time))
      }
    }
    if !paid.isEmpty {
      let counted = paid.count == 1 ? "1 dividend" : "\(paid.count) dividends"
      findings.append(
        Finding(
          .note, .otherRow, "\(counted) on lines of their own", count: paid.count,
          lines: Array(paid.prefix(Occurrences.keptLines).map(\.line))))
    }
    let lost = late.finding(.warning, .otherRow, "dividend", "dividends") { counted, place in
      "\(counted) after the last bar\(place), not used"
    }
    return findings + [lost, splitFinding].compactMap { $0 }
  }

  /// The splits that the file names; its prices are taken as they stand.
  private var splitFinding: Finding? {
    var splits = events.filter { !$0.split.isNaN }.map {
      (time: $0.time, ratio: $0.split, line: $0.line)
    }
    for (row, ratio) in columns.splits.enumerated() where ratio > 0 && ratio != 1 {
      splits.append((columns.times[row].seconds, ratio, lines[row]))
    }
    splits.sort { ($0.time, $0.line) < ($1.time, $1.line) }
    guard let first = splits.first else { return nil }
    let counted = splits.count == 1 ? "1 split" : "\(splits.count) splits"
    return Finding(
      .note, .split,
      "the file names \(counted), the first \(first.ratio) for 1 on "
        + "\(Timestamp(seconds: first.time).date); prices are taken as they stand",
      count: splits.count, lines: Array(splits.prefix(Occurrences.keptLines).map(\.line)),
      time: Timestamp(seconds: first.time))
  }

  private func bar(atOrAfter seconds: Int64) -> Int? {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if columns.times[middle].seconds < seconds { low = middle + 1 } else { high = middle }
    }
    return low < count ? low : nil
  }
}
