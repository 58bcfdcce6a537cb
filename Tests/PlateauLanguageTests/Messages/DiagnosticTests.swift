import PlateauColumns
import PlateauLanguage
import Testing

@Suite struct DiagnosticTests {
  @Test func `a script's message begins with file, line and column`() {
    let source = SourceText("use SPY\nset fsat 5\n", name: "a.plateau")
    let diagnostic = Diagnostic(
      .unknownName, "no parameter 'fsat'", at: 12..<16, suggestions: ["fast"])
    #expect(
      diagnostic.rendered(in: source) == """
        a.plateau:2:5: error: no parameter 'fsat'; did you mean 'fast'?
          set fsat 5
              ^~~~
          'help unknown-name' tells more
        """)
  }

  @Test func `the caret counts characters, not bytes`() {
    let source = SourceText("set größe x")
    #expect(
      Diagnostic(.unknownName, "no", at: 12..<13).rendered(in: source) == """
        error: no
          set größe x
                    ^
          'help unknown-name' tells more
        """)
  }

  @Test func `a tab is one column wide in the line that is shown`() {
    #expect(
      Diagnostic(.unknownName, "no", at: 4..<5).rendered(in: SourceText("top\tx")) == """
        error: no
          top x
              ^
          'help unknown-name' tells more
        """)
  }

  @Test func `a byte order mark and a carriage return are not part of the line`() {
    let source = SourceText("\u{FEFF}top x\r\nsweep\r\n")
    #expect(
      Diagnostic(.unknownName, "no", at: 7..<8).rendered(in: source) == """
        error: no
          top x
              ^
          'help unknown-name' tells more
        """)
  }

  @Test func `of a long line the part around the caret is shown`() {
    let source = SourceText(String(repeating: "a", count: 5000) + "!b")
    let lines = Diagnostic(.unknownName, "no", at: 5000..<5001).rendered(in: source).split(
      separator: "\n")
    #expect(lines[1].count <= 124)
    #expect(lines[1].dropFirst(lines[2].count - 1).first == "!")
  }

  @Test(arguments: [40, 60, 90, 200])
  func `of a long line of wide characters the part around the caret is shown`(count: Int) {
    let line = String(repeating: "日", count: count) + "! and more"
    let place = 3 * count
    let lines = Diagnostic(.unknownName, "no", at: place..<place + 1)
      .rendered(in: SourceText(line)).split(separator: "\n")
    #expect(lines[1].displayWidth <= 122, "\(lines[1])")
    let before = lines[1].prefix { $0 != "!" }
    #expect(before.count < lines[1].count)
    #expect(before.displayWidth == lines[2].prefix { $0 == " " }.count)
  }

  @Test func `a suggestion that can be pasted makes a whole line`() {
    let source = SourceText("use SPY\n  set fast 60..5 # why\n")
    var diagnostic = Diagnostic(.range, "backwards", at: 19..<24, suggestions: ["5..60"])
    #expect(diagnostic.repairedLine(in: source) == nil)
    diagnostic.repairs = 19..<24
    #expect(diagnostic.repairedLine(in: source) == "set fast 5..60 # why")
  }

  @Test func `several suggestions are joined with or`() {
    #expect(
      Diagnostic(.unknownName, "no", suggestions: ["a", "b", "c"]).sentence
        == "no; did you mean 'a', 'b' or 'c'?")
  }

  @Test(arguments: [
    ("note 日本語 bad", 12), ("note e\u{301}e\u{301} bad", 8), ("note 📈 bad", 8), ("note –– bad", 8),
  ])
  func `the caret stands where a terminal draws the fault`(line: String, columns: Int) throws {
    let source = SourceText(line)
    let end = line.utf8.count
    let lines = Diagnostic(.unknownName, "no", at: end - 3..<end).rendered(in: source)
      .split(separator: "\n")
    #expect(lines[2] == "  " + String(repeating: " ", count: columns) + "^~~")
  }

  @Test func `the mark under wide characters is as wide as they are`() {
    let lines = Diagnostic(.unknownName, "no", at: 4..<10).rendered(in: SourceText("top 日本 x"))
      .split(separator: "\n")
    #expect(lines[2] == "      ^~~~")
  }

  @Test func `what would steer a terminal is shown as a mark`() {
    let rendered = Diagnostic(.unknownName, "no '\u{1B}[2J'", at: 0..<1)
      .rendered(in: SourceText("a\u{202E}\u{9B}b"))
    #expect(rendered.hasPrefix("error: no '\u{FFFD}[2J'\n  a\u{FFFD}\u{FFFD}b\n"))
  }
}
