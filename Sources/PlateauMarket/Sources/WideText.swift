/// Text in UTF-16, as Excel's "Unicode text", MetaTrader 5 and PowerShell write it.
enum WideText {
  /// Which byte of a unit comes first.
  enum ByteOrder {
    case littleEndian
    case bigEndian

    var name: String {
      switch self {
      case .littleEndian: "UTF-16 little-endian"
      case .bigEndian: "UTF-16 big-endian"
      }
    }
  }

  /// The order that a byte order mark gives, or `nil` where there is no mark of UTF-16.
  static func markedOrder(of bytes: [UInt8]) -> ByteOrder? {
    if bytes.starts(with: [0xFF, 0xFE]) { return .littleEndian }
    return bytes.starts(with: [0xFE, 0xFF]) ? .bigEndian : nil
  }

  /// The order that zero bytes give: nearly every unit of the text of prices is ASCII.
  static func unmarkedOrder(of bytes: [UInt8]) -> ByteOrder? {
    let sample = bytes.prefix(4096)
    var zeros = [0, 0]
    for (offset, byte) in sample.enumerated() where byte == 0 { zeros[offset & 1] += 1 }
    let units = sample.count / 2
    guard units > 0 else { return nil }
    // A character beyond ASCII may have a zero as its other byte, such as U+0100 and many symbols.
    if zeros[0] * 20 <= units, zeros[1] * 10 >= units * 8 { return .littleEndian }
    if zeros[1] * 20 <= units, zeros[0] * 10 >= units * 8 { return .bigEndian }
    return nil
  }

  /// The text from an offset on in UTF-8.
  ///
  /// - Throws: `damagedText` at half a character, `binary` at a character of the value zero.
  static func utf8(
    _ bytes: [UInt8], from start: Int, order: ByteOrder
  ) throws(ContentError) -> [UInt8] {
    let lowByte = order == .littleEndian ? 0 : 1
    func unit(at offset: Int) -> UInt32 {
      UInt32(bytes[offset + 1 - lowByte]) << 8 | UInt32(bytes[offset + lowByte])
    }
    func damage(at offset: Int) -> ContentError {
      ContentError(.damagedText(encoding: order.name, offset: offset))
    }
    var output: [UInt8] = []
    output.reserveCapacity((bytes.count - start) / 2 + 16)
    var position = start
    while position + 2 <= bytes.count {
      let first = unit(at: position)
      let begin = position
      position += 2
      switch first {
      case 0: throw ContentError(.binary(offset: begin))
      case 0xD800..<0xDC00:
        guard position + 2 <= bytes.count else { throw damage(at: begin) }
        let second = unit(at: position)
        guard (0xDC00..<0xE000).contains(second) else { throw damage(at: begin) }
        position += 2
        UTF8Bytes.append(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00), to: &output)
      case 0xDC00..<0xE000: throw damage(at: begin)
      default: UTF8Bytes.append(first, to: &output)
      }
    }
    guard position == bytes.count else { throw damage(at: position) }
    return output
  }
}

/// Writes characters in UTF-8.
enum UTF8Bytes {
  /// Appends the one to four bytes of a code point below 0x110000.
  static func append(_ point: UInt32, to output: inout [UInt8]) {
    func tail(_ shift: UInt32) -> UInt8 { UInt8(truncatingIfNeeded: 0x80 | point >> shift & 0x3F) }
    switch point {
    case 0..<0x80: output.append(UInt8(truncatingIfNeeded: point))
    case 0x80..<0x800:
      output.append(UInt8(truncatingIfNeeded: 0xC0 | point >> 6))
      output.append(tail(0))
    case 0x800..<0x10000:
      output.append(UInt8(truncatingIfNeeded: 0xE0 | point >> 12))
      output.append(tail(6))
      output.append(tail(0))
    default:
      output.append(UInt8(truncatingIfNeeded: 0xF0 | point >> 18))
      output.append(tail(12))
      output.append(tail(6))
      output.append(tail(0))
    }
  }
}
