/// A piece of text that commands are read from, with its name for messages.
///
/// Positions are byte offsets into the UTF-8 text.
public struct SourceText: Sendable {
  /// The path of a script, or `nil` for a typed line.
  public let name: String?
  /// The text as bytes.
  public let bytes: [UInt8]

  /// Creates a source from a text.
  public init(_ text: String, name: String? = nil) {
    self.name = name
    bytes = Array(text.utf8)
  }

  /// Creates a source from the bytes of a file, which need not be valid UTF-8.
  ///
  /// Bytes that are not are reported where they stand, when a command is read there.
  public init(bytes: [UInt8], name: String? = nil) {
    self.name = name
    self.bytes = bytes
  }

  /// The text between two offsets.
  public subscript(range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  /// The line (from 1), the column in characters (from 1) and the text of the line around an offset.
  public func place(of offset: Int) -> (line: Int, column: Int, text: String) {
    let offset = min(offset, bytes.count)
    let newline = UInt8(ascii: "\n")
    let mark = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let start = bytes[..<offset].lastIndex(of: newline).map { $0 + 1 } ?? min(mark, offset)
    let end = bytes[offset...].firstIndex(of: newline) ?? bytes.count
    let line = bytes[..<start].count { $0 == newline } + 1
    var text = self[start..<end]
    if text.hasSuffix("\r") { text.removeLast() }
    return (line, self[start..<offset].count + 1, text)
  }

  /// The character at an offset and its length in bytes, or `nil` where bytes are not UTF-8.
  func scalar(at offset: Int) -> (scalar: Unicode.Scalar, length: Int)? {
    var decoder = UTF8()
    var iterator = bytes[offset..<min(offset + 4, bytes.count)].makeIterator()
    guard case .scalarValue(let scalar) = decoder.decode(&iterator) else { return nil }
    return (scalar, UTF8.width(scalar))
  }

  /// Whether an offset is the first column of a line.
  func isLineStart(_ offset: Int) -> Bool {
    offset == 0 || bytes[offset - 1] == 0x0A
      || (offset == 3 && bytes.starts(with: [0xEF, 0xBB, 0xBF]))
  }

  /// The text between two offsets with some parts left out.
  func text(_ range: Range<Int>, without parts: [Range<Int>]) -> String {
    var text = ""
    var start = range.lowerBound
    for part in parts where part.lowerBound >= start && part.upperBound <= range.upperBound {
      text += self[start..<part.lowerBound]
      start = part.upperBound
    }
    return (text + self[start..<range.upperBound]).trimmed
  }
}

extension String {
  /// The text without white space at its ends.
  var trimmed: String {
    let start = utf8.firstIndex { !$0.isSpace } ?? endIndex
    let end = utf8.lastIndex { !$0.isSpace }.map { utf8.index(after: $0) } ?? start
    return String(self[start..<end])
  }
}
