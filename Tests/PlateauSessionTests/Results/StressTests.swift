import Foundation
import PlateauLanguage
import Testing

/// The kept rows under other costs.
@Suite struct StressTests {
  static let base =
    "generate P bars 600 seed 3; window all; strategy sma_cross; set commission 0.1%; "
    + "set fast 3..8; set slow {20, 30}; sweep; "

  @Test func `each value gives what a sweep with it gives`() throws {
    let session = try WatchedSession(Self.base + "filter total_return > -90%")
    let lines = try session.rows("stress commission {0.1%, 2%}")
    #expect(lines.map { $0[0] } == ["0.001", "0.02"])
    #expect(lines[0][5] == "1", "the best as swept leads at its own costs")
    for (value, line) in zip(["0.1%", "2%"], lines) {
      let other = try WatchedSession(Self.base + "set commission \(value); sweep")
      let rows = try other.rows("set columns sharpe_ratio; top 12")
      #expect(rows[0][1] == line[4] && rows[0][2] == line[2], "\(line)")
      let scores = rows.compactMap { Double($0[2]) }.sorted()
      let median = (scores[5] + scores[6]) / 2
      #expect(abs((Double(line[3]) ?? .nan) - median) < 1e-12)
      let kept = try other.rows("filter total_return > -90%; top 12").count
      #expect(line[1] == "\(kept)")
      #expect(
        rows.firstIndex { $0[1] == (try? session.rows("top 1"))?[0][1] }.map { "\($0 + 1)" }
          == line[5])
    }
  }

  @Test func `it changes nothing`() throws {
    let session = try WatchedSession(Self.base + "filter trades > 0")
    let before = try ["set", "runs", "filter", "top"].map { try session.answer($0) }
    try session.answer("stress slippage 0bp..20bp count 5")
    #expect(try ["set", "runs", "filter", "top"].map { try session.answer($0) } == before)
    #expect(session.error("redo").contains("nothing"))
  }

  @Test func `a setting that was swept gets one value after the other`() throws {
    let session = try WatchedSession(Self.base + "set commission {0%, 0.5%}; sweep")
    let lines = try session.rows("stress commission {0%, 0.5%}")
    #expect(lines.count == 2 && (Double(lines[0][2]) ?? 0) > (Double(lines[1][2]) ?? 0))
    #expect(try session.rows("stress sizing fraction {50%, 100%}").count == 2)
    #expect(try session.rows("stress stop {none, 5%}").map { $0[0] } == ["", "0.05"])
  }

  @Test func `what cannot be stressed is refused`() throws {
    let session = try WatchedSession(Self.base)
    for (command, message) in [
      ("stress fast 2..5", "fast is a parameter of sma_cross, and no setting"),
      ("stress fill close", "fill is a choice of words"),
      ("stress mode csv", "mode is no part of a candidate"),
      ("stress commission 200%", "commission must be"),
      ("stress comission 0.1%", "did you mean 'commission'"),
      ("stress commission 0%..1% count 100000", "1,200,000 backtests"),
      ("filter trades < 0; stress commission 0%", "no row of r1 is kept"),
    ] {
      #expect(session.error(command).contains(message), "\(command): \(session.error(command))")
    }
    let empty = try WatchedSession("")
    #expect(empty.error("stress commission 0%").contains("no sweep has run yet"))
  }
}
