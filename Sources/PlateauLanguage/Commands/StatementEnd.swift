/// Where reading goes on after a statement that could not be read.
struct StatementEnd {
  /// The end of the line, or of the block: a newline or the end of the source.
  let offset: Int
  /// The `;` between the fault and the end of its line, outside strings and blocks.
  let separators: [Int]
  /// Whether the statement opened a block that the source does not close.
  let isInsideBlock: Bool

  /// The end of the line, or of the block in braces that the statement opens.
  ///
  /// - Parameters:
  ///   - start: Where the broken statement starts.
  ///   - failure: Where it was found to be broken; reading goes on after that line.
  ///   - bytes: The source.
  /// - Returns: The end. A brace that is never closed does not swallow the rest: the end of the
  ///   broken line is taken.
  /// - Complexity: O(bytes passed over).
  static func after(_ start: Int, failingAt failure: Int, in bytes: [UInt8]) -> StatementEnd {
    var separators: [Int] = []
    var braces = 0
    var firstLineEnd: Int?
    var offset = start
    while offset < bytes.count {
      switch bytes[offset] {
      case UInt8(ascii: "\n"):
        guard offset >= failure else { break }
        if braces == 0, !isContinued(at: offset, in: bytes) {
          return StatementEnd(offset: offset, separators: separators, isInsideBlock: false)
        }
        firstLineEnd = firstLineEnd ?? offset
      case UInt8(ascii: "{"): braces += 1
      case UInt8(ascii: "}"): braces = max(0, braces - 1)
      case UInt8(ascii: ";") where braces == 0 && offset >= failure:
        if firstLineEnd == nil { separators.append(offset) }
      case UInt8(ascii: "\""):
        // What follows a quote that is not closed is no syntax, up to the line's end.
        offset = stringEnd(from: offset, in: bytes) ?? lineEnd(from: offset, in: bytes) - 1
      case UInt8(ascii: "#") where offset == 0 || bytes[offset - 1].isSpace:
        offset = lineEnd(from: offset, in: bytes) - 1
      default: break
      }
      offset += 1
    }
    return StatementEnd(
      offset: braces == 0 ? bytes.count : firstLineEnd ?? bytes.count, separators: separators,
      isInsideBlock: braces > 0)
  }

  private static func lineEnd(from start: Int, in bytes: [UInt8]) -> Int {
    bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
  }

  /// Whether the line that ends here goes on after a `\`.
  private static func isContinued(at newline: Int, in bytes: [UInt8]) -> Bool {
    bytes[..<newline].last { $0 != 0x20 && $0 != 0x09 && $0 != 0x0D } == UInt8(ascii: "\\")
  }

  /// The closing quote of a string on one line, or `nil`.
  private static func stringEnd(from start: Int, in bytes: [UInt8]) -> Int? {
    var offset = start + 1
    while offset < bytes.count, bytes[offset] != UInt8(ascii: "\n") {
      if bytes[offset] == UInt8(ascii: "\"") { return offset }
      offset += bytes[offset] == UInt8(ascii: "\\") ? 2 : 1
    }
    return nil
  }
}
