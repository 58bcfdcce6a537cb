import PlateauColumns
import PlateauEngine
import PlateauReport
import PlateauSearch

/// Some candidates of a sweep run once more, bar by bar, and compared with their rows.
struct SweepVerification: Equatable {
  /// A figure of a row that the reference does not confirm.
  struct Mismatch: Equatable {
    let candidate: Int
    /// The metric, or "failure".
    let metric: String
    let row: String
    let reference: String
  }

  /// How many candidates were run.
  let checked: Int
  /// The first difference of each candidate that differs.
  let mismatches: [Mismatch]

  /// `32/32`.
  var text: String { "\(checked - mismatches.count)/\(checked)" }

  /// What is wrong, or `nil`.
  var complaint: String? {
    mismatches.first.map {
      "\(text) verified: candidate \($0.candidate) has \($0.metric) \($0.row), and "
        + "\($0.reference) bar by bar"
    }
  }

  /// Runs candidates on the reference and compares.
  ///
  /// Counts must be the same; other numbers agree within 1e-9 of their size and 1e-12.
  ///
  /// - Parameters:
  ///   - run: A sweep with rows.
  ///   - backtester: The engine whose reference is asked; the one of the run.
  ///   - best: A row that is among those compared, or `nil`.
  ///   - most: How many rows are compared; fewer where there are fewer.
  init(of run: Run, on backtester: Backtester, including best: Int?, most: Int = 32) {
    let result = run.study.result
    let rows = Self.sample(most, of: result.count, including: best)
    let names = Array(result.table.names.prefix(result.parameterCount))
    let candidates = result.table.selecting(columns: names).selecting(rows: rows)
    let reference = backtester.evaluateOnReference(candidates)
    checked = rows.count
    mismatches = rows.indices.compactMap { index in
      let row = rows[index]
      let (own, other) = (
        result.failures.reason(of: row), reference.failures[index].map { "\($0)" }
      )
      guard own == other else {
        return Mismatch(
          candidate: row, metric: "failure", row: own ?? "none", reference: other ?? "none")
      }
      for (metric, values) in zip(backtester.metrics, reference.metrics) {
        let value = result.table[metric.name]?.values[row] ?? .nan
        guard !Self.agree(value, values[index], metric.kind) else { continue }
        return Mismatch(
          candidate: row, metric: metric.name, row: NumberText.shortest(value),
          reference: NumberText.shortest(values[index]))
      }
      return nil
    }
  }

  /// Row numbers spread evenly over a result, first and last included, with the best among them.
  static func sample(_ most: Int, of count: Int, including best: Int?) -> [Int] {
    guard count > most else { return Array(0..<count) }
    var rows = (0..<most).map { $0 * (count - 1) / (most - 1) }
    if let best, !rows.contains(best) {
      let nearest = rows.indices.dropFirst().dropLast().min {
        abs(rows[$0] - best) < abs(rows[$1] - best)
      }
      if let nearest { rows[nearest] = best }
    }
    return rows
  }

  private static func agree(_ value: Double, _ reference: Double, _ kind: ValueKind) -> Bool {
    if value.isNaN || reference.isNaN { return value.isNaN && reference.isNaN }
    return kind == .length
      ? value == reference : abs(value - reference) <= 1e-9 * abs(reference) + 1e-12
  }
}
