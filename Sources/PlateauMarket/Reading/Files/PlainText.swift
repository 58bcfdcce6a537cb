/// A file's content as lines of UTF-8 text.
struct PlainText {
  let source: ByteSource
  /// The offset of the first character, behind a byte order mark.
  let start: Int
  /// What the content was before: `gzip`, `UTF-16`; in the order in which it was unpacked.
  let origins: [String]

  /// The bytes that are looked at to tell what a file is.
  private static let headSize = 1 << 16

  /// Makes text of what a file holds: unpacks gzip, reads other encodings, and turns JSON into rows.
  ///
  /// Plain UTF-8 stays where it is; anything else is held in memory.
  ///
  /// - Throws: What a file is that is none of these, or where it is damaged.
  init(_ source: ByteSource) throws(ContentError) {
    var origins: [String] = []
    var source = source
    if Gzip.isGzip(try source.head(atMost: 2)[...]) {
      source = ByteSource(try Gzip.inflated(try source.bytes()))
      origins.append("gzip")
    }
    let head = try source.head(atMost: Self.headSize)
    if JSONRows.looksLikeJSON(head[...]) {
      let text = try TextEncoding.utf8(try source.bytes())
      source = ByteSource(try JSONRows.delimited(text.bytes))
      origins.append("JSON")
    } else if !Self.isPlain(head, isWhole: head.count == source.count) {
      let text = try TextEncoding.utf8(try source.bytes())
      if let name = text.name { origins.append(name) }
      source = ByteSource(text.bytes)
    }
    if head.contains(Byte.carriageReturn), !head.contains(Byte.lineFeed) {
      // Lines as old systems ended them.
      source = ByteSource(
        try source.bytes().map { $0 == Byte.carriageReturn ? Byte.lineFeed : $0 })
    }
    self.source = source
    start = try source.head(atMost: 3) == [0xEF, 0xBB, 0xBF] ? 3 : 0
    self.origins = origins
  }

  /// Whether the beginning of a file is UTF-8 text, so that it can be read in parts.
  private static func isPlain(_ head: [UInt8], isWhole: Bool) -> Bool {
    // A character that the head cuts in two is not looked at.
    let cut = isWhole ? nil : head.lastIndex { $0 < 0x80 }
    let bytes = Array(head[..<(cut ?? head.count)])
    guard ForeignFormat.recognised(bytes) == nil, case .valid = UTF8Check.run(bytes) else {
      return false
    }
    return !bytes.contains { $0 < 0x20 && !(0x09...0x0D).contains($0) && $0 != 0x1A }
  }
}
