/// An order of a batch's rows in which few columns are in use at a time.
///
/// A column of one length serves many candidates. Where all columns of a batch do not fit into the
/// cache, its rows are taken a few lengths at a time, so that each column is fetched once for all
/// candidates that share the tile and not once for each. Results stay in their rows.
enum TiledOrder {
  /// Lengths in a tile.
  private static let lengthsPerTile = 16.0
  /// Columns that together take less than this, in bytes, need no order.
  private static let cacheBytes = 448 << 10
  private static let tileLimit = 4096.0

  /// The rows tile by tile, or `nil` where their own order is as good.
  ///
  /// - Parameters:
  ///   - lengths: For each row, the length that varies fastest.
  ///   - barCount: Bars in a column, of two bytes each.
  /// - Returns: Every row once.
  /// - Complexity: O(rows + tiles).
  static func rows(of lengths: [Double], barCount: Int) -> [Int]? {
    guard lengths.allSatisfy(\.isFinite), let low = lengths.min(), let high = lengths.max(),
      high - low < lengthsPerTile * tileLimit,
      (high - low + 1) * Double(barCount) * 2 > Double(cacheBytes)
    else { return nil }
    let tiles = lengths.map { Int(($0 - low) / lengthsPerTile) }
    var starts = [Int](repeating: 0, count: Int((high - low) / lengthsPerTile) + 2)
    for tile in tiles { starts[tile + 1] += 1 }
    for tile in 1..<starts.count { starts[tile] += starts[tile - 1] }
    var rows = [Int](repeating: 0, count: lengths.count)
    for (row, tile) in tiles.enumerated() {
      rows[starts[tile]] = row
      starts[tile] += 1
    }
    return rows
  }
}
