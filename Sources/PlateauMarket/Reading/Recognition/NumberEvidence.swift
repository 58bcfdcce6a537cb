/// What cells tell of how a file writes numbers.
struct NumberEvidence {
  /// Cells that only a decimal point, only a decimal comma explains.
  private(set) var point = 0
  private(set) var comma = 0
  /// The first cell such as `1,234`, which both explain.
  private(set) var ambiguous: (column: Int, text: String, line: Int)?

  /// Looks at the marks in a cell that should hold a number.
  mutating func add(_ bytes: TextBytes, _ cell: Cell, column: Int, line: Int) {
    var points = 0
    var commas = 0
    var last: (mark: UInt8, digitsBefore: Int)?
    var digits = 0
    var hasLeadingZero = false
    for position in cell.start..<cell.end {
      let byte = bytes[position]
      if Byte.digit(byte) != nil {
        if digits == 0, last == nil { hasLeadingZero = byte == UInt8(ascii: "0") }
        digits += 1
      } else if byte == Byte.point || byte == Byte.comma {
        if byte == Byte.point { points += 1 } else { commas += 1 }
        last = (byte, digits)
        digits = 0
      } else if Byte.lowercased(byte) == UInt8(ascii: "e") {
        break
      }
    }
    guard let last else { return }
    if points > 0, commas > 0 {
      // Groups come before the fraction.
      count(decimal: last.mark)
    } else if points + commas > 1 {
      count(decimal: last.mark == Byte.point ? Byte.comma : Byte.point)
    } else if digits != 3 || last.digitsBefore > 3 || last.digitsBefore == 0 || hasLeadingZero {
      count(decimal: last.mark)
    } else if last.mark == Byte.comma, ambiguous == nil {
      let text = String(decoding: bytes[cell.start..<cell.end], as: UTF8.self)
      ambiguous = (column, text, line)
    }
  }

  private mutating func count(decimal: UInt8) {
    if decimal == Byte.point { point += 1 } else { comma += 1 }
  }

  /// The style that explains the cells; a point where nothing speaks for a comma.
  ///
  /// - Throws: `ContentProblem.ambiguousNumber` where every mark is a comma before three digits.
  func style(names: [String]) throws(ContentError) -> NumberStyle {
    if comma > point { return NumberStyle(decimal: Byte.comma) }
    if point == 0, comma == 0, let ambiguous {
      let name = ambiguous.column < names.count ? names[ambiguous.column] : ""
      throw ContentError(
        .ambiguousNumber(column: name, text: ambiguous.text), line: ambiguous.line)
    }
    return NumberStyle()
  }
}
