/// Where the text of a file begins and what separates its cells.
struct TextLayout {
  /// The offset of the first character, after a byte order mark.
  let start: Int
  /// The byte between cells.
  let delimiter: UInt8

  /// The separator in words.
  var separation: String {
    switch delimiter {
    case Byte.semicolon: "semicolon separated"
    case Byte.tab: "tab separated"
    default: "comma separated"
    }
  }

  /// Looks at a file's first bytes and its first line; refuses what is not UTF-8 text.
  static func inspect(_ bytes: [UInt8]) throws(ContentError) -> TextLayout {
    let marks: [([UInt8], String)] = [
      ([0xFF, 0xFE], "UTF-16"), ([0xFE, 0xFF], "UTF-16"),
    ]
    for (mark, name) in marks where bytes.starts(with: mark) {
      throw ContentError(.encoding(name))
    }
    if bytes.starts(with: [0x1F, 0x8B]) { throw ContentError(.binary(offset: 0)) }
    if let offset = bytes.firstIndex(of: 0) { throw ContentError(.binary(offset: offset)) }

    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let isBlank: (UInt8) -> Bool = {
      Byte.isSpace($0) || $0 == Byte.lineFeed || $0 == Byte.carriageReturn
    }
    // A tab may open the header: the delimiter before an unnamed second column.
    let isLineEnd: (UInt8) -> Bool = { $0 == Byte.lineFeed || $0 == Byte.carriageReturn }
    guard bytes[start...].contains(where: { !isBlank($0) }),
      let first = bytes[start...].firstIndex(where: { !isLineEnd($0) })
    else { throw ContentError(.empty) }
    let header = bytes[first...].prefix { !isLineEnd($0) }
    return TextLayout(start: start, delimiter: mostFrequentDelimiter(in: header))
  }

  /// The candidate that occurs most often outside quotes; a comma where none does.
  private static func mostFrequentDelimiter(in header: ArraySlice<UInt8>) -> UInt8 {
    let candidates = [Byte.comma, Byte.semicolon, Byte.tab]
    var counts = [0, 0, 0]
    var isQuoted = false
    for byte in header {
      if byte == Byte.quote { isQuoted.toggle() }
      guard !isQuoted, let index = candidates.firstIndex(of: byte) else { continue }
      counts[index] += 1
    }
    let most = counts.max() ?? 0
    return candidates[counts.firstIndex(of: most) ?? 0]
  }
}
