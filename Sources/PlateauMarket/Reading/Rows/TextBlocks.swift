import PlateauColumns

/// The rows of a text parted into blocks of whole lines, which several threads read.
struct TextBlocks {
  /// The bytes of a block, but for the line that crosses into the next.
  static let blockSize = 1 << 19

  /// The most bytes of a line that crosses into another block.
  private static let lineLimit = 1 << 20

  private let source: ByteSource
  /// Each block's bytes.
  let ranges: [Range<Int>]
  /// The number of the first line of each block, and of the line behind the last.
  let lines: [Int]

  /// Parts a text.
  ///
  /// - Parameters:
  ///   - source: The text.
  ///   - start: The offset of the first row.
  ///   - line: The number of its line.
  ///   - isWhole: Whether there shall be one block, as cells go on over lines.
  /// - Throws: What is wrong with the file, or with a line that has no end.
  /// - Complexity: O(bytes), read once, on all cores.
  init(_ source: ByteSource, from start: Int, line: Int, isWhole: Bool) throws(ContentError) {
    self.source = source
    let cuts =
      isWhole
      ? [] : Array(stride(from: start + Self.blockSize, to: source.count, by: Self.blockSize))
    var bounds = [start]
    for cut in cuts {
      let next = try Self.lineStart(in: source, atOrAfter: max(cut, bounds[bounds.count - 1]))
      if next > bounds[bounds.count - 1], next < source.count { bounds.append(next) }
    }
    bounds.append(source.count)
    let ranges = zip(bounds, bounds.dropFirst()).map { $0..<$1 }
    let counts = Cores.map(ranges.count) { index -> Result<Int, ContentError> in
      do throws(ContentError) {
        return .success(try source.withText(ranges[index]) { Self.lineCount(of: $0) })
      } catch {
        return .failure(error)
      }
    }
    var lines = [line]
    for count in counts { lines.append(lines[lines.count - 1] + (try count.get())) }
    self.ranges = ranges
    self.lines = lines
  }

  /// The most rows there can be.
  var rowLimit: Int { lines[lines.count - 1] - lines[0] }

  private static func lineCount(of text: TextBytes) -> Int {
    var count = 0
    for byte in text { count &+= byte == Byte.lineFeed ? 1 : 0 }
    // A last line may lack its line feed.
    return text.last == Byte.lineFeed ? count : count + 1
  }

  /// The offset of the first line that begins at an offset or later.
  private static func lineStart(
    in source: ByteSource, atOrAfter start: Int
  ) throws(ContentError) -> Int {
    var place = start - 1
    while place < source.count {
      let end = min(source.count, place + 4096)
      let found = try source.withText(place..<end) { $0.firstIndex(of: Byte.lineFeed) }
      if let found { return place + found + 1 }
      place = end
      guard place - start <= lineLimit else { throw ContentError(.lineTooLong(limit: lineLimit)) }
    }
    return source.count
  }

  /// Reads the rows of all blocks into columns.
  ///
  /// - Parameters:
  ///   - layout: What the cells are.
  ///   - columns: Have room for `rowLimit` rows; those of a block begin where its lines do.
  /// - Returns: What each block held besides numbers.
  func read(_ layout: RowLayout, into columns: RowColumns.Pointers) -> [BlockRows] {
    Cores.map(ranges.count) { block in
      do throws(ContentError) {
        return try source.withText(ranges[block]) { text in
          var reader = RowBlockReader(
            text, line: lines[block], layout: layout, columns: columns,
            rows: lines[block] - lines[0]..<lines[block + 1] - lines[0])
          return reader.read()
        }
      } catch {
        var rows = BlockRows()
        rows.error = error
        return rows
      }
    }
  }
}
