import PlateauColumns
import Testing

@Suite struct DrawableTextTests {
  @Test func `what would steer a terminal becomes a mark, a tab a space`() {
    #expect("a\tb".drawable() == "a b")
    #expect("\u{1B}[2J\u{9B}\u{7F}\r\n".drawable() == "\u{FFFD}[2J\u{FFFD}\u{FFFD}\u{FFFD}")
    #expect("a\u{202E}b\u{2066}".drawable(mark: "?") == "a?b?")
    #expect("straße 日本 📈".drawable() == "straße 日本 📈")
  }

  @Test(arguments: ["", "plain text", "日本語日本語", "e\u{301}e\u{301}e\u{301}", "a日b本c"], ["", "…"])
  func `a text is cut to columns, its mark included`(text: String, mark: String) {
    for width in 1...14 {
      let cut = text.cut(toDisplayWidth: width, mark: mark)
      #expect(cut.displayWidth <= width)
      #expect(cut == text || (text.displayWidth > width && cut.hasSuffix(mark)))
      // No wider beginning would have fitted.
      let kept = cut == text ? text : String(cut.dropLast(mark.count))
      #expect(text.hasPrefix(kept))
      #expect(cut == text || text.prefix(kept.count + 1).displayWidth > width - mark.displayWidth)
    }
  }
}
