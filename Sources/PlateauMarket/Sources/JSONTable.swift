/// Where in a JSON document the prices are, and in which shape; values are named by their nodes.
enum JSONTable {
  /// Arrays or objects side by side, each a row: `[[1577836800000,"7195.24",…],…]`.
  case rows(JSONChildren)
  /// Arrays side by side in an object, each a column: `{"t":[…],"o":[…],…}`.
  case columns([(key: Int, values: Int)])
  /// An object of objects, each a row under its date: `{"2020-01-02":{"1. open":"…"},…}`.
  case keyedRows(object: Int)
  /// An object of objects, each a column whose keys name the rows: `{"Open":{"0":1,…},…}`.
  case keyedColumns(object: Int)
  /// A list of names beside rows of values, perhaps with a list of dates.
  case namedRows(names: Int, rows: Int, index: Int?)
}

extension JSONDocument {
  /// The bytes of a key or of any text, between its quotes and with its escapes.
  func rawText(_ node: Int) -> ArraySlice<UInt8> {
    let start = Int(nodes[node].offset) + 1
    var end = start
    while end < bytes.count, bytes[end] != Byte.quote {
      end += bytes[end] == UInt8(ascii: "\\") ? 2 : 1
    }
    return bytes[start..<min(end, bytes.count)]
  }

  /// The text of a key without its escapes.
  func name(_ node: Int) -> String {
    String(decoding: JSONScalar.content(bytes, at: Int(nodes[node].offset)), as: UTF8.self)
  }

  /// Whether a value is an array or object of two or more plain values, as a row of prices is.
  func isRow(_ node: Int) -> Bool {
    var scalars = 0
    if isObject(node) {
      for member in members(of: node) where isScalar(member.value) { scalars += 1 }
    } else {
      for element in children(of: node) where isScalar(element) { scalars += 1 }
    }
    return scalars >= 2
  }

  /// Whether a value is an array that begins with a row.
  func isListOfRows(_ node: Int) -> Bool {
    guard isArray(node), let first = children(of: node).first(where: { _ in true }) else {
      return false
    }
    return isRow(first)
  }

  /// The number of elements of an array that begins with a plain value, or `nil` for another value.
  func plainCount(_ node: Int) -> Int? {
    guard isArray(node) else { return nil }
    var count = 0
    for element in children(of: node) {
      if count == 0, !isScalar(element) { return nil }
      count += 1
    }
    return count > 0 ? count : nil
  }
}
