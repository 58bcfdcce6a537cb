/// All that must be known to read the rows of a file, each without the others.
struct RowLayout: Sendable {
  /// What a column's cells are for.
  enum Role: UInt8 {
    case ignored, stamp, clock, symbol
    case open, high, low, close, adjusted, volume, dividend, split
  }

  let delimiter: Delimiter
  /// The columns' roles, in the file's order.
  let roles: [Role]
  /// The columns' names, for messages.
  let names: [String]
  var style = NumberStyle()
  var order: DateOrder?
  /// The number of digits of stamps that count from 1970 in UTC; 0 for all others.
  var epochDigits = 0
  /// Whether stamps carry a zone, so that there is a place for each row's.
  var hasZones = false

  /// Whether the rows name their symbol.
  var hasSymbols: Bool { roles.contains(.symbol) }

  init(_ header: PriceHeader, delimiter: Delimiter, adjusted: Bool) {
    self.delimiter = delimiter
    names = header.names
    var roles = [Role](repeating: .ignored, count: header.names.count)
    for (column, index) in header.places where index < roles.count {
      switch column {
      case .date: roles[index] = .stamp
      case .clock: roles[index] = .clock
      case .open: roles[index] = .open
      case .high: roles[index] = .high
      case .low: roles[index] = .low
      case .close: roles[index] = .close
      case .adjustedClose: roles[index] = adjusted ? .adjusted : .ignored
      case .volume: roles[index] = .volume
      case .dividends: roles[index] = .dividend
      case .splits: roles[index] = .split
      case .symbol: roles[index] = .symbol
      }
    }
    self.roles = roles
  }

  /// The index of the column with a role.
  func place(of role: Role) -> Int? { roles.firstIndex(of: role) }
}

extension RowLayout.Role {
  /// Whether the cells are numbers.
  var isNumber: Bool { rawValue >= RowLayout.Role.open.rawValue }
  /// Whether a bar needs a value above zero.
  var isPrice: Bool { isNumber && rawValue <= RowLayout.Role.adjusted.rawValue }
}

extension TextSample {
  /// How the bars of the sample write numbers.
  func numberStyle(_ layout: RowLayout) throws(ContentError) -> NumberStyle {
    var evidence = NumberEvidence()
    for row in bars {
      for (column, role) in layout.roles.enumerated()
      where role.isNumber && column < row.cells.count {
        evidence.add(bytes, row.cells[column], column: column, line: row.line)
      }
    }
    return try evidence.style(names: layout.names)
  }

  /// The number of digits of the stamps where each bar's is a count since 1970; else 0.
  func epochDigits(_ layout: RowLayout) -> Int {
    guard let column = layout.place(of: .stamp), let first = bars.first,
      column < first.cells.count
    else { return 0 }
    let count = first.cells[column].end - first.cells[column].start
    let isEpoch =
      [10, 13, 16, 19].contains(count)
      && bars.allSatisfy { row in
        guard column < row.cells.count else { return false }
        let cell = row.cells[column]
        return cell.end - cell.start == count
          && bytes[cell.start..<cell.end].allSatisfy { Byte.digit($0) != nil }
      }
    return isEpoch ? count : 0
  }

  /// Whether a date of the sample ends with its year.
  func hasYearsLast(_ layout: RowLayout) -> Bool {
    guard let column = layout.place(of: .stamp) else { return false }
    return bars.contains { row in
      column < row.cells.count && StampReader.partsBeforeYear(bytes, row.cells[column]) != nil
    }
  }

  /// Whether stamps of the sample name their zone.
  func hasZones(_ layout: RowLayout) -> Bool {
    guard let column = layout.place(of: .stamp) else { return false }
    return bars.contains { row in
      guard column < row.cells.count,
        case .stamp(let stamp) = StampReader.read(bytes, row.cells[column], order: layout.order)
      else { return false }
      return stamp.offset != nil
    }
  }
}
