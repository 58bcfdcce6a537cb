import PlateauColumns

/// The side on which the cells of a column meet.
enum TextAlignment: Hashable, Sendable {
  case left
  case right
}

/// One column of a drawn table: its cells as text for reading.
struct TextColumn: Hashable, Sendable {
  /// The column's name.
  var name: String
  /// What stands above the cells: the name, with a unit where the cells carry none.
  var heading: String
  /// Numbers meet on the right, where the equal decimals align their points; words on the left.
  var alignment: TextAlignment
  /// One text a row.
  var cells: [String]

  /// A column of words.
  init(_ name: String = "", cells: [String]) {
    self.name = name
    heading = name
    alignment = .left
    self.cells = cells
  }

  /// The column of a table; its numbers have equal decimals unless each stands for itself.
  init(_ heading: TableBlock.Heading, name: String, cells: [Cell], numbers: NumberStyle) {
    self.name = name
    // Numbers that stand for themselves carry their own unit.
    let unit = heading.digits == .own ? nil : NumberStyle.unit(of: heading.kind)
    self.heading = ([name] + [unit].compactMap(\.self)).joined(separator: " ")
    alignment = heading.kind == .text || heading.kind == .condition ? .left : .right
    let values = cells.map { cell -> Double in
      guard heading.digits != .own, case .number(let value, heading.kind) = cell,
        heading.kind != .text
      else { return .nan }
      return value
    }
    let texts = numbers.texts(values, heading.kind, digits: heading.digits)
    self.cells = cells.indices.map { row in
      values[row].isFinite ? texts[row] : cells[row].text(numbers)
    }
  }

  /// Columns that the widest word of the cells takes.
  var widestWord: Int {
    cells.reduce(0) { widest, cell in
      cell.split(whereSeparator: \.isWhitespace).reduce(widest) { max($0, $1.displayWidth) }
    }
  }

  /// Columns that the widest line of the heading and the cells takes.
  var width: Int {
    cells.reduce(heading.displayWidth) { widest, cell in
      cell.split(whereSeparator: \.isNewline).reduce(widest) { max($0, $1.displayWidth) }
    }
  }
}
