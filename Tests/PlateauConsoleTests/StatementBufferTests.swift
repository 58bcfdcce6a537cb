import Testing

@testable import PlateauConsole

/// Lines become statements: at a prompt what is not closed waits, in a pipe a string does not.
@Suite struct StatementBufferTests {
  @Test(arguments: ["note \"one", "strategy s {", "filter (1", "set fast 1..", "top \\"])
  func `what is not closed waits for more lines at the prompt`(line: String) {
    var buffer = StatementBuffer(isTyped: true)
    buffer.append(line)
    #expect(buffer.isContinuing && buffer.next() == nil)
    buffer.clear()
    #expect(!buffer.isContinuing)
  }

  @Test func `a string that is typed may run over lines, a piped one may not`() {
    var typed = StatementBuffer(isTyped: true)
    typed.append("note \"one")
    typed.append("two\"")
    #expect(!typed.isContinuing && typed.next() != nil && typed.next() == nil)
    var piped = StatementBuffer()
    piped.append("note \"one\n")
    #expect(!piped.isContinuing && piped.next() != nil)
    piped.append("data\n")
    #expect(piped.next() != nil && piped.next() == nil)
  }

  @Test func `a string that is pasted ends on its line, unless all of the paste can be read`() {
    let script = ["note \"forgotten", "data", "note \"two\""]
    #expect(!StatementBuffer.isWhole(script.joined(separator: "\n")))
    var pasted = StatementBuffer(isTyped: true)
    for line in script {
      pasted.append(line, isPasted: true)
      #expect(!pasted.isContinuing && pasted.next() != nil && pasted.next() == nil)
    }
    #expect(StatementBuffer.isWhole("note \"one\ntwo\"; data"))
  }

  @Test func `the lines left of a broken block give no statements, those after it do`() {
    var buffer = StatementBuffer()
    for line in ["strategy s {\n", "  by when\n"] { buffer.append(line) }
    #expect(buffer.next() != nil && buffer.next() == nil)
    for line in ["  sell when {\n", "  }\n", "}\n"] {
      buffer.append(line)
      #expect(buffer.next() == nil)
    }
    buffer.append("data\n")
    #expect(buffer.next() != nil && buffer.next() == nil)
  }
}
