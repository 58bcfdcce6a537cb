/// The results of a batch while they come in.
struct BatchResults {
  private let formulas: [SummaryFormula]
  private let rowCount: Int
  /// One metric after the other.
  private var values: [Double]
  private var failures: [Int: CandidateFailure] = [:]
  private var ruined: [Int] = []

  /// Creates the results of so many rows, all undefined.
  init(_ metrics: [Metric], rowCount: Int) {
    formulas = metrics.compactMap(\.summaryFormula)
    self.rowCount = rowCount
    values = [Double](repeating: .nan, count: rowCount * metrics.count)
  }

  /// Sets the metrics of a row; what is not finite is undefined.
  mutating func set(_ summary: borrowing PerformanceSummary, row: Int) {
    guard summary.equitySum.isFinite, summary.finalEquity.isFinite else {
      failures[row] = .tooLarge
      return
    }
    for index in formulas.indices {
      let value = formulas[index].value(summary)
      values[index * rowCount + row] = value.isFinite ? value : .nan
    }
    if summary.isRuined { ruined.append(row) }
  }

  /// Sets the metrics of a row from equity bar by bar.
  mutating func set(_ backtest: Backtest, _ metrics: [Metric], row: Int) {
    for (index, metric) in metrics.enumerated() {
      values[index * rowCount + row] = metric.value(of: backtest)
    }
    if backtest.isRuined { ruined.append(row) }
  }

  /// Notes why a row has no metrics.
  mutating func fail(_ failure: CandidateFailure, row: Int) { failures[row] = failure }

  /// The results, now that all are in.
  func evaluation(metricCount: Int) -> BatchEvaluation {
    BatchEvaluation(
      metrics: (0..<metricCount).map { Array(values[$0 * rowCount..<($0 + 1) * rowCount]) },
      failures: failures, ruined: ruined.sorted())
  }
}
