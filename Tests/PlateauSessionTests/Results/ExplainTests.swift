import Foundation
import PlateauLanguage
import Testing

/// What a sweep would do, before it does.
@Suite struct ExplainTests {
  private func path(_ commands: String) throws -> String {
    let session = try WatchedSession("generate P bars 300 seed 1; window all; ")
    let answer = try session.answer(commands + "; explain sweep")
    return try #require(WatchedSession.field("path", in: answer), "\(answer)")
  }

  @Test func `explain says which way the sweep goes and why`() throws {
    let crossing = "strategy sma_cross; set fast {5, 10}"
    let direct = try path(crossing)
    #expect(
      direct.hasPrefix("from trade to trade ")
        && direct.hasSuffix("the rules are comparisons, and trades compound"), "\(direct)")
    #expect(try path(crossing + "; set lot 1").hasSuffix("because of lot"))
    #expect(try path(crossing + "; set sizing fraction {10%, 20%}").hasSuffix("because of sizing"))
    let swing = "strategy swing; set sma_fast {5, 10}"
    #expect(try path(swing).hasSuffix("because of short positions"))
    #expect(try path(swing + "; set direction long").hasSuffix("and trades compound"))
  }

  @Test func `explain names what makes a sweep look at every bar`() throws {
    let crossing = "strategy sma_cross; set fast {5, 10}; "
    let one = try path(crossing + "set metrics +omega_ratio")
    #expect(one.hasPrefix("reference backtest, bar by bar"))
    #expect(one.hasSuffix("omega_ratio needs the equity of every bar"), "\(one)")
    let many = try path(crossing + "set metrics +skew, +kurtosis, +var_95, +cvar_95")
    #expect(many.hasSuffix("var_95, cvar_95, skew, … need the equity of every bar"), "\(many)")
    let balancing = "strategy volatility_balancing; set trigger_threshold_pct {2%, 3%}"
    #expect(try path(balancing).hasPrefix("side by side, from fill to fill"))
    let account = try path(balancing + "; set metrics +omega_ratio")
    #expect(account.hasPrefix("reference backtest, bar by bar"), "\(account)")
  }

  @Test func `explain counts the columns and masks that there will be`() throws {
    let session = try WatchedSession("generate P bars 300 seed 1; window all; strategy sma_cross")
    let answer = try session.answer(
      "set fast 5..50; set slow 41..60; require fast < slow; explain sweep")
    // 46 and 20 averages of which 41 to 50 are the same: 56 columns of 300 numbers of 8 bytes.
    #expect(WatchedSession.field("columns", in: answer)?.hasPrefix("56 ") == true, "\(answer)")
    #expect(
      WatchedSession.field("columns", in: answer)?.hasSuffix("134.4 KB, each computed once") == true
    )
    #expect(WatchedSession.field("sma(close, fast)", in: answer) == "46")
    #expect(WatchedSession.field("sma(close, slow)", in: answer) == "20")
    #expect(WatchedSession.field("masks", in: answer)?.hasPrefix("2 ") == true)
    #expect(answer.contains("\nsma(close, fast) crosses above sma(close, slow)"), "\(answer)")
    // Bar by bar there are no masks, and native rules have no expressions.
    let slow = try session.answer("set metrics +omega_ratio; explain sweep")
    #expect(WatchedSession.field("masks", in: slow) == nil && slow.contains("columns"))
    let native = try session.answer(
      "unset metrics; strategy volatility_balancing; set drift {on, off}; explain sweep")
    #expect(WatchedSession.field("columns", in: native) == nil, "\(native)")
  }

  @Test func `lengths that come out equal are one column`() throws {
    let session = try WatchedSession("generate P bars 300 seed 1; window all")
    let answer = try session.answer(
      "strategy mine { param a = 2; param b = 3; buy when close > sma(close, a * b); "
        + "sell when close < highest(sma(close, a), 5)[1] }; "
        + "set a {2, 3, 6}; set b {2, 3, 6}; explain sweep")
    // a * b is 4, 6, 12, 9, 18 or 36; sma(close, 6) is one of them already.
    #expect(WatchedSession.field("sma(close, a * b)", in: answer) == "6", "\(answer)")
    #expect(WatchedSession.field("sma(close, a)", in: answer) == "3")
    #expect(WatchedSession.field("highest(sma(close, a), 5)", in: answer) == "3")
    #expect(WatchedSession.field("columns", in: answer)?.hasPrefix("11 ") == true)
  }

  @Test func `what weeks are asked for is a column for each choice of numbers`() throws {
    let session = try WatchedSession("generate P bars 300 seed 1; window all")
    let answer = try session.answer(
      "strategy mine { param n = 4; buy when close > weekly(sma(close, n * 2)); "
        + "sell when weekly(close < sma(close, n)) }; set n 2..5; explain sweep")
    #expect(WatchedSession.field("weekly(sma(close, n * 2))", in: answer) == "4", "\(answer)")
    #expect(WatchedSession.field("weekly(close < sma(close, n))", in: answer) == "4")
    #expect(WatchedSession.field("columns", in: answer)?.hasPrefix("8 ") == true)
    #expect(WatchedSession.field("masks", in: answer)?.hasPrefix("2 ") == true)
  }
}
