import Foundation
import Testing

/// The strategy `swing` as it ships against the earlier strategy tester (reference/swing/GOOG).
@Suite(.enabled(if: Binary.hasShared, "needs ../shared"))
struct SwingParityTests {
  static let setUp = """
    load "\(Binary.shared.path)/data/GOOG_daily.csv"; window all; strategy swing
    set cash 1000000; set commission 0.15%; set fill close; set protective close
    set sizing fraction 0.8%; set lot 1; set max_position_value 100000
    set metrics +open_position
    """

  private func reference(_ name: String) throws -> TextTable {
    try TextTable(contentsOf: Binary.shared.appending(path: "reference/swing/GOOG/\(name).csv"))
  }

  /// The commands that sweep one case, such as `swing_5_20_sl3_tp6_hold15_long_only`.
  private func sweep(_ name: String) throws -> String {
    let numbers = name.split(separator: "_").compactMap { part in
      Int(part.drop { !$0.isNumber })
    }
    try #require(numbers.count == 5)
    let direction = name.hasSuffix("long_only") ? "long" : "both"
    return "set sma_fast \(numbers[0]); set sma_slow \(numbers[1]); "
      + "set stop_loss_pct \(numbers[2])%; set take_profit_pct \(numbers[3])%; "
      + "set max_hold_days \(numbers[4]); set direction \(direction); sweep"
  }

  @Test func `every case has the trades and the counts of the reference`() throws {
    let session = try WatchedSession(Self.setUp)
    let (summary, trades) = (try reference("summary"), try reference("trades"))
    #expect(summary.rows.count == 36)
    for row in summary.rows {
      let name = summary.text(row, "case")
      try session.answer(sweep(name))
      let count = summary.number(row, "trades")
      let result = try session.rows("set columns trade_count, win_rate, open_position; top 1")[0]
      #expect(Double(result[2]) == count, "\(name)")
      #expect(agrees(Double(result[3]) ?? .nan, summary.number(row, "wins") / count), "\(name)")
      #expect(
        ((Double(result[4]) ?? 0) != 0) == (summary.number(row, "open_at_end") != 0), "\(name)")
      let expected = trades.rows.filter { trades.text($0, "case") == name }
      let found = try session.rows("trades best")
      #expect(found.count == expected.count, "\(name)")
      for (trade, wanted) in zip(found, expected) {
        // #, side, units, entry, exit, entry price, exit price, profit, return, fees, days, reason
        let place = "\(name) trade \(trade[0])"
        #expect(trade[1] == trades.text(wanted, "direction").lowercased(), "\(place)")
        #expect(trade[3] == trades.text(wanted, "entry_date"), "\(place)")
        #expect(trade[4] == trades.text(wanted, "exit_date"), "\(place)")
        for (place, column) in [
          (2, "quantity"), (5, "entry_price"), (6, "exit_price"), (7, "pnl"), (9, "costs"),
          (10, "days_held"),
        ] {
          #expect(
            agrees(Double(trade[place]) ?? .nan, trades.number(wanted, column)),
            "\(name) trade \(trade[0]) \(column): \(trade[place])")
        }
      }
    }
  }
}
