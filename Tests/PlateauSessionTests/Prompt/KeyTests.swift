import Testing

/// Keys as terminals write them.
@Suite(.serialized) struct KeyTests {
  @Test func `Ctrl with an arrow goes by words, and keys without a meaning leave nothing`() throws {
    try PseudoTerminal.prompt { terminal, _ in
      terminal.typeWhileEditing("note \"alpha beta\"")
      // Twice Ctrl-Left; then Page Up, F5, a mouse click and the end of a paste that never began.
      for key in ["[1;5D", "[1;5D", "[5~", "[15~", "[<0;10;10M", "[201~"] {
        terminal.type("\u{1B}" + key)
        terminal.settle()
      }
      terminal.type("X")
      // Home in its other form, then End.
      terminal.type("\u{1B}[1~")
      terminal.type("\u{1B}[4~")
      terminal.settle()
      try terminal.enter("", waitingFor: "noted")
      try terminal.enter("note", waitingFor: "Xalpha beta")
      #expect(try terminal.quit() == 0)
    }
  }

  @Test func `a paste whose end never comes is over after a while`() throws {
    try PseudoTerminal.prompt { terminal, _ in
      terminal.typeWhileEditing("\u{1B}[200~note \"pasted\"")
      try terminal.wait(for: "note \"pasted\"")
      try terminal.enter("", waitingFor: "noted")
      #expect(try terminal.quit() == 0)
    }
  }

  @Test func `bytes that are no text take nothing else with them`() throws {
    try PseudoTerminal.prompt { terminal, _ in
      terminal.typeWhileEditing("note \"")
      terminal.type(bytes: [0xFF, 0xFE, 0xC3])
      try terminal.enter("\"", waitingFor: "noted")
      try terminal.enter("note", waitingFor: "???")
      #expect(try terminal.quit() == 0)
    }
  }
}
