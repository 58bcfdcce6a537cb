import PlateauColumns

/// The content of JSON scalars as cells of delimited text.
enum JSONScalar {
  /// The value of a hexadecimal digit, or `nil` for any other byte.
  static func hexadecimalDigit(_ byte: UInt8) -> UInt32? {
    if let digit = Byte.digit(byte) { return UInt32(digit) }
    let letter = Byte.lowercased(byte)
    guard (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(letter) else { return nil }
    return UInt32(letter - UInt8(ascii: "a") + 10)
  }

  /// The content of a text in quotes, or of a plain word, from its first byte on.
  static func content(_ bytes: [UInt8], at offset: Int) -> [UInt8] {
    guard bytes[offset] == Byte.quote else { return Array(word(bytes, at: offset)) }
    var content: [UInt8] = []
    var position = offset + 1
    while position < bytes.count, bytes[position] != Byte.quote {
      if bytes[position] == UInt8(ascii: "\\") {
        unescape(bytes, at: &position, to: &content)
      } else {
        content.append(bytes[position])
        position += 1
      }
    }
    return content
  }

  /// Appends a scalar as a cell: a null as nothing, quotes where the content needs them.
  static func appendCell(_ bytes: [UInt8], at offset: Int, to output: inout [UInt8]) {
    switch bytes[offset] {
    case UInt8(ascii: "n"): return
    case Byte.quote:
      if let plain = plainContent(bytes, at: offset) {
        output.append(contentsOf: plain)
      } else {
        DelimitedCell.append(content(bytes, at: offset), to: &output)
      }
    default: output.append(contentsOf: word(bytes, at: offset))
    }
  }

  /// The content of a text that stands for itself, in JSON and in a cell, as nearly all do.
  private static func plainContent(_ bytes: [UInt8], at offset: Int) -> ArraySlice<UInt8>? {
    let start = offset + 1
    var end = start
    while end < bytes.count, bytes[end] != Byte.quote {
      let byte = bytes[end]
      guard byte != UInt8(ascii: "\\"), byte != Byte.comma, byte >= 0x20 else { return nil }
      end += 1
    }
    let content = bytes[start..<end]
    let hasSpace = content.first.map(Byte.isSpace) == true || content.last.map(Byte.isSpace) == true
    return hasSpace ? nil : content
  }

  /// A number, a truth value or null.
  private static func word(_ bytes: [UInt8], at offset: Int) -> ArraySlice<UInt8> {
    bytes[offset...].prefix { byte in
      Byte.digit(byte) != nil || byte == Byte.point || byte == Byte.minus || byte == Byte.plus
        || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(Byte.lowercased(byte))
    }
  }

  /// Appends the character of an escape; the reader has checked that it is whole.
  private static func unescape(_ bytes: [UInt8], at position: inout Int, to output: inout [UInt8]) {
    let letter = bytes[position + 1]
    guard letter == UInt8(ascii: "u") else {
      let plain = "\"\\/bfnrt".utf8
      let meaning = Array("\"\\/\u{8}\u{C}\n\r\t".utf8)
      let index = plain.firstIndex(of: letter).map {
        plain.distance(from: plain.startIndex, to: $0)
      }
      if let index { output.append(meaning[index]) }
      position += 2
      return
    }
    let first = unit(bytes, at: position + 2)
    position += 6
    guard (0xD800..<0xE000).contains(first) else { return UTF8Bytes.append(first, to: &output) }
    let begins =
      position + 6 <= bytes.count && bytes[position] == UInt8(ascii: "\\")
      && bytes[position + 1] == UInt8(ascii: "u")
    let second = begins ? unit(bytes, at: position + 2) : 0
    guard first < 0xDC00, (0xDC00..<0xE000).contains(second) else {
      return UTF8Bytes.append(0xFFFD, to: &output)
    }
    position += 6
    UTF8Bytes.append(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00), to: &output)
  }

  private static func unit(_ bytes: [UInt8], at offset: Int) -> UInt32 {
    bytes[offset..<offset + 4].reduce(0) { $0 << 4 | (hexadecimalDigit($1) ?? 0) }
  }
}
