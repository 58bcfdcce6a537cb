import Testing

@testable import PlateauLanguage

/// What is written into a script, plain or in quotes, is what is read from it.
@Suite struct PlainWordTests {
  /// Pieces that mean something somewhere, or look as if they did.
  private static let pieces = [
    "a", "Z9", "_", ".", "/", "-", "~", ":", "+", "@", "%", "*", "é", "日本", "📈", "e\u{301}", " ",
    "\t", "\n", "\r\n", "\r", "\u{1}", "\u{1B}[2J", "\u{7F}", "\u{9B}", "\u{A0}", "\u{200B}",
    "\u{202E}", "\u{2028}", "\u{FEFF}", "“", "”", "‘", "«", "″", "'", "\"", "\\", "\\n", "\\\"",
    "#", " #", ";", ",", "=", "{", "}", "(", ")", "..", "|", "&", "!", "$", "＂",
  ]

  @Test func `a word reads back, in quotes where it needs them`() throws {
    var random = RandomPieces(state: 4)
    var words = Self.pieces
    for _ in 0..<5000 {
      words.append((0..<Int(1 + random.next(4))).map { _ in random.piece(Self.pieces) }.joined())
    }
    for word in words {
      let text = word.isPlainWord ? word : word.quoted
      for following in ["", "\nsweep", "; sweep", ", b", " as b"] {
        var lexer = Lexer(SourceText(text + following))
        let read = try lexer.word(endingBefore: Array("={".utf8))
        #expect(
          read.map { Array($0.text.utf8) } == Array(word.utf8), "\(word.debugDescription)")
        #expect(read?.range == 0..<text.utf8.count)
      }
    }
  }

  @Test(arguments: ["a.csv", "../data/a-b.csv", "~/x", "BRK.B", "日本", "a*b", "C:\\new", "a'b"])
  func `ordinary names and paths need no quotes`(word: String) {
    #expect(word.isPlainWord)
  }

  @Test(arguments: ["", "a b", "a“b.csv", "a\u{200B}", "#a", "a;b", "a\\", "\u{FFFD}", "a{"])
  func `what would not read back needs quotes`(word: String) {
    #expect(!word.isPlainWord)
  }
}

/// Pieces drawn one after the other, the same every time.
private struct RandomPieces {
  var state: UInt64

  mutating func next(_ limit: UInt64) -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return (state >> 33) % limit
  }

  mutating func piece(_ pieces: [String]) -> String { pieces[Int(next(UInt64(pieces.count)))] }
}
