/// Turns the JSON that exchanges and price services send into comma separated text.
///
/// `JSONTableSearch` says which shapes are found. Numbers are copied as they are written, and a
/// null becomes an empty cell.
enum JSONRows {
  /// Whether a text begins like JSON and not like a line of cells.
  ///
  /// - Parameter bytes: The first bytes of a text, some dozens of them.
  /// - Returns: False for what only begins with a bracket, such as the name of a section.
  static func looksLikeJSON(_ bytes: ArraySlice<UInt8>) -> Bool {
    var rest = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes
    rest = rest.drop(while: isSpace)
    guard let first = rest.popFirst(), let second = rest.first(where: { !isSpace($0) }) else {
      return false
    }
    if first == UInt8(ascii: "{") { return second == Byte.quote || second == UInt8(ascii: "}") }
    return first == UInt8(ascii: "[")
      && ("[{\"]-tfn".utf8.contains(second) || Byte.digit(second) != nil)
  }

  /// The table in a JSON text as comma separated text, with a header where the JSON names columns.
  ///
  /// - Parameter bytes: The whole text in UTF-8, without a byte order mark.
  /// - Returns: One line a row, in the order of the JSON.
  /// - Throws: Where the text is no JSON, where its rows do not fit together, or that it holds no
  ///   table or several.
  /// - Complexity: O(bytes); the places of the values take eight bytes a value.
  static func delimited(_ bytes: [UInt8]) throws(ContentError) -> [UInt8] {
    let document = try JSONReader.read(bytes)
    var writer = JSONTableWriter(document: document)
    try writer.write(JSONTableSearch.table(in: document))
    return writer.output
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    Byte.isSpace(byte) || byte == Byte.lineFeed || byte == Byte.carriageReturn
  }
}
