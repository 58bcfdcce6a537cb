/// Candidates that run side by side on one market.
///
/// One thread at a time uses it; its memory serves the next batch. A candidate's figures do not
/// depend on which others run beside it.
protocol CandidateLanes: AnyObject {
  /// Takes a candidate into the next run.
  ///
  /// - Throws: `CandidateFailure` where the strategy cannot run it.
  func add(
    _ parameters: [Double], settings: ExecutionSettings, row: Int
  ) throws(CandidateFailure)

  /// Runs what was added, in an order of its own, and forgets it.
  ///
  /// - Parameters:
  ///   - isFull: Whether the sums of equity and of shortfalls are wanted.
  ///   - give: Takes the row of a candidate and its figures, or `nil` where they need every bar.
  func run(isFull: Bool, _ give: (Int, PerformanceSummary?) -> Void)
}
