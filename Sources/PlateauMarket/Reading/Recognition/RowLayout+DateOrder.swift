import PlateauColumns

extension RowLayout {
  /// The order of dates whose year stands last, from the first one that has a day above 12.
  ///
  /// - Parameters:
  ///   - source: The text.
  ///   - start: The offset of its first row.
  ///   - line: The number of that row's line.
  /// - Returns: `nil` where the first row's date has another form, so that there is no question.
  /// - Throws: `ContentProblem.ambiguousDate` where all dates can be read both ways.
  /// - Complexity: O(bytes up to the date that tells); years of two digits are all looked at.
  func dateOrder(
    of source: ByteSource, from start: Int, line: Int
  ) throws(ContentError) -> DateOrder? {
    guard let column = place(of: .stamp) else { return nil }
    let blocks = try TextBlocks(source, from: start, line: line, isWhole: false)
    var ambiguous: ContentError?
    var short: ShortYears?
    for (range, line) in zip(blocks.ranges, blocks.lines) {
      let found = try source.withText(range) { text throws(ContentError) -> DateOrder?? in
        var reader = CellReader(text, delimiter: delimiter.byte, line: line)
        var cells: [Cell] = []
        while (try? reader.nextRow(into: &cells)) == true {
          guard column < cells.count,
            let parts = StampReader.partsBeforeYear(text, cells[column])
          else {
            if ambiguous == nil { return .some(nil) }
            continue
          }
          if parts.hasShortYear {
            if short == nil { short = ShortYears() }
            short?.add(text, cells[column])
            if ambiguous == nil {
              ambiguous = ContentError(
                .ambiguousShortYear(column: names[column], text: reader.text(cells[column])),
                line: reader.line)
            }
            continue
          }
          if parts.first > 12 { return .some(.dayFirst) }
          if parts.second > 12 { return .some(.monthFirst) }
          if ambiguous == nil, parts.first != parts.second {
            ambiguous = RowCells(cells: cells, reader: reader, layout: self).ambiguity(column)
          }
        }
        return nil
      }
      if let found { return found }
    }
    if let order = short?.order { return order }
    if let ambiguous { throw ambiguous }
    // Day and month are equal throughout: both orders say the same.
    return .dayFirst
  }
}

extension RowCells {
  /// The error for a date that can be read in two ways, or `nil` where it cannot.
  fileprivate func ambiguity(_ column: Int) -> ContentError? {
    do throws(ContentError) {
      _ = try stamp()
      return nil
    } catch {
      return error
    }
  }
}
