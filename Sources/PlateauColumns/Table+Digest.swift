extension Table {
  /// The digest of a result: equal for equal results, whatever order the rows were computed in.
  ///
  /// Names first, then the rows in ascending order of the parameter columns, as raw bits with one
  /// pattern for "undefined"; chunks of 4096 rows are hashed on their own and their hashes
  /// together (DESIGN part 6). Labels count by their words.
  ///
  /// - Parameters:
  ///   - parameterCount: The number of leading columns that are parameters.
  ///   - workers: How many chunks are hashed at the same time.
  /// - Returns: The digest.
  /// - Complexity: O(rows) where they ascend already, and one pass of SHA-256 on all cores.
  public func resultDigest(
    parameterCount: Int, workers: Int = Cores.count
  ) -> Fingerprint {
    let order = isAscending(byFirst: parameterCount) ? nil : ascendingRows(byFirst: parameterCount)
    var whole = FingerprintBuilder()
    whole.add(Int64(parameterCount))
    for column in columns {
      whole.add(column.name)
      whole.add(Int64(column.labels.count))
      for label in column.labels { whole.add(label) }
    }
    let chunks = Cores.parts(of: rowCount, length: 4096)
    for hash in Cores.map(chunks.count, workers: workers, { digest(of: chunks[$0], in: order) }) {
      whole.add(hash)
    }
    return whole.finish()
  }

  /// The digest of some places of an order, row after row.
  ///
  /// Rows are laid out a few at a time, so that the hash reads them from the nearest cache.
  private func digest(of places: Range<Int>, in order: [Int]?) -> Fingerprint {
    var builder = FingerprintBuilder()
    let width = columns.count
    let tileLength = 64
    withUnsafeTemporaryAllocation(of: UInt64.self, capacity: tileLength * width) { tile in
      for start in stride(from: places.lowerBound, to: places.upperBound, by: tileLength) {
        let rows = start..<min(start + tileLength, places.upperBound)
        for (index, column) in columns.enumerated() {
          column.values.withUnsafeBufferPointer { values in
            var place = index
            if let order {
              for row in rows {
                tile[place] = values[order[row]].digestBits
                place += width
              }
            } else {
              for row in rows {
                tile[place] = values[row].digestBits
                place += width
              }
            }
          }
        }
        builder.add(
          UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: tile[..<(rows.count * width)])))
      }
    }
    return builder.finish()
  }
}

extension Double {
  /// The bits that a digest takes, in the order of bytes it takes them.
  fileprivate var digestBits: UInt64 {
    (isNaN ? 0x7FF8_0000_0000_0000 : bitPattern).littleEndian
  }
}
