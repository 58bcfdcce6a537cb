extension TableBlock {
  /// The names of the columns, made unique by a number where two are the same.
  public var columnNames: [String] {
    var names: [String] = []
    for heading in headings {
      var name = heading.name
      var copy = 2
      while names.contains(name) {
        name = "\(heading.name)_\(copy)"
        copy += 1
      }
      names.append(name)
    }
    return names
  }

  /// A cell; undefined where the row is too short to have it.
  public func cell(row: Int, column: Int) -> Cell {
    rows[row].indices.contains(column) ? rows[row][column] : .undefined
  }
}
