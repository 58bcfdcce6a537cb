/// Reads JSON text into the places of its values, without copying any of them.
///
/// It accepts the grammar of RFC 8259, and one value a line after the other (JSON Lines). The
/// standard library has no reader of JSON, and this target does without Foundation; the numbers
/// stay text, so that each decimal reaches the prices as it was written. Nesting is followed by
/// a stack of its own, so that no text can exhaust that of the program.
struct JSONReader {
  /// The deepest nesting that is read; exchanges need five.
  static let depthLimit = 64

  private var document: JSONDocument
  private var position = 0
  /// The nodes of the arrays and objects that are open.
  private var open: [Int] = []

  /// Reads a document.
  ///
  /// - Throws: The line and the column of the first byte that breaks the grammar.
  /// - Complexity: O(bytes).
  static func read(_ bytes: [UInt8]) throws(ContentError) -> JSONDocument {
    guard bytes.count < UInt32.max else {
      throw ContentError(.noTableInJSON(reason: "its text is larger than four gibibytes"))
    }
    var reader = JSONReader(document: JSONDocument(bytes: bytes))
    reader.document.nodes.reserveCapacity(bytes.count / 16)
    reader.skipSpaces()
    while reader.position < bytes.count { try reader.readRoot() }
    return reader.document
  }

  private init(document: JSONDocument) { self.document = document }

  private var byte: UInt8? {
    position < document.bytes.count ? document.bytes[position] : nil
  }

  /// Reads a value with all within it, and the space after it.
  private mutating func readRoot() throws(ContentError) {
    repeat {
      let isOpened = try readValue()
      if isOpened { continue }
      try closeWhatEnds()
    } while !open.isEmpty
    let end = position
    skipSpaces()
    guard position == document.bytes.count || document.bytes[end..<position].contains(Byte.lineFeed)
    else { throw unexpected("the end of the text or a new line") }
  }

  /// Reads a scalar or an opening; true where an array or object is open and a value must follow.
  private mutating func readValue() throws(ContentError) -> Bool {
    let node = document.nodes.count
    document.nodes.append(JSONNode(offset: UInt32(position), end: UInt32(node + 1)))
    switch byte {
    case UInt8(ascii: "["), UInt8(ascii: "{"):
      guard open.count < Self.depthLimit else {
        throw document.error(at: position, "values are nested more than \(Self.depthLimit) deep")
      }
      let isObject = byte == UInt8(ascii: "{")
      position += 1
      open.append(node)
      skipSpaces()
      if byte == (isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) { return false }
      if isObject { try readKey() }
      return true
    case Byte.quote: try readText()
    case UInt8(ascii: "t"): try readWord("true")
    case UInt8(ascii: "f"): try readWord("false")
    case UInt8(ascii: "n"): try readWord("null")
    case let digit? where digit == Byte.minus || Byte.digit(digit) != nil: try readNumber()
    default: throw unexpected("a value")
    }
    return false
  }

  /// After a value: closes the arrays and objects that end here, up to a comma or the last of them.
  private mutating func closeWhatEnds() throws(ContentError) {
    while let node = open.last {
      skipSpaces()
      let isObject = document.isObject(node)
      if byte == (isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) {
        position += 1
        document.nodes[node].end = UInt32(document.nodes.count)
        open.removeLast()
        continue
      }
      guard byte == Byte.comma else {
        throw unexpected(isObject ? "a comma or a closing brace" : "a comma or a closing bracket")
      }
      position += 1
      skipSpaces()
      if isObject { try readKey() }
      return
    }
  }

  private mutating func readKey() throws(ContentError) {
    guard byte == Byte.quote else { throw unexpected("a key in double quotes") }
    let node = document.nodes.count
    document.nodes.append(JSONNode(offset: UInt32(position), end: UInt32(node + 1)))
    try readText()
    skipSpaces()
    guard byte == Byte.colon else { throw unexpected("a colon after the key") }
    position += 1
    skipSpaces()
  }

  private mutating func readText() throws(ContentError) {
    let start = position
    position += 1
    while let byte, byte != Byte.quote {
      guard byte >= 0x20 else { throw unexpected("a closing quote") }
      position += byte == UInt8(ascii: "\\") ? try escapeLength() : 1
    }
    guard byte != nil else { throw document.error(at: start, "the text in quotes does not end") }
    position += 1
  }

  /// The length of an escape, with its backslash.
  private func escapeLength() throws(ContentError) -> Int {
    let rest = document.bytes[(position + 1)...].prefix(5)
    guard let letter = rest.first else { return 1 }
    if letter == UInt8(ascii: "u") {
      let digits = rest.dropFirst()
      if digits.count == 4, digits.allSatisfy({ JSONScalar.hexadecimalDigit($0) != nil }) {
        return 6
      }
    } else if "\"\\/bfnrt".utf8.contains(letter) {
      return 2
    }
    throw document.error(at: position, "a backslash with an unknown escape after it")
  }

  private mutating func readWord(_ word: StaticString) throws(ContentError) {
    let end = min(position + word.utf8CodeUnitCount, document.bytes.count)
    let isSame = word.withUTF8Buffer { document.bytes[position..<end].elementsEqual($0) }
    guard isSame else { throw unexpected("a value") }
    position = end
  }

  private mutating func readNumber() throws(ContentError) {
    let start = position
    if byte == Byte.minus { position += 1 }
    let first = byte
    let whole = skipDigits()
    guard whole == 1 || (whole > 1 && first != UInt8(ascii: "0")) else {
      throw document.error(at: start, "not a number as JSON writes it")
    }
    if byte == Byte.point {
      position += 1
      guard skipDigits() > 0 else { throw unexpected("a digit after the point") }
    }
    guard let mark = byte, Byte.lowercased(mark) == UInt8(ascii: "e") else { return }
    position += 1
    if byte == Byte.plus || byte == Byte.minus { position += 1 }
    guard skipDigits() > 0 else { throw unexpected("a digit of the exponent") }
  }

  private mutating func skipDigits() -> Int {
    let start = position
    while let byte, Byte.digit(byte) != nil { position += 1 }
    return position - start
  }

  private mutating func skipSpaces() {
    while let byte, Byte.isSpace(byte) || byte == Byte.lineFeed || byte == Byte.carriageReturn {
      position += 1
    }
  }

  private func unexpected(_ wanted: String) -> ContentError {
    guard let byte else { return document.error(at: position, "\(wanted) is missing at the end") }
    let found = byte > 0x20 && byte < 0x7F ? "'\(Character(Unicode.Scalar(byte)))'" : "this byte"
    return document.error(at: position, "\(wanted) must stand here, not \(found)")
  }
}
