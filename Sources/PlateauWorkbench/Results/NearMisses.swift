import PlateauColumns
import PlateauEngine
import PlateauReport
import PlateauSearch

/// The rows that filters remove by the least.
///
/// How far a row is from being kept is a sum over the conditions it fails: how far both sides are
/// apart, divided by the standard deviation of that distance over all rows. A condition that
/// compares no numbers, asks for a difference, or is undefined for the row, is never near.
struct NearMisses {
  /// A removed row.
  struct Row {
    /// The candidate's number.
    let candidate: Int
    /// How far it is from being kept, in standard deviations.
    let distance: Double
  }

  /// The nearest removed rows, nearest first.
  let rows: [Row]
  /// All removed rows with a distance.
  let nearCount: Int
  /// All removed rows, near or not.
  let removedCount: Int
  private let conditions: [FilterCondition]

  /// Measures every removed row and keeps the nearest.
  ///
  /// - Parameters:
  ///   - view: The run with its rows.
  ///   - conditions: The conditions of its filters.
  ///   - most: How many rows are kept.
  /// - Complexity: O(candidates · conditions).
  init(_ view: RunView, _ conditions: [FilterCondition], most: Int) {
    let keys = view.result.table.columns.prefix(view.result.parameterCount).map(\.values)
    var nearest = FirstFew<Row>(most) { left, right in
      left.distance != right.distance
        ? left.distance < right.distance
        : Table.ascends(left.candidate, right.candidate, by: keys)
    }
    // Condition by condition, because each has columns of its own.
    var isRemoved = [Bool](repeating: false, count: view.result.count)
    var distances = [Double](repeating: 0, count: view.result.count)
    for condition in conditions {
      let (holds, comparison) = (condition.holds, condition.comparison)
      let scale = comparison.map(Self.deviation) ?? .nan
      for candidate in isRemoved.indices where holds[candidate] != 1 {
        isRemoved[candidate] = true
        distances[candidate] += (comparison?.miss(candidate) ?? .nan) / scale
      }
    }
    var (near, removed) = (0, 0)
    for (candidate, distance) in distances.enumerated() where isRemoved[candidate] {
      removed += 1
      guard distance.isFinite else { continue }
      near += 1
      nearest.offer(Row(candidate: candidate, distance: distance))
    }
    rows = nearest.elements
    nearCount = near
    removedCount = removed
    self.conditions = conditions
  }

  /// The standard deviation, with n - 1, of left minus right; `nan` where all rows have the same
  /// but for rounding.
  private static func deviation(_ comparison: FilterCondition.Comparison) -> Double {
    let values = comparison.left.indices.lazy.map { comparison.left[$0] - comparison.right[$0] }
      .filter { !$0.isNaN }
    let deviation = sampleDeviation(of: Array(values))
    return deviation > 0 ? deviation : .nan
  }

  /// The conditions that a row fails, each with how much it misses by: `sharpe > 1.5 by 0.59`.
  func text(_ row: Row) -> String {
    conditions.filter { $0.holds[row.candidate] != 1 }.map { condition in
      let miss = condition.comparison?.miss(row.candidate) ?? .nan
      let kind = condition.comparison?.kind ?? .number
      guard miss != 0 else { return "\(condition.text) at the limit" }
      return "\(condition.text) by \(NumberStyle(unicode: true).text(miss, kind))"
    }.joined(separator: "; ")
  }

  /// One line a row, with the score that it would be ranked by.
  func table(_ view: RunView, rankedBy objective: ObjectiveChoice) -> TableBlock {
    let lines: [[Cell]] = rows.map { row in
      [
        .number(Double(row.candidate), .length), .number(row.distance, .number),
        .text(text(row)), CellText.cell(view.scores[row.candidate], objective.kind),
      ]
    }
    let notNear = removedCount - nearCount
    return TableBlock(
      [
        .init("candidate", .length), .init("distance", .number), .init("misses"),
        .init(objective.text, objective.kind),
      ], rows: lines, totalRows: nearCount,
      notes: [
        "\(Wording.plural(removedCount, "row")) removed"
          + (notNear > 0 ? ", \(Wording.count(notNear)) of them not near" : "")
      ])
  }
}
