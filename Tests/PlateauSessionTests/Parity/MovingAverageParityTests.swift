import Foundation
import Testing

/// `sma_cross` on real prices against backtesting.py (reference/backtests/GOOG).
@Suite(.enabled(if: Binary.hasShared, "needs ../shared"))
struct MovingAverageParityTests {
  static let setUp = """
    load "\(Binary.shared.path)/data/GOOG_daily.csv"; window all; strategy sma_cross
    set fast 2..101; set slow 2..101; require fast < slow
    set cash 100000; set commission 0.1%; set lot 1; set periods_per_year 252

    """

  @Test func `all 200 pairs of the reference grid come out of one sweep of 4950`() throws {
    let folder = try Binary.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let narrow = try Binary.commands(
      Self.setUp + "sweep; export csv narrow.csv", in: folder)
    #expect(narrow.status == 0, "\(narrow.errors)")
    #expect(narrow.errors.contains("4,950 candidates"))
    // The grid's slow averages go up to 215: a second sweep has the pairs beyond 101.
    let wide = try Binary.commands(
      Self.setUp + "set fast 2..20 step 2; set slow 25..215 step 10; sweep; export csv wide.csv",
      in: folder)
    #expect(wide.status == 0, "\(wide.errors)")
    let first = try TextTable(contentsOf: folder.appending(path: "narrow.csv"))
    #expect(first.rows.count == 4950)
    let second = try TextTable(contentsOf: folder.appending(path: "wide.csv"))
    let grid = try TextTable(
      contentsOf: Binary.shared.appending(path: "reference/backtests/GOOG/grid.csv"))
    #expect(grid.rows.count == 200)
    var inNarrow = 0
    for wanted in grid.rows {
      for table in [first, second] {
        let pair = ["fast", "slow"].map { grid.number(wanted, $0) }
        guard
          let row = table.rows.first(where: { row in
            ["fast", "slow"].map { table.number(row, $0) } == pair
          })
        else {
          #expect(table.rows.count == 4950 && pair[1] > 101, "pair \(pair) is missing")
          continue
        }
        if table.rows.count == 4950 { inNarrow += 1 }
        for (metric, column, scale) in [
          ("total_return", "return_pct", 0.01), ("cagr", "cagr_pct", 0.01),
          ("sharpe_ratio", "sharpe_simple", 1), ("max_drawdown", "max_dd_pct", -0.01),
          ("final_equity", "final_equity", 1),
        ] {
          let value = table.number(row, metric)
          let reference = grid.number(wanted, column) * scale
          #expect(agrees(value, reference), "\(pair) \(metric): \(value), not \(reference)")
        }
        #expect(table.text(row, "trade_count") == grid.text(wanted, "trades"), "\(pair)")
      }
    }
    #expect(inNarrow == 80)  // 10 fast averages with slow 25, 35 … 95
  }

  @Test func `the result does not depend on threads or process`() throws {
    var digests: Set<Substring> = []
    for threads in [1, 2, 7, 2] {
      let outcome = try Binary.commands(Self.setUp + "sweep threads \(threads)")
      #expect(outcome.status == 0, "\(outcome.errors)")
      let line = outcome.output.split(separator: "\n").first { $0.hasPrefix("digest") }
      digests.insert(try #require(line))
    }
    #expect(digests.count == 1)
  }
}
