import PlateauColumns
import Testing

/// A column of the reference files and the call that gives it.
struct IndicatorCase: CustomTestStringConvertible {
  let column: String
  let call: IndicatorCall
  /// Rows on which the reference itself has lost digits, by symbol, with the exact values.
  let exact: [String: [Int: Double]]

  init(_ column: String, _ call: String, exact: [String: [Int: Double]] = [:]) {
    self.column = column
    self.call = IndicatorCall(call)
    self.exact = exact
  }

  var testDescription: String { call.description }

  /// All of them, list by list.
  static let all = [averages, bars].flatMap { $0 }
}

/// Every function whose values the reference files hold, on real prices.
@Suite(.enabled(if: Reference.isPresent, "needs ../shared"))
struct IndicatorReferenceTests {
  @Test("each indicator on GOOG agrees with the reference", arguments: IndicatorCase.all)
  func google(_ test: IndicatorCase) throws {
    try check(test, "GOOG", try Self.google.get())
  }

  @Test("each indicator on BTCUSD agrees with the reference", arguments: IndicatorCase.all)
  func bitcoin(_ test: IndicatorCase) throws {
    try check(test, "BTCUSD", try Self.bitcoin.get())
  }

  private static let google = Result {
    try Published("GOOG", indicators: "GOOG.csv", prices: "GOOG_daily.csv")
  }
  private static let bitcoin = Result {
    try Published("BTCUSD", indicators: "BTCUSD.csv.gz", prices: "BTC-USD_daily.csv")
  }

  private func check(_ test: IndicatorCase, _ symbol: String, _ published: Published) throws {
    var expected = try #require(published.columns[test.column])
    for (row, value) in test.exact[symbol] ?? [:] { expected[row] = value }
    let found = try test.call.values(on: published.bars)
    #expect(found.firstIndex { !$0.isNaN } == published.firstRows[test.column], "\(symbol)")
    let difference = firstDifference(
      Array(found.prefix(expected.count)), expected,
      except: published.ambiguousRows[test.column] ?? [])
    #expect(difference == nil, "\(symbol)")
    #expect(expected.contains { !$0.isNaN })
  }
}

/// What the reference files hold for one symbol.
private struct Published {
  let bars: [String: [Double]]
  let columns: [String: [Double]]
  let firstRows: [String: Int]
  /// Rows that are not to be compared, by column.
  let ambiguousRows: [String: Set<Int>]

  init(_ symbol: String, indicators: String, prices: String) throws {
    let prices = try Reference.columns("data/\(prices)")
    bars = Dictionary(
      uniqueKeysWithValues: ["Open", "High", "Low", "Close", "Volume"].map {
        ($0.lowercased(), prices[$0] ?? [])
      })
    let folder = "reference/indicators"
    columns = try Reference.columns("\(folder)/\(indicators)")
    let first = try Reference.fields("\(folder)/\(symbol)_first_rows.csv").dropFirst()
    firstRows = Dictionary(uniqueKeysWithValues: first.map { ($0[0], Int($0[1]) ?? -1) })
    let ambiguous = try Reference.fields("\(folder)/\(symbol)_ambiguous_rows.csv").dropFirst()
    ambiguousRows = Dictionary(grouping: ambiguous) { $0[0] }.mapValues {
      Set($0.compactMap { Int($0[1]) })
    }
  }
}
