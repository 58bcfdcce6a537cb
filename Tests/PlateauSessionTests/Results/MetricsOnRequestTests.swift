import Foundation
import PlateauColumns
import PlateauEngine
import PlateauLanguage
import PlateauReport
import PlateauWorkbench
import Testing

/// Every metric in a sweep, and in `show`.
@Suite struct MetricsOnRequestTests {
  /// The fields of a candidate, by name, with all digits.
  private func shown(_ candidate: Int, in commands: String) throws -> [String: Double] {
    var documents: [Document] = []
    let session = Session(host: SessionHost(show: { document, _ in documents.append(document) }))
    try session.execute(SourceText(commands + "; show \(candidate)"))
    var fields: [String: Double] = [:]
    for case .fields(let list) in documents.last?.blocks ?? [] {
      for field in list.fields {
        if case .number(let value, _) = field.value { fields[field.name] = value }
      }
    }
    return fields
  }

  @Test(arguments: [
    "strategy sma_cross; set fast {5, 10}; set slow {20, 30}",
    "strategy swing; set sma_fast {5, 10}; set stop_loss_pct {2%, 4%}",
    "strategy volatility_balancing; set trigger_threshold_pct {2%, 3%}; set rebalance_ratio {1, 2}",
  ])
  func `show gives the figures of the row, of every metric, on request or not`(
    space: String
  ) throws {
    let base = "generate P bars 500 seed 4; window all; set commission 0.1%; " + space
    let all = Metric.all.map(\.name)
    let extra = Metric.all.filter { !$0.isDefault }.map { "+\($0.name)" }
    let full = base + "; set metrics " + extra.joined(separator: ", ") + "; sweep"
    for (commands, names) in [(full, all), (base + "; sweep", Metric.defaults.map(\.name))] {
      let session = try WatchedSession(
        commands + "; set columns " + names.joined(separator: ", "))
      let rows = try session.rows("top 4")
      #expect(rows.count == 4)
      for row in rows {
        let candidate = try #require(Int(row[1]))
        let fields = try shown(candidate, in: commands)
        for (name, text) in zip(names, row.dropFirst(2)) {
          guard let value = Double(text) else {
            #expect(fields[name] == nil, "\(name) of \(candidate) is not defined in the row")
            continue
          }
          // Two paths may differ in the last digits; counts never.
          let other = fields[name] ?? .nan
          #expect(
            Metric.named(name)?.kind == .length ? value == other : agrees(value, other),
            "\(name) of \(candidate): \(value) in the row, \(other) in show")
        }
      }
    }
  }
}
