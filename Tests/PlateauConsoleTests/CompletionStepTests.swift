import PlateauWorkbench
import Testing

@testable import PlateauConsole

@Suite struct CompletionStepTests {
  private func step(
    _ line: String, from start: Int, _ words: [String], suffix: String = " ", at: Int? = nil
  ) -> CompletionStep {
    let candidates = words.map { Completion.Candidate($0, suffix: suffix) }
    let completion = Completion(start: start, candidates: candidates)
    return CompletionStep(completion, line: line, cursor: at ?? line.utf8.count)
  }

  private func replace(_ before: Int, _ text: String, after: Int = 0) -> CompletionStep {
    .replace(before: before, after: after, text: text)
  }

  @Test func `the only candidate stands in for the word, with what follows it`() {
    #expect(step("filter sha", from: 7, ["sharpe_ratio"]) == replace(3, "sharpe_ratio "))
    #expect(step("load da", from: 5, ["data/"], suffix: "") == replace(2, "data/"))
    #expect(step("Sweep", from: 0, ["sweep"]) == replace(5, "sweep "))
  }

  @Test func `what all candidates have in common is added, then they are listed`() {
    let list = CompletionStep.list([.init("show"), .init("shop")])
    #expect(step("s", from: 0, ["show", "shop"]) == replace(1, "sho"))
    #expect(step("sho", from: 0, ["show", "shop"]) == list)
    #expect(step("s", from: 0, ["set", "sets"]) == replace(1, "set"))
    #expect(step("", from: 0, ["show", "top"]) == .list([.init("show"), .init("top")]))
  }

  @Test func `nothing fits, nothing happens`() {
    #expect(step("xyz", from: 0, []) == .nothing)
  }

  @Test func `places count bytes, deletions code points`() {
    // "straße" is 7 bytes, "ße" 3; e with a combining accent is one character of two code points.
    #expect(step("a straß", from: 2, ["straße"], at: 8) == replace(5, "straße "))
    #expect(step("e\u{301}", from: 0, ["e\u{301}t"]) == replace(2, "e\u{301}t "))
  }

  @Test func `places outside the line are refused, not trusted`() {
    #expect(step("ab", from: 5, ["abc"]) == .nothing)
    #expect(step("ab", from: 0, ["abc"], at: 9) == .nothing)
    #expect(step("ab", from: -3, ["abc"]) == replace(2, "abc "))
  }

  @Test func `what stands after the cursor is not written twice`() {
    #expect(step("sweep", from: 0, ["sweep"], at: 2) == replace(2, "sweep ", after: 3))
    #expect(step("swe grid", from: 0, ["sweep"], at: 3) == replace(3, "sweep ", after: 1))
    #expect(step("sm(close", from: 0, ["sma"], suffix: "(", at: 2) == replace(2, "sma(", after: 1))
    #expect(
      step("load \"my fi\"", from: 5, ["\"my file\""], at: 11)
        == replace(6, "\"my file\" ", after: 1))
    // Another word follows directly: it stays.
    #expect(step("shx", from: 0, ["show"], at: 2) == replace(2, "show "))
    #expect(step("aa", from: 0, ["aa"], at: 1) == replace(1, "aa ", after: 1))
  }
}
