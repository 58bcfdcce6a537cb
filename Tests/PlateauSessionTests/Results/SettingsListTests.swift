import PlateauWorkbench
import Testing

/// The answer to a bare `set`.
@Suite struct SettingsListTests {
  @Test func `a bare set lists data, space and strategy, and what was changed before the rest`()
    throws
  {
    let desk = try WatchedSession(
      in: nil,
      "generate P bars 100 seed 1; strategy sma_cross; set fast 5..8; set slippage 5bp; "
        + "set timing on")
    let answer = try desk.answer("set")
    let lines = answer.split(separator: "\n").map(String.init)
    #expect(lines.contains { $0.hasPrefix("symbols") && $0.contains("P") })
    #expect(lines.contains { $0.hasPrefix("strategy") && $0.contains("sma_cross") })
    #expect(lines.contains { $0.hasPrefix("fast") && $0.contains("5..8") && $0.contains("4") })
    #expect(lines.contains { $0.hasPrefix("slow") && $0.contains("50 (default)") })
    let settings = try #require(lines.firstIndex(of: "settings"))
    let names = lines[(settings + 3)...].compactMap { $0.split(separator: " ").first }
    #expect(names.prefix(2) == ["slippage", "timing"])
    #expect(names.contains("commission") && names.contains("threads"))
  }
}
