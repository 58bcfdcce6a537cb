extension TextSample {
  /// What is known of the columns, and where the rows of prices begin.
  struct Heading {
    let header: PriceHeader
    /// The index of the first row below the header.
    let firstRow: Int
    /// The lines above the header, which say nothing of the columns.
    let passedOver: Int
  }

  /// What the rows above the first bar say of the columns, or what the bars themselves say where
  /// nothing stands above them.
  ///
  /// The nearest row above the bars that names date and close is the header. Where none does, the
  /// rows may name them together, each column in one of them.
  ///
  /// - Parameter overrides: The columns that the user names.
  /// - Returns: The header, and where the rows of prices begin.
  /// - Throws: What is wrong with the row that comes nearest to a header.
  func heading(overrides: [String: String]) throws(ContentError) -> Heading {
    guard let first = rows.first else { throw ContentError(.empty) }
    let aboveCount = firstBar ?? 1
    let above = rows[..<aboveCount].map { row in row.cells.map(text) }
    var failure: ContentError?
    for (index, names) in above.enumerated().reversed() {
      guard firstBar == nil || !overrides.isEmpty || names.contains(where: PriceHeader.isKnown)
      else { continue }
      do {
        let header = try PriceHeader(names: names, overrides: overrides)
        return Heading(
          header: header, firstRow: firstRow(below: index), passedOver: index)
      } catch {
        failure = failure ?? ContentError(error.problem, line: rows[index].line)
      }
    }
    if let names = merged(above), let header = try? PriceHeader(names: names, overrides: overrides)
    {
      return Heading(header: header, firstRow: aboveCount, passedOver: 0)
    }
    if let failure { throw failure }
    if let bare = try bareHeader(overrides: overrides) {
      return Heading(header: bare, firstRow: aboveCount, passedOver: aboveCount)
    }
    let row = firstBar.map { rows[$0] } ?? first
    throw ContentError(.noHeader(firstCells: row.cells.map(text)), line: row.line)
  }

  /// Rows of words alone belong to the header; any other one should have been a bar.
  private func firstRow(below header: Int) -> Int {
    var row = header + 1
    while row < firstBar ?? 0,
      rows[row].cells.allSatisfy({ cell in
        guard !SampleRow.looksNumeric(bytes, cell) else { return false }
        if case .invalid = StampReader.read(bytes, cell) { return true }
        return false
      })
    {
      row += 1
    }
    return row
  }

  /// The symbol in a row above the bars that begins with `Ticker`, if all its columns have one.
  var symbolAbove: String? {
    for row in rows[..<(firstBar ?? 0)] {
      let names = row.cells.map(text)
      guard let first = names.first, PriceColumn.normalised(first) == "ticker" else { continue }
      let symbols = Set(names.dropFirst().filter { !$0.isEmpty })
      if symbols.count == 1 { return symbols.first }
    }
    return nil
  }

  /// Names put together from several rows: a date's where there is one, else the first that is
  /// known.
  private func merged(_ above: [[String]]) -> [String]? {
    guard above.count > 1, let columns = above.map(\.count).max() else { return nil }
    return (0..<columns).map { column in
      let cells = above.compactMap { $0.indices.contains(column) ? $0[column] : nil }
      let date = cells.first { PriceColumn.date.headerNames.contains(PriceColumn.normalised($0)) }
      return date ?? cells.first(where: PriceHeader.isKnown) ?? cells.last ?? ""
    }
  }
}
