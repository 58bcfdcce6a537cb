import Foundation
import PlateauLanguage
import Testing

/// A candidate's curve by the formulas of other packages.
@Suite struct ConventionCommandTests {
  static let base =
    "generate P bars 600 seed 3; window all; strategy sma_cross; set commission 0.1%; "
    + "set fast {5, 10}; set slow {20, 30}; sweep; "

  @Test func `each package has a column, and Plateau's is what show says`() throws {
    let session = try WatchedSession(Self.base)
    let rows = try session.rows("convention best")
    let shown = try session.rows("set columns sharpe_ratio, win_rate, max_drawdown; top 1")
    let sharpe = try #require(rows.first { $0[0] == "sharpe_ratio" })
    #expect(sharpe.count == 6)
    let values = sharpe.dropFirst().map { Double($0) ?? .nan }
    #expect(agrees(values[0], Double(shown[0][2]) ?? .nan))
    // quantstats means the same by it, the others do not.
    #expect(agrees(values[2], values[0]) && Set(values).count >= 4, "\(sharpe)")
    let drawdown = try #require(rows.first { $0[0] == "max_drawdown" })
    #expect(agrees(Double(drawdown[1]) ?? .nan, Double(shown[0][4]) ?? .nan))
    // The row's figure beside one from the curve itself, so equal but for rounding.
    let (own, packaged) = (try #require(Double(drawdown[1])), try #require(Double(drawdown[2])))
    #expect(abs(own + packaged) < 1e-12)
    // backtrader has no such figure, and quantstats knows no trades.
    #expect(rows.first { $0[0] == "sortino_ratio" }?[5] == "")
    #expect(rows.first { $0[0] == "sqn" }?[3] == "")
    let answer = try session.answer("convention")
    #expect(
      answer.contains("metric") && answer.contains("backtesting.py")
        && answer.contains("formulas of backtesting.py 0.6.6"), "\(answer)")
    #expect(session.error("convention 9").contains("no candidate 9 in r1"))
  }

  @Test func `a strategy without trades has its curve judged`() throws {
    let session = try WatchedSession(
      "generate P bars 600 seed 3; window all; strategy volatility_balancing; "
        + "set trigger_threshold_pct {2%, 3%}; sweep")
    let rows = try session.rows("convention best")
    #expect(rows.contains { $0[0] == "volatility" })
    #expect(rows.first { $0[0] == "win_rate" }?[2] == "")
  }
}
