import Foundation
import PlateauLanguage
import Testing

/// `define` gives an expression a name that works wherever a metric does.
@Suite struct DefinedMetricTests {
  private static let setUp = """
    generate P bars 400 seed 1
    window all
    strategy sma_cross
    set fast {3, 5, 9}
    set slow {20, 40}
    define score = sharpe - 0.5 * drawdown
    define twice = score * 2
    sweep

    """

  @Test func `a definition works in top, filter, objective and assert`() throws {
    let session = try WatchedSession(Self.setUp)
    let rows = try session.rows(
      "set columns fast, slow, sharpe_ratio, max_drawdown, score; top by twice")
    #expect(rows.count == 6)
    for row in rows {
      let numbers = row.compactMap(Double.init)
      // rank, candidate, the ranking, then the columns in their order.
      let (ranking, sharpe, drawdown, score) = (numbers[2], numbers[5], numbers[6], numbers[7])
      #expect(abs(score - (sharpe - 0.5 * drawdown)) < 1e-12, "\(row)")
      #expect(abs(ranking - 2 * score) < 1e-12, "\(row)")
    }
    #expect(try session.answer("filter twice > -99").contains("6 of 6"))
    #expect(try session.answer("objective score").contains("score"))
    #expect(try session.rows("top 1")[0][1] == rows[0][1])
    try session.answer("assert score > -99 and kept = 6")
  }

  @Test func `an export has the definitions after the metrics`() throws {
    let folder = try Binary.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let session = try WatchedSession(in: folder.path, Self.setUp)
    try session.answer("export csv a.csv; objective score; export csv b.csv; export json b.json")
    func header(_ name: String) throws -> [String] {
      let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
      return text.split(whereSeparator: \.isNewline)[0].split(separator: ",").map(String.init)
    }
    // The score is that of the objective, which is another one in the first file.
    let first = try header("a.csv")
    #expect(first[2] == "score" && first.suffix(2) == ["status", "error"])
    #expect(first.contains("twice") && first.filter { $0.hasPrefix("score") }.count == 2)
    let second = try header("b.csv")
    #expect(second.suffix(3) == ["twice", "status", "error"])
    #expect(second.filter { $0.hasPrefix("score") } == ["score"])
    let json = try String(contentsOf: folder.appending(path: "b.json"), encoding: .utf8)
    #expect(json.contains("\"twice\""))
  }

  @Test func `a definition that would read itself is refused`() throws {
    let session = try WatchedSession(Self.setUp)
    #expect(
      session.error("define score = twice + 1").contains(
        "'score' is used by define twice = score * 2"))
    #expect(
      session.error("define self = self + 1").contains(
        "'self' is what is being defined, and cannot read itself"))
    #expect(
      session.error("define Self = 1 + sELF").contains(
        "'self' is what is being defined, and cannot read itself"))
    // What nothing reads may be defined anew.
    #expect(
      try session.answer("define twice = sharpe; define score = 1 / sharpe")
        == "score = 1 / sharpe\n")
  }
}
