/// The columns of rows that are JSON objects: their keys, in the order of appearance.
struct JSONColumnNames {
  /// More names than any table of prices has.
  static let limit = 256

  private let document: JSONDocument
  /// The node of the first key of each column.
  private(set) var keys: [Int] = []
  private var names: [ArraySlice<UInt8>] = []

  /// Creates an empty list of columns.
  init(document: JSONDocument) { self.document = document }

  /// Adds the keys of a row whose values are plain.
  ///
  /// - Complexity: O(members) where the row has the order of the rows before it.
  mutating func add(_ row: Int) throws(ContentError) {
    var column = 0
    for (key, value) in document.members(of: row) where document.isScalar(value) {
      if let known = index(of: document.rawText(key), near: column) {
        column = known + 1
        continue
      }
      guard keys.count < Self.limit else {
        throw document.error(
          at: document.nodes[key], "the rows have more than \(Self.limit) different keys")
      }
      keys.append(key)
      names.append(document.rawText(key))
      column = keys.count
    }
  }

  /// Puts the values of a row at the places of their columns.
  func place(_ row: Int, into cells: inout [Int?]) throws(ContentError) {
    cells.removeAll(keepingCapacity: true)
    cells.append(contentsOf: repeatElement(nil, count: keys.count))
    var column = 0
    for (key, value) in document.members(of: row) {
      guard let known = index(of: document.rawText(key), near: column) else { continue }
      guard cells[known] == nil else {
        throw document.error(at: document.nodes[key], "a row has this key twice")
      }
      cells[known] = value
      column = known + 1
    }
  }

  private func index(of name: ArraySlice<UInt8>, near column: Int) -> Int? {
    if column < names.count, names[column] == name { return column }
    return names.firstIndex(of: name)
  }
}
