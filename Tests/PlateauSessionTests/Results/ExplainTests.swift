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
}
