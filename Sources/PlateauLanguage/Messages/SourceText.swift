/// A piece of text that commands are read from, with its name for messages.
///
/// Positions are byte offsets into the UTF-8 text.
public struct SourceText: Sendable {
  /// The path of a script, or `nil` for a typed line.
  public let name: String?
  /// The text as bytes.
  public let bytes: [UInt8]
  /// The offset of the first byte of each line, a mark of the byte order left out.
  private let lineStarts: [Int]

  /// Creates a source from a text.
  public init(_ text: String, name: String? = nil) {
    self.init(bytes: Array(text.utf8), name: name)
  }

  /// Creates a source from the bytes of a file, which need not be valid UTF-8.
  ///
  /// Bytes that are not are reported where they stand, when a command is read there.
  public init(bytes: [UInt8], name: String? = nil) {
    self.name = name
    self.bytes = bytes
    var lineStarts = [bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0]
    for (offset, byte) in bytes.enumerated() where byte == 0x0A { lineStarts.append(offset + 1) }
    self.lineStarts = lineStarts
  }

  /// The text between two offsets.
  public subscript(range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  /// The line and the column in characters of an offset, both from 1.
  ///
  /// - Complexity: O(log lines + bytes of the line before the offset).
  public func place(of offset: Int) -> (line: Int, column: Int) {
    let (line, range) = line(around: offset)
    return (line, characterCount(range.lowerBound..<clamped(offset, to: range)) + 1)
  }

  /// The line around an offset as far as it matters to one who looks at that place, and the column
  /// of the offset in it.
  ///
  /// - Parameters:
  ///   - offset: The place.
  ///   - reach: Bytes to either side at most.
  /// - Returns: The text without the line's end, and the column in characters from 1.
  func surroundings(of offset: Int, reach: Int = 1000) -> (text: String, column: Int) {
    let (_, range) = line(around: offset)
    let offset = clamped(offset, to: range)
    var start = max(range.lowerBound, offset - reach)
    var end = min(range.upperBound, offset + reach)
    while start < offset, bytes[start] & 0xC0 == 0x80 { start += 1 }
    while end > offset, end < range.upperBound, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    return (self[start..<end], characterCount(start..<offset) + 1)
  }

  /// The number of the line around an offset, from 1, and its bytes without the line's end.
  private func line(around offset: Int) -> (number: Int, range: Range<Int>) {
    var (low, high) = (0, lineStarts.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    var end = high < lineStarts.count ? lineStarts[high] - 1 : bytes.count
    if end > lineStarts[low], bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return (low + 1, min(lineStarts[low], end)..<end)
  }

  private func clamped(_ offset: Int, to range: Range<Int>) -> Int {
    min(max(offset, range.lowerBound), range.upperBound)
  }

  /// Characters are counted one by one only where some take several bytes.
  private func characterCount(_ range: Range<Int>) -> Int {
    bytes[range].allSatisfy { $0 < 0x80 } ? range.count : self[range].count
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
    offset == 0 || offset == lineStarts[0] || bytes[offset - 1] == 0x0A
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
