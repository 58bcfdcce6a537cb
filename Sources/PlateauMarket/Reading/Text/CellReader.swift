/// The bytes of a text or of a part of it, which must outlive whoever reads them.
typealias TextBytes = UnsafeBufferPointer<UInt8>

/// Where a cell of a text lies: the bytes between its quotes, or without the spaces around it.
struct Cell {
  var start: Int
  var end: Int
  /// Whether doubled quotes inside stand for single ones.
  var hasDoubledQuotes = false

  var isEmpty: Bool { start >= end }
}

/// Splits text into rows and cells (RFC 4180, with any delimiter), without copying a byte.
///
/// Lines end with LF, before which CR counts as a space. Rows whose cells are all empty are passed over.
struct CellReader {
  let bytes: TextBytes
  let delimiter: UInt8
  /// The line on which the latest row begins, counted from 1.
  private(set) var line = 0
  /// The offset of the first byte of the latest row.
  private(set) var rowStart = 0
  /// The offset of the byte after the latest row.
  private(set) var position: Int
  /// The line after the latest row.
  private(set) var nextLine: Int

  /// Creates a reader that begins at a byte offset, which is the start of line 1.
  init(_ bytes: TextBytes, delimiter: UInt8, from start: Int = 0, line: Int = 1) {
    self.bytes = bytes
    self.delimiter = delimiter
    position = start
    nextLine = line
  }

  /// Puts the cells of the next row that is not blank into `cells`; false at the end.
  mutating func nextRow(into cells: inout [Cell]) throws(ContentError) -> Bool {
    while position < bytes.count {
      cells.removeAll(keepingCapacity: true)
      line = nextLine
      rowStart = position
      try readRow(into: &cells)
      if cells.contains(where: { !$0.isEmpty }) { return true }
    }
    return false
  }

  /// The text of a cell, for names and messages.
  func text(_ cell: Cell) -> String {
    guard cell.start < cell.end else { return "" }
    let text = String(decoding: bytes[cell.start..<cell.end], as: UTF8.self)
    guard cell.hasDoubledQuotes else { return text }
    var unescaped = ""
    var isSecond = false
    for character in text.unicodeScalars {
      isSecond = character == "\"" && !isSecond
      if !isSecond { unescaped.unicodeScalars.append(character) }
    }
    return unescaped
  }

  private mutating func readRow(into cells: inout [Cell]) throws(ContentError) {
    while true {
      skipSpaces()
      if position < bytes.count, bytes[position] == Byte.quote {
        cells.append(try quotedCell())
      } else {
        cells.append(plainCell())
      }
      guard position < bytes.count else { return }
      let byte = bytes[position]
      position += 1
      if byte == delimiter {
        if delimiter == Byte.space { skipDelimiters() }
        continue
      }
      nextLine += 1
      return
    }
  }

  /// A cell up to the delimiter or the line's end, which it leaves to be read.
  private mutating func plainCell() -> Cell {
    let start = position
    while position < bytes.count {
      let byte = bytes[position]
      if byte == delimiter || byte == Byte.lineFeed { break }
      position += 1
    }
    var end = position
    while end > start, Byte.isSpace(bytes[end - 1]) || bytes[end - 1] == Byte.carriageReturn {
      end -= 1
    }
    return Cell(start: start, end: end)
  }

  private mutating func quotedCell() throws(ContentError) -> Cell {
    position += 1
    var cell = Cell(start: position, end: position)
    while position < bytes.count {
      let byte = bytes[position]
      if byte == Byte.quote {
        guard position + 1 < bytes.count, bytes[position + 1] == Byte.quote else { break }
        cell.hasDoubledQuotes = true
        position += 1
      } else if byte == Byte.lineFeed {
        nextLine += 1
      }
      position += 1
    }
    guard position < bytes.count else { throw ContentError(.badQuote, line: line) }
    cell.end = position
    position += 1
    skipSpaces()
    while position < bytes.count, bytes[position] == Byte.carriageReturn { position += 1 }
    guard
      position == bytes.count || bytes[position] == delimiter || bytes[position] == Byte.lineFeed
    else { throw ContentError(.badQuote, line: line) }
    return cell
  }

  /// Spaces between cells are one delimiter, however many.
  private mutating func skipDelimiters() {
    while position < bytes.count, bytes[position] == delimiter { position += 1 }
  }

  private mutating func skipSpaces() {
    while position < bytes.count, bytes[position] != delimiter, Byte.isSpace(bytes[position]) {
      position += 1
    }
  }
}
