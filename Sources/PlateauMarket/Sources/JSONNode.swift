/// The place of a JSON value among its neighbours: eight bytes, so that a document of numbers takes
/// about as much memory again as its text.
struct JSONNode {
  /// The offset of the first byte of the value: a bracket, a brace, a quote, or of a plain word.
  let offset: UInt32
  /// The index of the node after this value and all within it.
  var end: UInt32
}

/// JSON text and the places of its values in the order in which they begin.
///
/// The values of an object are preceded by their keys, which are nodes of their own.
struct JSONDocument {
  let bytes: [UInt8]
  var nodes: [JSONNode] = []

  /// The first byte of a value, which tells its kind.
  func mark(_ node: Int) -> UInt8 { bytes[Int(nodes[node].offset)] }

  /// Whether a value is an array.
  func isArray(_ node: Int) -> Bool { mark(node) == UInt8(ascii: "[") }

  /// Whether a value is an object.
  func isObject(_ node: Int) -> Bool { mark(node) == UInt8(ascii: "{") }

  /// Whether a value is a text, a number, a truth value or null.
  func isScalar(_ node: Int) -> Bool { !isArray(node) && !isObject(node) }

  /// Whether a value is null.
  func isNull(_ node: Int) -> Bool { mark(node) == UInt8(ascii: "n") }

  /// The index of the node after a value and all within it.
  func after(_ node: Int) -> Int { Int(nodes[node].end) }

  /// The values at the top of the document: one, or one a line.
  var roots: JSONChildren { JSONChildren(document: self, position: 0, end: nodes.count) }

  /// The elements of an array, or the keys and values of an object, in turn.
  func children(of node: Int) -> JSONChildren {
    JSONChildren(
      document: self, position: isScalar(node) ? after(node) : node + 1, end: after(node))
  }

  /// The members of an object.
  func members(of node: Int) -> [(key: Int, value: Int)] {
    guard isObject(node) else { return [] }
    var members: [(key: Int, value: Int)] = []
    var children = children(of: node)
    while let key = children.next(), let value = children.next() { members.append((key, value)) }
    return members
  }

  /// The line and the column of an offset, both counted from 1.
  ///
  /// - Complexity: O(offset).
  func place(of offset: Int) -> (line: Int, column: Int) {
    let before = bytes[..<min(offset, bytes.count)]
    let line = before.count { $0 == Byte.lineFeed } + 1
    let start = before.lastIndex(of: Byte.lineFeed).map { $0 + 1 } ?? 0
    return (line, before.count - start + 1)
  }

  /// An error at an offset of the text.
  func error(at offset: Int, _ reason: String) -> ContentError {
    let place = place(of: offset)
    return ContentError(.badJSON(column: place.column, reason: reason), line: place.line)
  }

  /// An error at a value.
  func error(at node: JSONNode, _ reason: String) -> ContentError {
    error(at: Int(node.offset), reason)
  }
}

/// Values that stand side by side.
struct JSONChildren: Sequence, IteratorProtocol {
  let document: JSONDocument
  var position: Int
  let end: Int

  mutating func next() -> Int? {
    guard position < end else { return nil }
    defer { position = document.after(position) }
    return position
  }
}
