import PlateauColumns
import PlateauReport

/// What a terminal shows: as much of an xterm as a line editor and a status line use.
///
/// A window that changes its size breaks its lines anew, as most terminals do.
struct TerminalScreen {
  private(set) var columns: Int
  private var rows: Int
  private var cells: [[String]]
  /// Rows that go on in the next one.
  private var broken: Set<Int> = []
  private var row = 0
  private var column = 0
  /// The last column is written, and the next character goes to the next row.
  private var wraps = false
  private var inserts = false
  private var character: [UInt8] = []
  private var sequence: [UInt8] = []

  init(columns: Int, rows: Int) {
    (self.columns, self.rows) = (columns, rows)
    cells = [[String](repeating: " ", count: columns)]
  }

  /// The lines, also those that have left at the top, without blanks at their ends.
  var lines: [String] {
    cells.map { row in
      var text = row.joined()
      while text.last == " " { text.removeLast() }
      return text
    }
  }

  /// The lines that are not empty, from the last that begins with a text.
  func lines(from start: String) -> [String] {
    let all = lines
    let first = all.lastIndex { $0.hasPrefix(start) } ?? all.endIndex
    return all[first...].filter { !$0.isEmpty }
  }

  mutating func resize(columns: Int, rows: Int) {
    var (new, newBroken): ([[String]], Set<Int>) = ([], [])
    var (newRow, newColumn) = (0, 0)
    var line: [String] = []
    for index in cells.indices {
      if index == row { (newRow, newColumn) = (new.count, line.count + column) }
      line += cells[index]
      if broken.contains(index) { continue }
      while let last = line.last, last == " " { line.removeLast() }
      let count = max(1, (line.count + columns - 1) / columns)
      for piece in 0..<count {
        let part = line.dropFirst(piece * columns).prefix(columns)
        if piece + 1 < count { newBroken.insert(new.count) }
        new.append(part + [String](repeating: " ", count: columns - part.count))
      }
      line = []
    }
    row = newRow + newColumn / columns
    while row >= new.count { new.append([String](repeating: " ", count: columns)) }
    column = newColumn % columns
    (cells, broken) = (new, newBroken)
    (self.columns, self.rows) = (columns, rows)
    wraps = false
  }

  mutating func feed(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { feed(byte) }
  }

  private mutating func feed(_ byte: UInt8) {
    if !sequence.isEmpty || byte == 0x1B {
      sequence.append(byte)
      let isDone =
        sequence.count > 2 ? (0x40...0x7E).contains(byte) : sequence.count == 2 && byte != 0x5B
      guard isDone else { return }
      if sequence.count > 2 { obey(sequence) }
      sequence = []
      return
    }
    switch byte {
    case 0x08: (column, wraps) = (max(0, column - 1), false)
    case 0x09: column = min(columns - 1, (column / 8 + 1) * 8)
    case 0x0A: moveDown()
    case 0x0D: (column, wraps) = (0, false)
    case 0..<0x20: break
    default:
      character.append(byte)
      let text = String(decoding: character, as: UTF8.self)
      guard !text.unicodeScalars.contains("\u{FFFD}") || character.count >= 4 else { return }
      character = []
      put(text)
    }
  }

  private mutating func put(_ text: String) {
    let width = text.displayWidth
    guard width > 0 else { return }
    if wraps || column + width > columns {
      broken.insert(row)
      column = 0
      moveDown()
    }
    if inserts {
      cells[row].insert(contentsOf: [String](repeating: " ", count: width), at: column)
      cells[row].removeLast(width)
    }
    cells[row][column] = text
    if width == 2 { cells[row][column + 1] = "" }
    wraps = column + width == columns
    column = min(columns - 1, column + width)
  }

  private mutating func moveDown() {
    row += 1
    wraps = false
    if row == cells.count { cells.append([String](repeating: " ", count: columns)) }
  }

  private mutating func obey(_ sequence: [UInt8]) {
    let text = String(decoding: sequence.dropFirst(2).dropLast(), as: UTF8.self)
    let number = Int(text.prefix { $0 != ";" })
    let count = max(1, number ?? 1)
    switch Character(Unicode.Scalar(sequence[sequence.count - 1])) {
    case "A": row = max(cells.count - rows, 0, row - count)
    case "B": for _ in 0..<count where row + 1 < cells.count { row += 1 }
    case "C": column = min(columns - 1, column + count)
    case "D": column = max(0, column - count)
    case "G": column = min(columns, count) - 1
    case "J" where number != 1 && number != 2:
      erase(from: column)
      cells.removeLast(cells.count - 1 - row)
      broken = broken.filter { $0 < row }
    case "K" where number == nil || number == 0: erase(from: column)
    case "P":
      cells[row].removeSubrange(column..<min(columns, column + count))
      cells[row] += [String](repeating: " ", count: columns - cells[row].count)
    case "@":
      cells[row].insert(contentsOf: [String](repeating: " ", count: count), at: column)
      cells[row].removeLast(cells[row].count - columns)
    case "h" where text == "4": inserts = true
    case "l" where text == "4": inserts = false
    default: return
    }
    wraps = false
  }

  private mutating func erase(from start: Int) {
    for index in start..<columns { cells[row][index] = " " }
    broken.remove(row)
  }
}
