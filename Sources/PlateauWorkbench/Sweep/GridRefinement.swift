import PlateauColumns
import PlateauLanguage

/// The values of a finer grid between a value's neighbours.
enum GridRefinement {
  /// The neighbours of a value, itself, and what lies between them in equal parts.
  ///
  /// Distances are counted in decimals, so that between 1% and 2% lies 1.5% and nothing else. Each
  /// side has the spacing of its own; at the end of the grid there is only one side.
  ///
  /// - Parameters:
  ///   - grid: The values that were tried, in any order.
  ///   - centre: One of them.
  ///   - parts: Into how many parts the distance to a neighbour is divided, at least 2.
  ///   - kind: What the values mean; lengths stay whole.
  /// - Returns: Ascending values, or `nil` where the centre is "none" or has no neighbour.
  static func values(
    of grid: [Double], around centre: Double, by parts: Int, kind: ValueKind
  ) -> [Double]? {
    guard !centre.isNaN else { return nil }
    let sorted = grid.filter { !$0.isNaN }.sorted()
    let left = sorted.last { $0 < centre }
    let right = sorted.first { $0 > centre }
    guard left != nil || right != nil else { return nil }
    let isWhole = kind == .length || (kind == .days && sorted.allSatisfy { $0 == $0.rounded() })
    func side(_ neighbour: Double?) -> [Double] {
      guard let neighbour else { return [] }
      return isWhole
        ? wholes(from: centre, to: neighbour, by: parts)
        : decimals(from: centre, to: neighbour, by: parts)
    }
    return side(left).reversed() + [centre] + side(right)
  }

  /// Whole numbers from the centre outward, the neighbour last.
  private static func wholes(from centre: Double, to end: Double, by parts: Int) -> [Double] {
    let width = abs(end - centre)
    let step = max(1, (width / Double(parts)).rounded(.down))
    let direction = end > centre ? 1.0 : -1.0
    var values: [Double] = []
    while Double(values.count + 1) * step < width {
      values.append(centre + direction * Double(values.count + 1) * step)
    }
    return values + [end]
  }

  /// Decimals from the centre outward, the neighbour last.
  ///
  /// Parts that are no finite decimal are rounded six digits below the last digit of both ends.
  private static func decimals(from centre: Double, to end: Double, by parts: Int) -> [Double] {
    guard let start = DecimalNumber(shortest: centre),
      let width = DecimalNumber(shortest: end)?.subtracting(start)
    else { return [end] }
    let digits: Int128 = 1_000_000
    let inner = (1..<parts).compactMap { part -> Double? in
      let share = width.mantissa.multipliedReportingOverflow(by: digits * Int128(part))
      guard !share.overflow else { return centre + (end - centre) * Double(part) / Double(parts) }
      let half = Int128(parts) / 2 * (share.partialValue < 0 ? -1 : 1)
      let offset = DecimalNumber(
        (share.partialValue + half) / Int128(parts), exponent: width.exponent - 6)
      return start.adding(offset)?.value
    }
    return inner.filter { ($0 - centre) * ($0 - end) < 0 } + [end]
  }
}
