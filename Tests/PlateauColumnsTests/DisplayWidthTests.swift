import PlateauColumns
import Testing

@Suite struct DisplayWidthTests {
  @Test(arguments: [
    ("plain", 5), ("", 0), ("日本", 4), ("한글", 4), ("ünï", 3), ("e\u{301}", 1), ("–…⋮─", 4),
    ("ｆｕｌｌ", 8), ("📈", 2), ("👨‍👩‍👧", 2), ("❤️", 2), ("\u{200B}", 0),
  ])
  func `a text takes the columns a terminal gives it`(text: String, width: Int) {
    #expect(text.displayWidth == width)
  }
}
