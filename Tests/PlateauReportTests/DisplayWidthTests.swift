import Testing

@testable import PlateauReport

@Suite struct DisplayWidthTests {
  @Test(arguments: [
    ("plain", 5), ("", 0), ("日本", 4), ("한글", 4), ("ünï", 3), ("e\u{301}", 1), ("–…⋮─", 4),
    ("ｆｕｌｌ", 8), ("📈", 2), ("👨‍👩‍👧", 2), ("❤️", 2), ("\u{200B}", 0),
  ])
  func `a text takes the columns a terminal gives it`(text: String, width: Int) {
    #expect(text.displayWidth == width)
  }

  @Test func `lines break at spaces, keep their indentation, and long words are cut`() {
    #expect("a wide world".wrapped(to: 6) == ["a wide", "world"])
    #expect("  one two three".wrapped(to: 9) == ["  one two", "  three"])
    #expect("abcdefghij kl".wrapped(to: 4) == ["abcd", "efgh", "ij", "kl"])
    #expect("日本語".wrapped(to: 4) == ["日本", "語"])
    #expect("as it stands".wrapped(to: 0) == ["as it stands"])
    #expect("日".wrapped(to: 1) == ["日"])
  }
}
