import PlateauLanguage
import Testing

@Suite struct DiagnosticTests {
  @Test func `a script's message begins with file, line and column`() {
    let source = SourceText("use SPY\nset fsat 5\n", name: "a.plateau")
    let diagnostic = Diagnostic("no parameter 'fsat'", at: 12..<16, suggestions: ["fast"])
    #expect(
      diagnostic.rendered(in: source) == """
        a.plateau:2:5: error: no parameter 'fsat'; did you mean 'fast'?
          set fsat 5
              ^~~~
        """)
  }

  @Test func `the caret counts characters, not bytes`() {
    let source = SourceText("set größe x")
    #expect(
      Diagnostic("no", at: 12..<13).rendered(in: source) == """
        error: no
          set größe x
                    ^
        """)
  }

  @Test func `a tab is one column wide in the line that is shown`() {
    #expect(
      Diagnostic("no", at: 4..<5).rendered(in: SourceText("top\tx")) == """
        error: no
          top x
              ^
        """)
  }

  @Test func `a byte order mark and a carriage return are not part of the line`() {
    let source = SourceText("\u{FEFF}top x\r\nsweep\r\n")
    #expect(
      Diagnostic("no", at: 7..<8).rendered(in: source) == """
        error: no
          top x
              ^
        """)
  }

  @Test func `of a long line the part around the caret is shown`() {
    let source = SourceText(String(repeating: "a", count: 5000) + "!b")
    let lines = Diagnostic("no", at: 5000..<5001).rendered(in: source).split(separator: "\n")
    #expect(lines[1].count <= 124)
    #expect(lines[1].dropFirst(lines[2].count - 1).first == "!")
  }

  @Test func `a suggestion that can be pasted makes a whole line`() {
    let source = SourceText("use SPY\n  set fast 60..5 # why\n")
    var diagnostic = Diagnostic("backwards", at: 19..<24, suggestions: ["5..60"])
    #expect(diagnostic.repairedLine(in: source) == nil)
    diagnostic.repairs = 19..<24
    #expect(diagnostic.repairedLine(in: source) == "set fast 5..60 # why")
  }

  @Test func `several suggestions are joined with or`() {
    #expect(
      Diagnostic("no", suggestions: ["a", "b", "c"]).sentence
        == "no; did you mean 'a', 'b' or 'c'?")
  }
}
