import Testing

@testable import PlateauConsole

@Suite struct EditorPromptTests {
  @Test func `colour sequences stand between marks`() {
    #expect(
      EditorPrompt.marked("\u{1B}[1;32mplateau\u{1B}[0m> ", unicode: true)
        == "\u{1}\u{1B}[1;32m\u{1}plateau\u{1}\u{1B}[0m\u{1}> ")
  }

  @Test func `without a suitable locale the prompt is ASCII`() {
    #expect(EditorPrompt.marked("plateau›", unicode: false) == "plateau?")
    #expect(EditorPrompt.marked("plateau›", unicode: true) == "plateau›")
  }
}
