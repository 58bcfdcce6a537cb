import PlateauColumns
import PlateauEngine
import PlateauLanguage
import PlateauReport
import PlateauSearch

/// Two runs, or two sessions with their runs, side by side: what differs in what went in, then
/// what differs in what came out.
struct RunComparison {
  /// One of the two.
  struct Side {
    /// The heading: `r1`, `a.plateau`.
    let heading: String
    /// What was set up.
    let state: SessionState
    /// The result with its filters, or `nil` where nothing was swept.
    let view: RunView?
  }

  let left: Side
  let right: Side

  /// The differences; one sentence where there are none.
  var document: Document {
    var rows: [[Cell]] = left.state.differences(from: right.state).map { difference in
      [.text(difference.name), cell(difference.left), cell(difference.right)]
    }
    func add(_ name: String, _ text: (RunView) -> String) {
      let (first, second) = (left.view.map(text) ?? "", right.view.map(text) ?? "")
      if first != second { rows.append([.text(name), cell(first), cell(second)]) }
    }
    if left.filters != right.filters {
      rows.append([.text("filters"), cell(left.filters), cell(right.filters)])
    }
    add("state") { $0.run.study.progress.state.rawValue }
    add("candidates") { Wording.count($0.result.count) }
    add("failed") { Wording.count($0.result.failures.count) }
    add("kept") { Wording.count($0.count) }
    let best = [left, right].map(\.best)
    if best[0] != best[1] { rows.append([.text("best"), cell(best[0]), cell(best[1])]) }
    add("digest") { $0.result.digest.short }
    guard !rows.isEmpty else { return .message("no difference") }
    let table = TableBlock(
      [.init("what"), .init(left.heading), .init(right.heading)], rows: rows)
    let prices = PriceDifferences.sentences(
      (left.state, left.heading), (right.state, right.heading))
    return Document(
      [.table(table)] + prices.map { .message($0) } + rowDifferences)
  }

  /// What the candidates that both have in common have earned in each.
  private var rowDifferences: [Document.Block] {
    guard let first = left.view, let second = right.view else { return [] }
    guard first.run.plan.strategy.name == second.run.plan.strategy.name else {
      return [.message("no candidate is in both: the strategies differ")]
    }
    let table = first.result.table
    let metrics = table.columns.dropFirst(first.result.parameterCount).filter {
      second.result.table[$0.name] != nil
    }
    let translation = RowTranslation(second.result, of: second.run, for: first.run.plan)
    let known = KnownRows(
      parameters: translation.parameters, rows: translation.rows, metrics: second.result.table,
      failures: [])
    let pairs: [(Int, Int)] = (0..<first.result.count).compactMap { row in
      known.row(like: row, of: table).map { (row, $0) }
    }
    var differing: Set<Int> = []
    let lines: [[Cell]] = metrics.compactMap { metric in
      guard let other = second.result.table[metric.name] else { return nil }
      var count = 0
      var most = 0.0
      for (row, match) in pairs {
        let (a, b) = (metric.values[row], other.values[match])
        guard a != b, !(a.isNaN && b.isNaN) else { continue }
        count += 1
        differing.insert(row)
        if !a.isNaN, !b.isNaN { most = max(most, abs(a - b)) }
      }
      return count == 0
        ? nil : [.text(metric.name), .number(Double(count), .length), .number(most, metric.kind)]
    }
    let sentence =
      "\(Wording.plural(pairs.count, "candidate")) in both: "
      + "\(Wording.count(pairs.count - differing.count)) equal, "
      + "\(Wording.count(differing.count)) different"
    guard !lines.isEmpty else { return [.message(sentence)] }
    return [
      .message(sentence),
      .table(
        TableBlock(
          [
            .init("metric"), .init("rows", .length),
            .init("largest difference", .number, digits: .own),
          ],
          rows: lines)),
    ]
  }

  private func cell(_ text: String) -> Cell { text.isEmpty ? .undefined : .text(text) }
}

extension RunComparison.Side {
  /// The best kept candidate with its score.
  var best: String {
    guard let view, let best = view.best else { return "" }
    return "candidate \(best): \(state.objective.scoreText(view.scores[best]))"
  }

  /// The filters in order.
  var filters: String {
    guard let run = view?.run else { return "" }
    return state.filters(on: run.id).map(\.text).joined(separator: "; ")
  }
}
