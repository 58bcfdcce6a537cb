/// Cells of comma separated text (RFC 4180), in bytes.
public enum DelimitedCell {
  /// Appends a content, in quotes where a reader would otherwise misread it.
  ///
  /// - Parameters:
  ///   - content: The bytes of the cell in UTF-8.
  ///   - output: The text so far.
  /// - Complexity: O(bytes of the content).
  public static func append(_ content: [UInt8], to output: inout [UInt8]) {
    let isSpace = { (byte: UInt8) in byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
    let quote = UInt8(ascii: "\"")
    let needsQuotes =
      content.contains { ",\"\n\r".utf8.contains($0) }
      || content.first.map(isSpace) == true || content.last.map(isSpace) == true
    guard needsQuotes else { return output.append(contentsOf: content) }
    output.append(quote)
    for byte in content {
      if byte == quote { output.append(byte) }
      output.append(byte)
    }
    output.append(quote)
  }
}
