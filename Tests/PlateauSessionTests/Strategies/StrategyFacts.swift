import Foundation
import Testing

/// What candidates of a strategy must come to, as an independent implementation found.
struct StrategyFacts: Sendable {
  /// Commands that the numbers rest on beside those of the strategy's own script.
  let settings: String
  /// The swept names, parameters first; their values are those that `figures` lists.
  let parameters: [String]
  /// A row for each candidate: its values and its metrics.
  let figures: String
  /// The first three trades and the last of some candidates; `trade` counts from 1.
  let trades: String

  init(settings: String = "", parameters: [String], figures: String, trades: String) {
    self.settings = settings
    self.parameters = parameters
    self.figures = figures
    self.trades = trades
  }

  private static let metrics = ["total_return", "max_drawdown", "sharpe_ratio", "final_equity"]

  /// The lines that give every parameter its values.
  var space: [String] {
    let table = TextTable(figures)
    return parameters.map { name in
      var values: [String] = []
      for row in table.rows where !values.contains(table.text(row, name)) {
        values.append(table.text(row, name))
      }
      return "set \(name) {\(values.joined(separator: ", "))}"
    }
  }

  /// Checks the rows of a finished sweep.
  ///
  /// - Parameters:
  ///   - results: What `export csv` wrote.
  ///   - sourceLocation: Where a difference is reported.
  func check(
    _ results: TextTable, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let wanted = TextTable(figures)
    #expect(results.rows.count == wanted.rows.count, sourceLocation: sourceLocation)
    for row in wanted.rows {
      guard let found = self.row(like: row, of: wanted, in: results) else {
        Issue.record("no row \(row)", sourceLocation: sourceLocation)
        continue
      }
      #expect(results.text(found, "status") == "ok", sourceLocation: sourceLocation)
      #expect(
        results.text(found, "trade_count") == wanted.text(row, "trade_count"),
        "\(row) trade_count", sourceLocation: sourceLocation)
      for metric in Self.metrics {
        let (value, fact) = (results.number(found, metric), wanted.number(row, metric))
        #expect(
          agrees(value, fact), "\(row) \(metric): \(value), not \(fact)",
          sourceLocation: sourceLocation)
      }
    }
  }

  /// Checks the trades of some candidates.
  ///
  /// - Parameters:
  ///   - results: What `export csv` wrote, which numbers the candidates.
  ///   - sourceLocation: Where a difference is reported.
  ///   - list: Answers `trades CANDIDATE` as rows of cells.
  /// - Throws: What `list` throws.
  func checkTrades(
    of results: TextTable, sourceLocation: SourceLocation = #_sourceLocation,
    list: (String) throws -> [[String]]
  ) throws {
    let wanted = TextTable(trades)
    try #require(wanted.rows.count >= 3, sourceLocation: sourceLocation)
    var listed: [String: [[String]]] = [:]
    for row in wanted.rows {
      let candidate = try #require(
        self.row(like: row, of: wanted, in: results), "\(row)", sourceLocation: sourceLocation)
      let number = results.text(candidate, "candidate")
      if listed[number] == nil { listed[number] = try list(number) }
      let all = listed[number] ?? []
      let place = try #require(Int(wanted.text(row, "trade")), sourceLocation: sourceLocation)
      #expect(
        all.count == Int(results.text(candidate, "trade_count")), sourceLocation: sourceLocation)
      guard all.indices.contains(place - 1) else { continue }
      // #, side, units, entry, exit, entry price, exit price, profit, return, fees, days, reason
      let trade = all[place - 1]
      for (cell, name) in [(1, "side"), (3, "entry"), (4, "exit"), (11, "reason")] {
        #expect(
          trade[cell] == wanted.text(row, name), "\(row) \(name)", sourceLocation: sourceLocation)
      }
      for (cell, name) in [(5, "entry_price"), (6, "exit_price")] {
        #expect(
          agrees(Double(trade[cell]) ?? .nan, wanted.number(row, name)),
          "\(row) \(name): \(trade[cell])", sourceLocation: sourceLocation)
      }
    }
  }

  /// The row with the same values of all parameters.
  private func row(
    like row: [String], of facts: TextTable, in results: TextTable
  ) -> [String]? {
    results.rows.first { found in
      parameters.allSatisfy { results.number(found, $0) == facts.number(row, $0) }
    }
  }
}
