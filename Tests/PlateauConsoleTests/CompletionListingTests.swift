import PlateauColumns
import PlateauReport
import PlateauWorkbench
import Testing

@testable import PlateauConsole

@Suite struct CompletionListingTests {
  private func lines(_ words: [(String, String)], width: Int, height: Int = 24) -> [String] {
    CompletionListing.lines(
      words.map { Completion.Candidate($0, $1) }, width: width, height: height)
  }

  @Test func `one a line with its meaning, aligned`() {
    #expect(
      lines([("set", "give values"), ("sweep", "evaluate"), ("x", "")], width: 80)
        == ["set    give values", "sweep  evaluate", "x"])
  }

  @Test func `a line is cut to the terminal's width, in columns and not in characters`() {
    #expect(lines([("set", "give a name values")], width: 12) == ["set  give a…"])
    let wide = lines([("値", "価格価格価格価格")], width: 10)
    #expect(wide == ["値  価格…"])
    #expect(wide.allSatisfy { $0.displayWidth <= 10 })
  }

  @Test func `what a file holds cannot steer the terminal`() {
    let shown = lines([("a\u{1B}[2J", "b\u{202E}\u{9B}"), ("c", "d\te")], width: 40)
    #expect(shown == ["a\u{FFFD}[2J  b\u{FFFD}\u{FFFD}", "c      d e"])
  }

  @Test func `too many for half of the screen are shown without meanings, in columns`() {
    let words = (1...20).map { ("word\($0)", "meaning") }
    let shown = lines(words, width: 40)
    #expect(shown.count == 4)
    #expect(shown.joined().contains("word20"))
    #expect(!shown.joined().contains("meaning"))
  }

  @Test func `what still does not fit is counted`() {
    let words = (1...200).map { ("word\($0)", "meaning") }
    let shown = lines(words, width: 40)
    #expect(shown.count == 12)
    #expect(shown[0].hasPrefix("word1 "))
    #expect(shown.last == "… 156 more")
    #expect(lines(words, width: 40, height: 2).count == 4)
  }

  @Test func `of a long path the last part is shown`() {
    let folder = String(repeating: "deep/", count: 10)
    #expect(
      lines([(folder + "a.csv", "1 KB"), (folder + "b/", "folder")], width: 80)
        == ["…/a.csv  1 KB", "…/b/     folder"])
  }

  @Test func `words fill columns downwards within the width`() {
    #expect(
      CompletionListing.columns(["a", "bb", "ccc", "d", "e"], width: 13) == [
        "a    ccc  e", "bb   d",
      ])
    #expect(CompletionListing.columns([], width: 80) == [])
  }
}
