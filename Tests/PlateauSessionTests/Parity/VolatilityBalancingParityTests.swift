import Foundation
import Testing

/// `volatility_balancing` typed as commands, against the runs of the system it replaces.
@Suite struct VolatilityBalancingParityTests {
  /// Writes closes as a price file with weekday stamps from 2024-01-01 on.
  private func prices(
    _ closes: [Double], dividends: [Int: Double] = [:], in folder: URL
  ) throws {
    var text = "Date,Close,Dividends\n"
    var day = 19_723  // 2024-01-01, a Monday
    for (index, close) in closes.enumerated() {
      while (day + 3) % 7 >= 5 { day += 1 }
      let stamp = Date(timeIntervalSince1970: Double(day) * 86_400).ISO8601Format().prefix(10)
      text += "\(stamp),\(close),\(dividends[index] ?? 0)\n"
      day += 1
    }
    try Data(text.utf8).write(to: folder.appending(path: "P.csv"))
  }

  /// The nine-bar run of the worked examples: fills, final value, Sharpe, volatility, drawdown.
  @Test func `the nine-bar run fills and ends as it did`() throws {
    let folder = try Binary.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    try prices([100, 98, 96.9, 95, 93, 96, 100, 104, 101], in: folder)
    let set =
      "load P.csv; window all; strategy volatility_balancing; set cash 10000; "
      + "set trigger_threshold_pct 3%; sweep; set mode csv; "
    let fills = TextTable(try Binary.commands(set + "trades 0", in: folder).table("#,"))
    let units = fills.rows.map { fills.number($0, "units") }
    let expected = [5.417355, 7.236511, -5.326015, -6.697450, -6.316959]
    #expect(units.count == expected.count)
    for (unit, wanted) in zip(units, expected) { #expect(abs(unit - wanted) < 5e-7) }
    let fees = fills.rows.map { fills.number($0, "fee") }
    for (fee, wanted) in zip(fees, [0.052494, 0.067300, 0.051130, 0.066975, 0.065696]) {
      #expect(abs(fee - wanted) < 5e-7)
    }
    let top = TextTable(try Binary.commands(set + "top", in: folder).table("rank,"))
    let row = try #require(top.rows.first)
    #expect(abs(top.number(row, "final_equity") - 10115.4230) < 5e-5)
    #expect(abs(top.number(row, "total_return") - 0.0115423) < 5e-8)
    #expect(abs(top.number(row, "volatility") - 0.26751075) < 5e-9)
    #expect(abs(top.number(row, "sharpe_ratio") - 3.01536260) < 5e-9)
    #expect(abs(top.number(row, "max_drawdown") - 0.0273987352) < 5e-11)
    #expect(top.number(row, "trade_count") == 5)
  }

  @Test func `the dividend run lowers the anchor and trades where it did`() throws {
    let folder = try Binary.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    try prices([100, 101, 98, 98.5, 94], dividends: [2: 2], in: folder)
    let set =
      "load P.csv; window all; strategy volatility_balancing; set cash 10000; "
      + "set trigger_threshold_pct 3%; sweep; set mode csv; "
    let fills = TextTable(try Binary.commands(set + "trades 0", in: folder).table("#,"))
    let bought = fills.rows.filter { abs(fills.number($0, "units") - 7.37528) < 5e-6 }
    #expect(bought.count == 1)
    #expect(fills.number(try #require(bought.first), "price") == 94)
    let top = TextTable(try Binary.commands(set + "top", in: folder).table("rank,"))
    #expect(abs(top.number(try #require(top.rows.first), "total_return") + 0.0225069) < 5e-8)
  }

  /// total_return / sharpe / drawdown / fills / commissions of the nine candidates.
  static let grid: [(tau: Double, ratio: Double, figures: [Double])] = [
    (0.01, 0.5, [0.052662, 0.702538, 0.088884, 64, 0.876686]),
    (0.01, 1.6667, [0.059256, 0.857464, 0.087113, 131, 3.131679]),
    (0.01, 3, [0.060620, 0.820980, 0.085134, 125, 5.169721]),
    (0.03, 0.5, [0.056978, 0.763085, 0.088859, 43, 0.831893]),
    (0.03, 1.6667, [0.092756, 1.333553, 0.085618, 43, 2.817380]),
    (0.03, 3, [0.128617, 1.769991, 0.081966, 43, 5.038112]),
    (0.05, 0.5, [0.062500, 0.838766, 0.088613, 25, 0.735140]),
    (0.05, 1.6667, [0.111873, 1.585223, 0.084796, 25, 2.506011]),
    (0.05, 3, [0.165223, 2.205915, 0.080487, 25, 4.519912]),
  ]

  @Test func `the three by three grid comes out of one sweep`() throws {
    let folder = try Binary.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let closes = (0..<200).map {
      100 + 10 * sin(2 * Double.pi * Double($0) / 40) + 0.05 * Double($0)
    }
    try prices(closes, in: folder)
    let outcome = try Binary.commands(
      "load P.csv; window all; strategy volatility_balancing; set cash 10000; "
        + "set trigger_threshold_pct {1%, 3%, 5%}; set rebalance_ratio {0.5, 1.6667, 3}; "
        + "set periods_per_year 252; sweep; export csv r.csv", in: folder)
    #expect(outcome.status == 0, "\(outcome.errors)")
    let table = try TextTable(contentsOf: folder.appending(path: "r.csv"))
    #expect(table.rows.count == 9)
    for (tau, ratio, figures) in Self.grid {
      let row = try #require(
        table.rows.first {
          table.number($0, "trigger_threshold_pct") == tau
            && table.number($0, "rebalance_ratio") == ratio
        })
      let names = ["total_return", "sharpe_ratio", "max_drawdown", "trade_count", "fees"]
      for (name, figure) in zip(names, figures) {
        #expect(abs(table.number(row, name) - figure) < 5.1e-7, "\(tau) \(ratio) \(name)")
      }
    }
  }

