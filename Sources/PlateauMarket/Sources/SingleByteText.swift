/// Text of one byte a character: Windows-1252, or Latin-1 where no byte lies in what that leaves out.
enum SingleByteText {
  /// The text in UTF-8, and the name of its encoding.
  static func utf8(_ bytes: [UInt8]) -> (bytes: [UInt8], name: String?) {
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count + bytes.count / 16 + 16)
    var isLatin = true
    for byte in bytes {
      if (0x80...0x9F).contains(byte) {
        isLatin = false
        UTF8Bytes.append(UInt32(windows[Int(byte) - 0x80]), to: &output)
      } else {
        UTF8Bytes.append(UInt32(byte), to: &output)
      }
    }
    return (output, isLatin ? "Latin-1" : "Windows-1252")
  }

  /// The characters of 0x80 to 0x9F; bytes without one stand for the control character of Latin-1.
  ///
  /// - Note: Source: WHATWG Encoding Standard, index windows-1252.
  private static let windows: [UInt16] = [
    0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
    0x0152, 0x008D, 0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178,
  ]
}
