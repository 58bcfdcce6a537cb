import Foundation
import PlateauLanguage
@testable import PlateauWorkbench
import Testing

/// A strategy that is written again keeps the values that still apply.
@Suite struct RedefinitionTests {
  private static let first =
    "strategy mine { param n = 20; param stop_pct = 4%; buy when close > sma(close, n); "
    + "sell when close < sma(close, n); stop stop_pct }"

  private func session(_ commands: String = "") throws -> WatchedSession {
    try WatchedSession(
      Self.first + "; set n 10..30 step 10; set stop_pct 2%..4% step 1%; " + commands)
  }

  /// The values of a parameter in the list of `set`, or `nil` where it has its default or is gone.
  private func values(of name: String, in session: WatchedSession) throws -> String? {
    let line = try session.answer("set").split(separator: "\n").first { $0.hasPrefix("\(name) ") }
    let text = line.map { String($0.dropFirst(name.count)) } ?? "(default)"
    let values = text.split(separator: "  ").first.map { String($0.drop { $0 == " " }) } ?? ""
    return values.contains("(default)") ? nil : values
  }

  @Test func `what is still a parameter keeps its values, what is gone is named`() throws {
    let session = try session()
    let answer = try session.answer(
      "strategy mine { param n = 25; buy when rsi(close, n) < 30; sell when rsi(close, n) > 60 }")
    #expect(
      answer == """
        strategy mine: n 25
        dropped, because mine cannot use it: stop_pct 2%..4% step 1%

        """)
    #expect(try values(of: "n", in: session) == "10..30 step 10")
    try session.answer("undo")
    #expect(try values(of: "stop_pct", in: session) == "2%..4% step 1%")
    #expect(try session.answer("help mine").contains("stop stop_pct"))
    try session.answer("redo")
    #expect(try values(of: "stop_pct", in: session) == nil)
  }

  @Test func `values of another kind are dropped`() throws {
    let session = try session()
    let answer = try session.answer(
      "strategy mine { param n = 5%; param stop_pct = 4%; buy when close > sma(close, 20); "
        + "sell when close < sma(close, 20) * (1 - n); stop stop_pct }")
    #expect(answer.contains("dropped, because mine cannot use it: n 10..30 step 10\n"))
    #expect(try values(of: "n", in: session) == nil)
    #expect(try values(of: "stop_pct", in: session) == "2%..4% step 1%")
  }

  @Test func `a requirement that reads a lost parameter is dropped`() throws {
    let session = try session("require n > 10; require stop_pct < 4%")
    let answer = try session.answer(
      "strategy mine { param n = 25; buy when rsi(close, n) < 30; sell when rsi(close, n) > 60 }")
    #expect(answer.contains("; require stop_pct < 4%\n"), "\(answer)")
    #expect(try session.answer("require").contains("n > 10"))
  }

  private static func proposing(_ values: String) -> String {
    "strategy mine { param n = 20 in \(values); buy when close > sma(close, n); "
      + "sell when close < sma(close, n) }"
  }

  @Test func `a proposal does not override what was set`() throws {
    let session = try session()
    let answer = try session.answer(Self.proposing("5..50 step 5"))
    #expect(!answer.contains("proposes"))
    #expect(try values(of: "n", in: session) == "10..30 step 10")
  }

  @Test func `a new proposal replaces the earlier one`() throws {
    let session = try WatchedSession()
    #expect(
      try session.answer(Self.proposing("5..50 step 5"))
        == "strategy mine: n 20\nset as it proposes: n 5..50 step 5\n")
    try session.answer(Self.proposing("{3, 7}"))
    #expect(try values(of: "n", in: session) == "{3, 7}")
    // A text that proposes nothing leaves what there was.
    try session.answer(
      "strategy mine { param n = 9; buy when close > sma(close, n); sell when close < 1 }")
    #expect(try values(of: "n", in: session) == "{3, 7}")
    // What the user took back is proposed again with the next text.
    try session.answer("unset n; " + Self.proposing("{3, 8}"))
    #expect(try values(of: "n", in: session) == "{3, 8}")
  }

  @Test func `a name in another case is the same strategy`() throws {
    let session = try session()
    try session.answer("strategy Mine { param k = 3; buy when close > sma(close, k) }")
    let names = try session.rows("strategy").map { $0[0] }
    #expect(names.filter { $0.lowercased() == "mine" } == ["Mine"])
    #expect(try session.answer("strategy mine") == "strategy Mine: k 3\n")
  }

  @Test func `a text with an error leaves the strategy as it was`() throws {
    let session = try session()
    let before = session.session.state
    let error = session.error("strategy mine { param n = 5; buy when close > smaa(close, n) }")
    #expect(error.contains("did you mean 'sma'?") && session.session.state == before)
  }

  @Test func `a saved session brings the kept values back`() throws {
    let folder = try Binary.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let session = try WatchedSession(
      in: folder.path,
      Self.proposing("5..50 step 5") + "; set n {4, 6}; "
        + Self.proposing("{3, 7}") + "; save s.plateau")
    let other = try WatchedSession(in: folder.path, "run s.plateau")
    #expect(try values(of: "n", in: other) == "{4, 6}")
    #expect(other.session.state == session.session.state)
  }

  @Test func `a parameter may have the name of a statement`() throws {
    let session = try WatchedSession("generate P bars 400 seed 1; window all")
    let answer = try session.answer(
      "strategy turtle { param entry = 20; param exit = 10; "
        + "buy when close > highest(high, entry)[1]; sell when close < lowest(low, exit)[1] }; "
        + "set exit 5..7; set entry {10, 20}; require exit < entry; sweep")
    #expect(WatchedSession.field("candidates", in: answer)?.hasPrefix("6") == true, "\(answer)")
    #expect(try session.answer("filter exit > 5").contains("4 of 6"))
  }
}