  @Test(.enabled(if: Binary.hasShared, "needs ../shared"))
  func `the sixty candidates on real prices agree with the reference`() throws {
    let folder = try Binary.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let reference = try TextTable(
      contentsOf: Binary.shared.appending(path: "reference/volbal_full/GOOG/grid_60.csv"))
    let outcome = try Binary.commands(
      "load \"\(Binary.shared.path)/data/GOOG_daily.csv\"; window all; "
        + "strategy volatility_balancing; set cash 10000; "
        + "set trigger_threshold_pct 1%..10% step 1%; set rebalance_ratio {0.3,0.5,1,1.6667,2,3}; "
        + "sweep; export csv r.csv", in: folder)
    #expect(outcome.status == 0, "\(outcome.errors)")
    let table = try TextTable(contentsOf: folder.appending(path: "r.csv"))
    #expect(table.rows.count == 60 && reference.rows.count == 60)
    for wanted in reference.rows {
      let row = try #require(
        table.rows.first {
          table.number($0, "trigger_threshold_pct") == reference.number(wanted, "tau")
            && table.number($0, "rebalance_ratio") == reference.number(wanted, "ratio")
        })
      for (name, column, sign) in [
        ("total_return", "total_return", 1.0), ("sharpe_ratio", "sharpe_ratio", 1),
        ("max_drawdown", "max_drawdown", -1), ("volatility", "volatility", 1),
        ("fees", "total_commissions", 1), ("final_equity", "final_value", 1),
      ] {
        let (value, figure) = (table.number(row, name), sign * reference.number(wanted, column))
        #expect(agrees(value, figure), "\(wanted[0]) \(wanted[1]) \(name): \(value), not \(figure)")
      }
      #expect(table.text(row, "trade_count") == reference.text(wanted, "trade_count"))
    }
  }

  @Test(.enabled(if: Binary.hasShared, "needs ../shared"))
  func `four parameters make 2880 candidates, said before they run`() throws {
    let outcome = try Binary.commands(
      "load \"\(Binary.shared.path)/data/GOOG_daily.csv\"; window all; "
        + "strategy volatility_balancing; set trigger_threshold_pct 1%..10% step 1%; "
        + "set rebalance_ratio 0.3..2.0 step 0.1; set min_stock_alloc_pct 10%..40% step 10%; "
        + "set max_stock_alloc_pct 60%..90% step 10%; sweep")
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.errors.hasPrefix("sweeping 2,880 candidates"), "\(outcome.errors)")
  }
}

extension Binary.Outcome {
  /// The CSV table whose header begins with a text, up to the end of the output.
  func table(_ header: String) throws -> String {
    guard let start = output.range(of: header) else {
      throw MissingTable(header: header, output: output + errors)
    }
    return String(output[start.lowerBound...])
  }

  struct MissingTable: Error {
    let header: String
    let output: String
  }
}
