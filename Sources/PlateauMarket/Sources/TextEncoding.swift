/// Recognises how the text of a file is encoded, and turns it into UTF-8.
///
/// A byte order mark decides first, then the zero bytes that UTF-16 has beside every digit and
/// comma. Bytes that are not UTF-8 are Windows-1252, of which Latin-1 is a part: both give each byte
/// a character, so digits, dates and delimiters come out right even where a name does not.
enum TextEncoding {
  /// The text of a file as UTF-8, without a byte order mark.
  ///
  /// - Parameter bytes: The whole file.
  /// - Returns: The text, and the name of its encoding, or `nil` where it was UTF-8 already; then
  ///   the bytes are not copied.
  /// - Throws: What the file is, where it is no text; or where the text is damaged.
  /// - Complexity: O(bytes).
  static func utf8(
    _ bytes: consuming [UInt8]
  ) throws(ContentError) -> (bytes: [UInt8], name: String?) {
    // Before the mark of UTF-16 of little-endian order, which is its beginning.
    if bytes.starts(with: [0xFF, 0xFE, 0, 0]) || bytes.starts(with: [0, 0, 0xFE, 0xFF]) {
      throw ContentError(.encoding("UTF-32"))
    }
    if let order = WideText.markedOrder(of: bytes) {
      return (try WideText.utf8(bytes, from: 2, order: order), order.name)
    }
    if let format = ForeignFormat.recognised(bytes) {
      throw ContentError(.foreignFormat(format.name, advice: format.advice))
    }
    if let order = WideText.unmarkedOrder(of: bytes) {
      return (try WideText.utf8(bytes, from: 0, order: order), order.name)
    }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
    switch UTF8Check.run(bytes) {
    case .valid: return (bytes, nil)
    case .zeroByte(let offset): throw ContentError(.binary(offset: offset))
    case .invalid: break
    }
    if let offset = bytes.firstIndex(where: isControl) {
      throw ContentError(.binary(offset: offset))
    }
    return SingleByteText.utf8(bytes)
  }

  /// Whether no text has this byte; 0x1A ends files of MS-DOS.
  private static func isControl(_ byte: UInt8) -> Bool {
    byte < 0x20 && !(0x09...0x0D).contains(byte) && byte != 0x1A || byte == 0x7F
  }
}
