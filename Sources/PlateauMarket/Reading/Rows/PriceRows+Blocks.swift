import PlateauColumns

extension PriceRows {
  /// The most bytes that are read at once where cells go on over lines.
  private static let wholeLimit = 1 << 29

  /// The most rows of a file: 38 years of minutes.
  private static let rowLimit = 20_000_000

  /// Reads all rows of a text.
  ///
  /// - Parameters:
  ///   - source: The text.
  ///   - start: The offset of the first row.
  ///   - line: The number of its line.
  ///   - layout: What the cells are.
  /// - Returns: The rows by symbol, in the order in which symbols first come; one without a name
  ///   where rows name none.
  /// - Throws: What is wrong with the first row that refuses the file.
  /// - Complexity: O(bytes), read twice, on all cores; memory for the columns and two blocks.
  static func read(
    _ source: ByteSource, from start: Int, line: Int, layout: RowLayout
  ) throws(ContentError) -> [(symbol: String?, rows: PriceRows)] {
    var layout = layout
    var isWhole = false
    while true {
      let blocks = try TextBlocks(source, from: start, line: line, isWhole: isWhole)
      guard blocks.rowLimit > 0 else { throw ContentError(.noRows) }
      guard blocks.rowLimit <= rowLimit else {
        throw ContentError(.tooManyRows(blocks.rowLimit, limit: rowLimit))
      }
      var columns = RowColumns(count: blocks.rowLimit, layout: layout)
      let answers = columns.withPointers { blocks.read(layout, into: $0) }
      if let failed = answers.first(where: { $0.error != nil }), let error = failed.error {
        switch failed.retry {
        case .withZones where !layout.hasZones:
          layout.hasZones = true
          layout.epochDigits = 0
          continue
        case .asOneBlock
        where !isWhole && blocks.ranges.count > 1 && source.count <= wholeLimit:
          isWhole = true
          continue
        default: throw error
        }
      }
      return joined(answers, columns: &columns, blocks: blocks)
    }
  }

  private static func joined(
    _ answers: [BlockRows], columns: inout RowColumns, blocks: TextBlocks
  ) -> [(symbol: String?, rows: PriceRows)] {
    // In place: a copy of the columns would double the memory of a load.
    columns.keep(
      answers.indices.map { block in
        let first = blocks.lines[block] - blocks.lines[0]
        return first..<first + answers[block].count
      })
    var rows = PriceRows(columns: columns, lines: RowLines())
    var symbols: [(row: Int, name: String)] = []
    for answer in answers {
      symbols += answer.symbols.map { ($0.row + rows.lines.count, $0.name) }
      rows.lines.append(contentsOf: answer.lines)
      rows.blank.append(answer.blank)
      rows.blankVolume.append(answer.blankVolume)
      rows.remarks.append(answer.remarks)
      rows.bareStamps.append(answer.bareStamps)
      rows.adjustedCount += answer.adjustedCount
      rows.hasClock = rows.hasClock || answer.hasClock
      rows.events += answer.events
    }
    let names = symbols.map(\.name)
    guard Set(names).count > 1 else { return [(names.first, rows)] }
    return rows.parted(symbols)
  }

  /// The rows of each symbol; `symbols` says where one begins.
  private func parted(
    _ symbols: [(row: Int, name: String)]
  ) -> [(symbol: String?, rows: PriceRows)] {
    var order: [String] = []
    var places: [String: [Int]] = [:]
    for (index, (row, name)) in symbols.enumerated() {
      let end = index + 1 < symbols.count ? symbols[index + 1].row : count
      if places[name] == nil { order.append(name) }
      places[name, default: []] += row..<end
    }
    return order.compactMap { name in
      guard let rows = places[name], !rows.isEmpty else { return nil }
      var part = selecting(rows)
      part.events = events.filter { $0.symbol == name }
      return (name, part)
    }
  }
}
