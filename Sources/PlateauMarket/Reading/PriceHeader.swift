/// Which column of a file holds what.
struct PriceHeader {
  /// The names as the file gives them.
  let names: [String]
  /// The index of the date column.
  let date: Int
  /// The index of the close column.
  let close: Int
  /// The index of a column of times of day beside the dates, if there is one.
  let clock: Int?
  /// The index of the opening prices, if there is one; likewise below.
  let open: Int?
  let high: Int?
  let low: Int?
  let adjustedClose: Int?
  let volume: Int?
  let dividends: Int?
  let symbol: Int?

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
      } else if let index = try Self.find(column, in: normalised, names: names) {
        found[column] = index
      }
    }
    if found[.date] == nil, let first = names.first, first.isEmpty { found[.date] = 0 }
    guard let date = found[.date] else {
      throw ContentError(.noDateColumn(headers: names))
    }
    guard let close = found[.close] else {
      throw ContentError(.noCloseColumn(headers: names))
    }
    self.names = names
    self.date = date
    self.close = close
    clock = found[.clock] == date ? nil : found[.clock]
    open = found[.open]
    high = found[.high]
    low = found[.low]
    adjustedClose = found[.adjustedClose]
    volume = found[.volume]
    dividends = found[.dividends]
    symbol = found[.symbol]
  }

  /// Whether a header has a name that prices use, so that it is a header at all.
  static func namesAnything(in names: [String]) -> Bool {
    let known = PriceColumn.allCases.flatMap(\.headerNames)
    return names.contains { known.contains(PriceColumn.normalised($0)) }
  }

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
      else { throw ContentError(.unknownColumn(name, headers: names)) }
      resolved[column] = index
    }
    return resolved
  }
}
