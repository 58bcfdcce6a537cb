/// Which column of a file holds what.
struct PriceHeader {
  /// The names as the file gives them, or as their columns are called where it has none.
  let names: [String]
  /// The columns that hold something prices have, by what it is; date and close are among them.
  let places: [PriceColumn: Int]
  /// Whether the file names its columns.
  let isWritten: Bool

  /// The index of the date column.
  var date: Int { places[.date] ?? 0 }
  /// The index of the close column.
  var close: Int { places[.close] ?? 0 }

  /// The index of a column, if there is one.
  subscript(column: PriceColumn) -> Int? { places[column] }

  /// Finds the columns by the user's words first, then by their usual names.
  ///
  /// Without a usual name, an unnamed first column holds the date. A `time` beside a `date` holds
  /// the time of day.
  init(names: [String], overrides: [String: String]) throws(ContentError) {
    let given = try Self.resolve(overrides, in: names)
    let normalised = names.map(PriceColumn.normalised)
    var found: [PriceColumn: Int] = [:]
    for column in PriceColumn.allCases {
      if let index = given[column] {
        found[column] = index
      } else if let index = try Self.find(column, in: normalised, names: names),
        // A column that the user gives a role has no other.
        !given.values.contains(index)
      {
        found[column] = index
      }
    }
    // Exchanges name the coin: `Volume BTC`.
    if found[.volume] == nil {
      found[.volume] = normalised.indices.first {
        normalised[$0].hasPrefix("volume") && !given.values.contains($0)
      }
    }
    if found[.date] == nil, names.first == "", !given.values.contains(0) { found[.date] = 0 }
    guard found[.date] != nil else { throw ContentError(.noDateColumn(headers: names)) }
    guard found[.close] != nil else { throw ContentError(.noCloseColumn(headers: names)) }
    if found[.clock] == found[.date] { found[.clock] = nil }
    self.names = names
    places = found
    isWritten = true
  }

  /// Creates the header of a file that names no column.
  init(bare places: [PriceColumn: Int], columnCount: Int) {
    var names = (1...max(1, columnCount)).map { "column \($0)" }
    for (column, index) in places where index < names.count { names[index] = column.rawValue }
    self.names = names
    self.places = places
    isWritten = false
  }

  /// Whether a name is one that prices use.
  static func isKnown(_ name: String) -> Bool { knownNames.contains(PriceColumn.normalised(name)) }

  private static let knownNames = Set(PriceColumn.allCases.flatMap(\.headerNames))

  private static func find(
    _ column: PriceColumn, in normalised: [String], names: [String]
  ) throws(ContentError) -> Int? {
    for name in column.headerNames {
      guard let index = normalised.firstIndex(of: name) else { continue }
      guard normalised.lastIndex(of: name) == index else {
        throw ContentError(.repeatedColumn(names[index]))
      }
      return index
    }
    return nil
  }

  private static func resolve(
    _ overrides: [String: String], in names: [String]
  ) throws(ContentError) -> [PriceColumn: Int] {
    var resolved: [PriceColumn: Int] = [:]
    for (role, name) in overrides.sorted(by: { $0.key < $1.key }) {
      guard let column = PriceColumn.named(role) else {
        let roles = PriceColumn.allCases.map(\.rawValue)
        throw ContentError(.unknownRole(role, roles: roles))
      }
      let lowercased = name.lowercased()
      guard
        let index = names.firstIndex(of: name)
          ?? names.firstIndex(where: { $0.lowercased() == lowercased })
          ?? Int(name).flatMap({ (1...max(1, names.count)).contains($0) ? $0 - 1 : nil })
      else { throw ContentError(.unknownColumn(name, headers: names)) }
      guard !resolved.values.contains(index) else { throw ContentError(.repeatedColumn(name)) }
      resolved[column] = index
    }
    return resolved
  }
}
