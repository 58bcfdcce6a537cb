import Foundation
import Testing

/// What was typed comes back: by the arrow keys, by searching, tomorrow, and in the window beside.
@Suite(.serialized) struct HistoryTests {
  @Test func `history outlasts a session, statement by statement`() throws {
    let home = try Binary.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: home) }
    for expected in [nil, "note \"remember me\""] {
      let terminal = try PseudoTerminal(home: home)
      try terminal.wait(for: "plateau> ")
      if let expected {
        terminal.typeWhileEditing("\u{1B}[A\u{1B}[A")
        try terminal.wait(for: expected)
        terminal.type("\r")
        try terminal.wait(for: "noted")
      } else {
        try terminal.enter("note \"remember me\"", waitingFor: "noted")
      }
      try terminal.wait(for: "plateau> ")
      #expect(try terminal.quit() == 0)
    }
  }

  @Test func `a statement of several lines comes back whole and runs again`() throws {
    try PseudoTerminal.prompt { terminal, _ in
      try terminal.enter("strategy mine {", waitingFor: "... ")
      try terminal.enter("  param n = 20", waitingFor: "... ")
      try terminal.enter("  buy when close > sma(close, n) }", waitingFor: "mine> ")
      try terminal.enter("strategy sma_cross", waitingFor: "sma_cross> ")
      terminal.typeWhileEditing("\u{1B}[A\u{1B}[A")
      terminal.settle()
      #expect(
        terminal.screen.lines(from: "sma_cross> ") == [
          "sma_cross> strategy mine {", "  param n = 20", "  buy when close > sma(close, n) }",
        ])
      terminal.type("\r")
      try terminal.wait(for: "strategy mine: n 20")
      try terminal.wait(for: "mine> ")
      #expect(try terminal.quit() == 0)
    }
  }

  @Test func `Ctrl-R finds a statement by a part of it`() throws {
    try PseudoTerminal.prompt { terminal, home in
      for text in ["note \"a needle\"", "note \"hay\"", "note \"more hay\""] {
        try terminal.enter(text, waitingFor: "> ")
      }
      terminal.typeWhileEditing("\u{12}needl")
      terminal.settle()
      try terminal.enter("", waitingFor: "noted")
      let path = home.appending(path: "s.plateau")
      try terminal.enter("save \"\(path.path)\"", waitingFor: "wrote ")
      #expect(try terminal.quit() == 0)
      let saved = try String(contentsOf: path, encoding: .utf8)
      #expect(saved.split(separator: "note \"a needle\"").count == 3, "\(saved)")
    }
  }

  @Test func `two prompts share their history without loss`() throws {
    let home = try Binary.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: home) }
    let (first, second) = (try PseudoTerminal(home: home), try PseudoTerminal(home: home))
    for terminal in [first, second] { try terminal.wait(for: "plateau> ") }
    try first.enter("note \"by the first\"", waitingFor: "plateau> ")
    try second.enter("note \"by the second\"", waitingFor: "plateau> ")
    // Each has what the other typed, its own latest line first.
    try first.enter("warnings", waitingFor: "plateau> ")
    first.typeWhileEditing("\u{1B}[A\u{1B}[A")
    try first.wait(for: "by the second")
    first.type("\u{3}")
    second.typeWhileEditing("\u{1B}[A")
    try second.wait(for: "by the second")
    second.type("\u{1B}[A")
    second.settle()
    #expect(second.screen.lines.contains("plateau> note \"by the first\""))
    second.type("\u{3}")
    #expect(try first.quit() == 0)
    #expect(try second.quit() == 0)
    let kept = try String(
      contentsOf: home.appending(path: ".local/state/plateau/history"), encoding: .utf8)
    for text in ["by the first", "by the second", "warnings"] { #expect(kept.contains(text)) }
  }
}
