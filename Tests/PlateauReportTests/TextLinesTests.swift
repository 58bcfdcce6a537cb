import PlateauReport
import Testing

@Suite struct TextLinesTests {
  @Test func `lines break at spaces, keep their indentation, and long words are cut`() {
    #expect("a wide world".wrapped(to: 6) == ["a wide", "world"])
    #expect("  one two three".wrapped(to: 9) == ["  one two", "  three"])
    #expect("abcdefghij kl".wrapped(to: 4) == ["abcd", "efgh", "ij", "kl"])
    #expect("日本語".wrapped(to: 4) == ["日本", "語"])
    #expect("as it stands".wrapped(to: 0) == ["as it stands"])
    #expect("日".wrapped(to: 1) == ["日"])
  }
}
