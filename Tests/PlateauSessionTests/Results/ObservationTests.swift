import Foundation
import PlateauColumns
import PlateauEngine
import PlateauLanguage
import Testing

@testable import PlateauWorkbench

/// What a sweep says that nobody asked for.
@Suite struct ObservationTests {
  static let base =
    "generate P bars 600 seed 3; window all; strategy sma_cross; set commission 0.1%; "

  private func warnings(_ commands: String) throws -> [String] {
    let session = try WatchedSession()
    try session.answer(commands)
    return session.remarks.filter { $0.hasPrefix("warning ") }
      .map { $0.drop { $0 != ":" }.dropFirst(2).description }
  }

  @Test func `a sweep is checked bar by bar, with 32 candidates or all there are`() throws {
    let session = try WatchedSession(Self.base + "set fast 2..9; set slow {20, 30}")
    let few = try session.answer("sweep")
    let verified = try #require(WatchedSession.field("verified", in: few))
    #expect(verified.hasPrefix("16/16 ") && verified.hasSuffix(" bar by bar"))
    let many = try session.answer("set slow 20..60; sweep")
    #expect(WatchedSession.field("verified", in: many)?.hasPrefix("32/32 ") == true, "\(many)")
    // Candidates that fail fail there too, for the same reason.
    let failing = try session.answer("set fast {2, 3, 5000}; set slow {20, 30}; sweep")
    #expect(WatchedSession.field("verified", in: failing)?.hasPrefix("6/6 ") == true)
    #expect(session.remarks.allSatisfy { !$0.contains("IN DOUBT") })
  }

  @Test func `a row that the reference does not confirm is told loudly`() throws {
    let session = try WatchedSession(Self.base + "set fast 2..9; set slow {20, 30}; sweep")
    let run = try #require(session.session.runs[1])
    let backtester = run.evaluator.backtester
    var settings = backtester.settings
    settings.commission = 0.002
    let other = Backtester(
      strategy: backtester.strategy, markets: backtester.markets, settings: settings,
      metrics: backtester.metrics)
    let verification = SweepVerification(of: run, on: other, including: 3)
    #expect(verification.checked == 16 && verification.mismatches.count == 16)
    #expect(verification.text == "0/16")
    let complaint = try #require(verification.complaint)
    #expect(complaint.hasPrefix("0/16 verified: candidate 0 has total_return "), "\(complaint)")
  }

  @Test func `the candidates that are checked are spread out, with the best among them`() {
    let rows = SweepVerification.sample(32, of: 1_000_000, including: 777_777)
    #expect(rows.count == 32 && Set(rows).count == 32 && rows == rows.sorted())
    #expect(rows.first == 0 && rows.last == 999_999 && rows.contains(777_777))
    #expect(SweepVerification.sample(32, of: 32, including: 4) == Array(0..<32))
    #expect(SweepVerification.sample(32, of: 0, including: nil).isEmpty)
    #expect(SweepVerification.sample(32, of: 33, including: 31).contains(31))
  }

  @Test func `the noise hurdle is the expected best of as many trials without skill`() throws {
    // Facts of an independent implementation: 200 moving-average pairs on daily GOOG.
    let hurdle = NoiseHurdle.expectedMaximum(of: 200, deviation: 0.012720930072323895)
    #expect(abs(hurdle - 0.03518003620418349) < 1e-12, "\(hurdle)")
    #expect(NoiseHurdle.value(of: [1.2]).isNaN && NoiseHurdle.value(of: [1, 1, .nan]).isNaN)
    let session = try WatchedSession(Self.base + "set fast 2..9; set slow {20, 30}")
    let answer = try session.answer("sweep")
    #expect(answer.contains("noise hurdle  sharpe_ratio "))
    #expect(answer.contains("by luck in 16 trials"), "\(answer)")
    #expect(try !session.answer("set fast 5; set slow 20; sweep").contains("noise hurdle"))
  }

