import Foundation
import PlateauLanguage
import PlateauWorkbench

/// What is asked of the result of a million candidates.
enum LargeResults {
  private static let count = 1_000_998

  /// Sweeps a million candidates by typed commands, and times the views of them.
  static func measure(_ benchmark: inout Benchmark) throws {
    let session = Session(host: SessionHost(show: { _, _ in }))
    try session.execute(
      SourceText(
        "generate B bars 2148 seed 1; window all; strategy sma_cross; set fast 2..1000; "
          + "set slow 3..1002; set commission {0%, 0.1%}; require fast < slow"))
    let start = ContinuousClock.now
    try session.execute(SourceText("sweep; assert candidates = \(count)"))
    benchmark.add(
      "sweep of a million candidates", seconds: (ContinuousClock.now - start) / .seconds(1),
      unit: "sweep")
    let views = [
      ("top", "top", ""),
      ("top 20 by an expression", "top 20 by calmar_ratio - exposure", ""),
      ("filter", "filter sharpe > 0.2 and drawdown < 30%", "unset filter"),
      ("describe", "describe", ""),
      ("show best", "show best", ""),
      ("failures", "failures", ""),
      ("assert", "assert kept > 0 and sharpe > 0", ""),
    ]
    for (name, command, after) in views { try time(name, command, after) }
    let filters = "filter sharpe > 0; filter drawdown < 60%; filter trades > 5"
    try time("three filters", filters, "unset filter; unset filter; unset filter")
    try session.execute(SourceText(filters))
    try time("top after three filters", "top", "")
    try time("why after three filters", "why", "")
    try time("undo of a filter", "filter exposure > 20%; undo", "")

    /// Times a command, best of a few, and brings the session back to where it was.
    func time(_ name: String, _ command: String, _ after: String) throws {
      var best = Double.infinity
      for _ in 0..<4 {
        let start = ContinuousClock.now
        try session.execute(SourceText(command))
        best = min(best, (ContinuousClock.now - start) / .seconds(1))
        if !after.isEmpty { try session.execute(SourceText(after)) }
      }
      benchmark.add("\(name), of a million rows", seconds: best, unit: "command")
    }
  }
}
