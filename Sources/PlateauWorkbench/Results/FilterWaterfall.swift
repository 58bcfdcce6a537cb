import PlateauColumns
import PlateauReport
import PlateauSearch

/// What each condition of the stacked filters keeps, alone and in its turn.
enum FilterWaterfall {
  /// One row a condition.
  static func table(_ view: RunView, _ conditions: [FilterCondition]) -> TableBlock {
    var kept = [Bool](repeating: true, count: view.result.count)
    var left = view.result.count
    let rows: [[Cell]] = conditions.map { condition in
      let before = left
      for row in kept.indices where condition.holds[row] != 1 { kept[row] = false }
      left = kept.count { $0 }
      return [
        .number(Double(condition.filter), .length), .text(condition.text),
        .number(Double(condition.holds.count { $0 == 1 }), .length),
        .number(Double(before - left), .length), .number(Double(left), .length),
      ]
    }
    return TableBlock(
      [
        .init("filter", .length), .init("condition"), .init("alone keeps", .length),
        .init("removes", .length), .init("keeps", .length),
      ], rows: rows)
  }

  /// The row that is nearest to being kept, in a sentence.
  static func nearest(_ view: RunView, _ conditions: [FilterCondition]) -> String {
    let misses = NearMisses(view, conditions, most: 1)
    guard let row = misses.rows.first else {
      return "no row is near: none fails comparisons of numbers alone"
    }
    return "nearest is candidate \(row.candidate), which misses \(misses.text(row))"
  }
}
