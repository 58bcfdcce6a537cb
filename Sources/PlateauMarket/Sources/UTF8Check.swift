/// Decides whether bytes are UTF-8 text.
enum UTF8Check {
  /// What the bytes turned out to be.
  enum Outcome: Equatable {
    case valid
    /// The first zero byte, which is no character of a text; it may come before invalid bytes.
    case zeroByte(offset: Int)
    /// The first byte that begins no character.
    case invalid(offset: Int)
  }

  /// Looks at all bytes, eight at a time where they are ASCII.
  ///
  /// - Complexity: O(bytes).
  static func run(_ bytes: [UInt8]) -> Outcome {
    bytes.withUnsafeBytes { buffer in
      var position = 0
      while position < buffer.count {
        if position + 8 <= buffer.count {
          let word = buffer.loadUnaligned(fromByteOffset: position, as: UInt64.self)
          // The high bit of each byte that is not ASCII, or is zero.
          if (word | (word &- 0x0101_0101_0101_0101)) & 0x8080_8080_8080_8080 == 0 {
            position += 8
            continue
          }
        }
        let byte = buffer[position]
        if byte == 0 { return .zeroByte(offset: position) }
        if byte < 0x80 {
          position += 1
          continue
        }
        let length = length(of: UnsafeRawBufferPointer(rebasing: buffer[position...].prefix(4)))
        guard length > 0 else {
          let zero = buffer[position...].firstIndex(of: 0)
          return zero.map { .zeroByte(offset: $0) } ?? .invalid(offset: position)
        }
        position += length
      }
      return .valid
    }
  }

  /// The length of the character of two to four bytes at the beginning, or 0 where there is none.
  ///
  /// - Note: Source: The Unicode Standard 15.0, table 3-7.
  private static func length(of bytes: UnsafeRawBufferPointer) -> Int {
    let second: ClosedRange<UInt8>
    let length: Int
    switch bytes[0] {
    case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: (length, second) = (3, 0x80...0xBF)
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    default: return 0
    }
    guard bytes.count >= length, second.contains(bytes[1]),
      bytes[2..<length].allSatisfy({ (0x80...0xBF).contains($0) })
    else { return 0 }
    return length
  }
}
