/// Makes plain lines of UTF-8 text of whatever a file holds.
enum PlainText {
  /// The bytes that are looked at to tell what a file is.
  private static let headSize = 1 << 16

  /// The text of a source.
  ///
  /// - Returns: Its bytes, with line feeds between lines, and the offset of the first character.
  static func of(_ source: ByteSource) throws(ContentError) -> (text: ByteSource, start: Int) {
    let head = try source.head(atMost: headSize)
    let marks: [[UInt8]] = [[0xFF, 0xFE], [0xFE, 0xFF]]
    if marks.contains(where: head.starts) { throw ContentError(.encoding("UTF-16")) }
    if head.starts(with: [0x1F, 0x8B]) { throw ContentError(.binary(offset: 0)) }
    if let offset = head.firstIndex(of: 0) { throw ContentError(.binary(offset: offset)) }
    let start = head.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    if head.contains(Byte.carriageReturn), !head.contains(Byte.lineFeed) {
      // Lines as old systems ended them.
      let lines = try source.bytes().map { $0 == Byte.carriageReturn ? Byte.lineFeed : $0 }
      return (ByteSource(lines), start)
    }
    return (source, start)
  }
}
