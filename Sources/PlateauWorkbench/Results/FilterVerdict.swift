import PlateauColumns
import PlateauReport
import PlateauSearch

/// What stacked filters say of one candidate, condition by condition.
struct FilterVerdict {
  let choice: CandidateChoice
  let view: RunView
  let conditions: [FilterCondition]

  /// Whether the candidate is kept, and if not, the conditions that remove it, one a line.
  var text: String {
    if let rank = view.ranking.rank(of: choice.row) {
      return "\(choice.title): kept, rank \(rank) of \(view.count)"
    }
    let failed = conditions.filter { $0.holds[choice.row] != 1 }
    return "\(choice.title): removed by \(Wording.plural(failed.count, "condition"))\n"
      + failed.map { "  " + sentence($0) }.joined(separator: "\n")
  }

  /// `sharpe_ratio 0.91 > 1.5: misses by 0.59`.
  private func sentence(_ condition: FilterCondition) -> String {
    let row = choice.row
    guard let comparison = condition.comparison else {
      return "\(condition.text): \(condition.holds[row].isNaN ? "undefined" : "does not hold")"
    }
    let style = NumberStyle(unicode: true)
    let (left, right) = (comparison.left[row], comparison.right[row])
    if left.isNaN {
      return "\(condition.text): \(comparison.name) is undefined"
    }
    if right.isNaN { return "\(condition.text): its right side is undefined" }
    let value = style.text(left, comparison.kind)
    let limit = style.text(right, comparison.kind)
    return "\(comparison.name) \(value) \(comparison.sign) \(limit): misses by "
      + style.text(comparison.miss(row), comparison.kind)
  }

  /// One line a condition, with both sides of what it compares.
  var table: TableBlock {
    let row = choice.row
    return TableBlock(
      [
        .init("filter", .length), .init("condition"), .init("left", .number, digits: .own),
        .init("right", .number, digits: .own), .init("holds"),
        .init("misses by", .number, digits: .own),
      ],
      rows: conditions.map { condition in
        let holds = condition.holds[row]
        let number = { (value: (FilterCondition.Comparison) -> Double) in
          condition.comparison.map { CellText.cell(value($0), $0.kind) } ?? .undefined
        }
        return [
          .number(Double(condition.filter), .length), .text(condition.text),
          number { $0.left[row] }, number { $0.right[row] },
          .text(holds.isNaN ? "undefined" : holds == 1 ? "yes" : "no"),
          holds == 1 ? .undefined : number { $0.miss(row) },
        ]
      })
  }
}