  @Test func `too few trades of the best candidate are told`() throws {
    let few = try warnings(Self.base + "set fast 20; set slow 60; sweep")
    let session = try WatchedSession(Self.base + "set fast 20; set slow 60; sweep")
    let trades = try #require(try session.rows("set columns trade_count; top 1").first?[2])
    #expect(
      few.contains("the best candidate closed \(trades) trades; fewer than 30 say little"),
      "\(few)")
    let many = try warnings(
      Self.base + "strategy w { buy when close > close[1]; sell when close < close[1] }; sweep")
    #expect(!many.contains { $0.contains("say little") }, "\(many)")
    // A rule that never sells has no trades to count.
    let held = try warnings(Self.base + "strategy buy_and_hold; sweep")
    #expect(!held.contains { $0.contains("say little") }, "\(held)")
  }

  @Test func `a warm-up longer than the prices, or most of the window, is told`() throws {
    let failing = try warnings(Self.base + "set fast 5; set slow {20, 700}; sweep")
    #expect(
      failing.contains {
        $0.hasPrefix("1 of 2 candidates failed: their warm-up is longer than the prices")
      }, "\(failing)")
    let late = try warnings(Self.base + "set fast 5; set slow 400; sweep")
    #expect(
      late.contains {
        $0.hasPrefix("the warm-up of the best candidate takes 400 of the window's 600 bars")
      }, "\(late)")
    // Bars before the window serve the warm-up.
    let before = try warnings(Self.base + "window last 150 bars; set fast 5; set slow 400; sweep")
    #expect(!before.contains { $0.contains("warm-up") }, "\(before)")
  }

  @Test func `a parameter that changes nothing is named`() throws {
    let inert = "change nothing: no result depends on "
    let own =
      "strategy w { param a = 5; param idle = 1; buy when close > sma(close, a) + 0 * idle; "
      + "sell when close < sma(close, a) }; "
    let found = try warnings(
      Self.base + own + "set a 3..6; set idle {1, 2, 3}; set borrow_rate {0%, 5%}; sweep")
    #expect(found.contains("idle and borrow_rate \(inert)them"), "\(found)")
    let none = try warnings(Self.base + "set fast 3..6; set commission {0%, 0.1%}; sweep")
    #expect(!none.contains { $0.contains("nothing: no result") }, "\(none)")
    // One combination left out does not hide it.
    let gaps = try warnings(
      Self.base + own + "set a 3..6; set idle {1, 2, 3}; require a != 4 or idle != 2; sweep")
    #expect(gaps.contains("idle changes nothing: no result depends on it"), "\(gaps)")
  }

  @Test func `a best candidate at the end of a range is told with the command to go on`() throws {
    // The more often it must rise, the fewer trades lose: return grows with the stop's absence.
    let own =
      "strategy w { param hold = 2; buy when close > 0; exit after hold bars }; "
    let up = try warnings(
      Self.base + own
        + "set commission 1%; set hold 2..10 step 2; objective maximize total_return; sweep")
    #expect(
      up.contains(
        "the best candidate has the largest hold, 10; 'extend hold 12..16 step 2' looks beyond"),
      "\(up)")
    let down = try warnings(
      Self.base + own
        + "set commission 1%; set hold 2..10 step 2; objective minimize total_return; sweep")
    #expect(
      down.contains("the best candidate has the smallest hold, 2; 'extend hold 1' looks beyond"),
      "\(down)")
    // Two values are no range, and costs are no choice.
    let none = try warnings(
      Self.base + own + "set hold {2, 10}; set commission 0%..1% count 5; sweep")
    #expect(!none.contains { $0.contains("looks beyond") }, "\(none)")
  }

  @Test func `candidates without trades and candidates that are the same are counted`() throws {
    let session = try WatchedSession(Self.base)
    let idle = try session.answer(
      "strategy w { param a = 1; buy when close < 0 - a; sell when close > a }; set a 1..3; sweep")
    #expect(WatchedSession.field("candidates", in: idle)?.hasSuffix(" 3 closed no trade") == true)
    let twins = try session.answer(
      "strategy v { param a = 1; buy when close > sma(close, 9); "
        + "sell when close < sma(close, 9) and close > a }; set a {1, 2, 100}; sweep")
    #expect(
      WatchedSession.field("candidates", in: twins)?.hasSuffix(" 2 the same as another") == true,
      "\(twins)")
    let held = try session.answer("strategy buy_and_hold; sweep")
    #expect(WatchedSession.field("candidates", in: held) == "1", "\(held)")
  }
}
