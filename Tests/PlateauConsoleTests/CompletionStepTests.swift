import Testing

@testable import PlateauConsole

@Suite struct CompletionStepTests {
  private func step(
    _ line: String, from start: Int, _ candidates: [String], suffix: String = " ", at: Int? = nil
  ) -> CompletionStep {
    let completion = Completion(start: start, candidates: candidates, suffix: suffix)
    return CompletionStep(completion, line: line, cursor: at ?? line.utf8.count)
  }

  @Test func `the only candidate stands in for the word, with what follows it`() {
    #expect(
      step("filter sha", from: 7, ["sharpe_ratio"]) == .replace(deleted: 3, text: "sharpe_ratio "))
    #expect(step("load da", from: 5, ["data/"], suffix: "") == .replace(deleted: 2, text: "data/"))
    #expect(step("Sweep", from: 0, ["sweep"]) == .replace(deleted: 5, text: "sweep "))
  }

  @Test func `what all candidates have in common is added, then they are listed`() {
    #expect(step("s", from: 0, ["show", "shop"]) == .replace(deleted: 1, text: "sho"))
    #expect(step("sho", from: 0, ["show", "shop"]) == .list(["show", "shop"]))
    #expect(step("s", from: 0, ["set", "sets"]) == .replace(deleted: 1, text: "set"))
    #expect(step("", from: 0, ["set", "top"]) == .list(["set", "top"]))
  }

  @Test func `nothing fits, nothing happens`() {
    #expect(step("xyz", from: 0, []) == .nothing)
  }

  @Test func `places count bytes, deletions code points`() {
    // "straße" is 7 bytes, "ße" 3; e with a combining accent is one character of two code points.
    #expect(step("a straß", from: 2, ["straße"], at: 8) == .replace(deleted: 5, text: "straße "))
    #expect(step("e\u{301}", from: 0, ["e\u{301}t"]) == .replace(deleted: 2, text: "e\u{301}t "))
  }

  @Test func `places outside the line are refused, not trusted`() {
    #expect(step("ab", from: 5, ["abc"]) == .nothing)
    #expect(step("ab", from: 0, ["abc"], at: 9) == .nothing)
    #expect(step("ab", from: -3, ["abc"]) == .replace(deleted: 2, text: "abc "))
  }

  @Test func `a list fills columns downwards within the width`() {
    #expect(
      CompletionStep.lines(["a", "bb", "ccc", "d", "e"], width: 13) == ["a    ccc  e", "bb   d"])
    #expect(CompletionStep.lines(["wide word", "x"], width: 4) == ["wide word", "x"])
    #expect(CompletionStep.lines([], width: 80) == [])
  }
}
