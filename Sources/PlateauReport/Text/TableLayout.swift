import PlateauColumns

/// How wide the columns of a drawn table are, and how many fit.
///
/// Columns keep their natural width where the line has room. Where it has none, columns of words
/// are wrapped, the widest first; where that is not enough, columns go from the right. The first
/// stays.
struct TableLayout: Hashable, Sendable {
  /// Blanks between two columns.
  static let gap = 2
  /// The widths of the columns that are shown, from the left.
  let widths: [Int]

  /// Chooses widths.
  ///
  /// - Parameters:
  ///   - columns: The columns in order.
  ///   - lineWidth: Columns of a line; 0 for no limit.
  ///   - keepsAll: Whether a line may become too long rather than lose a column.
  init(_ columns: [TextColumn], lineWidth: Int, keepsAll: Bool = false) {
    let natural = columns.map(\.width)
    guard lineWidth > 0, !columns.isEmpty else {
      widths = natural
      return
    }
    var shown = columns.count
    // Losing a column is worse than narrow words, so those that must stay are wrapped further; a
    // digest or a name is broken only where nothing else helps.
    let leastWidth = keepsAll ? 8 : 16
    var fitting = Self.wrapping(
      natural[...], columns, lineWidth, leastWidth, keepsWords: keepsAll)
    if keepsAll, Self.total(fitting) > lineWidth {
      fitting = Self.wrapping(natural[...], columns, lineWidth, leastWidth)
    }
    while Self.total(fitting) > lineWidth, shown > 1, !keepsAll {
      shown -= 1
      fitting = Self.wrapping(natural[..<shown], columns, lineWidth, leastWidth)
    }
    if shown == 1, !keepsAll { fitting[0] = min(fitting[0], lineWidth) }
    widths = fitting
  }

  /// Columns that a line of the given widths takes.
  private static func total(_ widths: [Int]) -> Int {
    widths.reduce(gap * (widths.count - 1), +)
  }

  /// The natural widths, with columns of words made narrower as far as the line asks.
  private static func wrapping(
    _ natural: ArraySlice<Int>, _ columns: [TextColumn], _ lineWidth: Int, _ leastWidth: Int,
    keepsWords: Bool = false
  ) -> [Int] {
    var widths = Array(natural)
    let words = widths.indices.filter { columns[$0].alignment == .left }
      .sorted { (natural[$1], $0) < (natural[$0], $1) }
    for column in words {
      let least = max(
        leastWidth, columns[column].heading.displayWidth,
        keepsWords ? columns[column].widestWord : 0)
      let excess = total(widths) - lineWidth
      guard excess > 0 else { break }
      widths[column] = max(widths[column] - excess, min(widths[column], least))
    }
    return widths
  }
}
